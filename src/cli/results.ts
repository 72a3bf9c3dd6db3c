import type { App } from "../app.ts";
import { collect } from "../app/results/collect.ts";
import { monthBefore, monthResults } from "../app/results/month.ts";
import { overviewOf, resultOf } from "../app/results/overview.ts";
import { reactionsOf } from "../app/results/tallies.ts";
import { measures } from "../model/result.ts";
import { writeCounts } from "../web/team/counts.ts";
import { writeCsv } from "../web/team/csv.ts";
import { writeMonth } from "../web/team/month-page.ts";
import type { Group, IssueResult, Month, Overview, Uncounted } from "../web/team/results.ts";
import { en } from "../web/words/words.ts";
import { CommandError, elsewhere, withApp, type Common } from "./context.ts";
import type { Remote } from "./remote.ts";
import { answer, answerJson, complain, indent, paint, table } from "./output.ts";

interface Options extends Common {
  readonly csv?: boolean;
  readonly month?: string | true;
  readonly collect?: boolean;
}

/** What came of the posts: of an entry, of a month, or of the newest issues. */
export async function results(entry: string | undefined, options: Options): Promise<boolean> {
  const remote = await elsewhere(options);
  if (remote) return resultsThere(remote, entry, options);
  return withApp(
    options,
    async (app) => {
      const good = options.collect ? await collectNow(app) : true;
      if (options.month !== undefined) await monthHere(app, options);
      else await issuesHere(app, entry, options);
      return good;
    },
    { quiet: true },
  );
}

async function collectNow(app: App): Promise<boolean> {
  const { looked, gone, problems } = await collect(app);
  complain(`Looked at ${en.results.posts(looked)}${gone > 0 ? `; ${en.results.gone(gone)}` : ""}.`);
  problems.forEach(complain);
  return problems.length === 0;
}

async function resultsThere(remote: Remote, entry: string | undefined, options: Options): Promise<boolean> {
  if (options.collect)
    throw new CommandError(
      "--collect is for the machine on which the service runs: there it looks by itself.",
    );
  if (options.month !== undefined) {
    const last = monthBefore(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone);
    const name = typeof options.month === "string" ? options.month : last;
    const month = (await remote.get(`/results/${encodeURIComponent(name)}`)) as Month | undefined;
    tellMonth(month, name, last, options);
  } else if (entry === undefined) tellOverview((await remote.get("/results")) as Overview, options);
  else {
    const found = (await remote.get(`/entries/${encodeURIComponent(entry)}/results`)) as
      | IssueResult
      | undefined;
    tellOverview({ issues: [insistOnResult(found, entry, false)], uncounted: [] }, options);
  }
  return true;
}

async function monthHere(app: App, options: Options): Promise<void> {
  const last = monthBefore(app.now(), app.config.site.timezone);
  const name = typeof options.month === "string" ? options.month : last;
  tellMonth(await monthResults(app, name), name, last, options);
}

function tellMonth(month: Month | undefined, name: string, last: string, { json, csv }: Options): void {
  if (month === undefined)
    throw new CommandError(`There are no results of ${name}: write a month that has begun, such as ${last}.`);
  if (json) answerJson(month);
  else answer(csv ? writeMonth(month) : monthText(month));
}

function monthText(month: Month): string {
  const lines = [
    paint("bold", `${month.month}: ${en.results.posts(month.posts)}${month.over ? "" : " so far"}`),
    writeCounts(month.counts, en),
    ...(month.before
      ? [`${month.before.month} at the same time: ${writeCounts(month.before.counts, en)}`]
      : []),
    ...(month.posts > 0 ? [table(month.accounts.map(rowOf))] : []),
    ...uncountedText(month.uncounted),
  ];
  return lines.join("\n");
}

async function issuesHere(app: App, entry: string | undefined, options: Options): Promise<void> {
  const found =
    entry === undefined ? await overviewOf(app, {}) : { issues: [await issueOf(app, entry)], uncounted: [] };
  tellOverview(found, options);
}

type Found = Pick<Overview, "issues" | "uncounted">;

function tellOverview({ issues, uncounted }: Found, { json, csv }: Options): void {
  if (json) answerJson(issues);
  else if (csv) answer(writeCsv(columns, issues.flatMap(csvRows)));
  else if (issues.length === 0)
    answer(["Nothing has been counted yet.", ...uncountedText(uncounted)].join("\n"));
  else answer([...issues.map(issueText), ...uncountedText(uncounted)].join("\n\n"));
}

async function issueOf(app: App, id: string): Promise<IssueResult> {
  return insistOnResult(await resultOf(app, id), id, (await app.ledger.entries.get(id)) !== undefined);
}

function insistOnResult(result: IssueResult | undefined, id: string, known: boolean): IssueResult {
  if (result !== undefined) return result;
  throw new CommandError(
    known
      ? `Nothing of the entry ${id} has been counted yet.`
      : `There is no entry ${id}: \`carillon results\` lists those that have results.`,
  );
}

const columns = ["entry", "title", "by", "name", "channel", "posts", ...measures] as const;

const csvRows = ({ id, title, posts, counts, accounts, steps }: IssueResult) => [
  { entry: id, title, by: "all", name: "", channel: "", posts, ...counts },
  ...accounts.map((one) => ({ entry: id, title, by: "account", ...flat(one) })),
  ...steps.map((one) => ({ entry: id, title, by: "step", ...flat(one), channel: "" })),
];

const flat = ({ name, channel, posts, counts }: Group) => ({ name, channel, posts, ...counts });

function issueText({ id, title, posts, counts, age, usual, accounts, steps }: IssueResult): string {
  if (age === null) return `${paint("bold", title)}  ${id}\n  ${en.results.notYet}`;
  const middle = usual && reactionsOf(usual.counts);
  const fair =
    usual === null || middle === null
      ? ""
      : ` Usual at that age: ${middle} likes, reposts and replies (the median of ${usual.of} before).`;
  const lines = [
    `${writeCounts(counts, en)} (${en.results.posts(posts)}), ${en.results.age(age)} after its first post.${fair}`,
    table(accounts.map(rowOf)),
    table(steps.map(rowOf)),
  ];
  return `${paint("bold", title)}  ${id}\n${indent(lines.join("\n"))}`;
}

const rowOf = ({ name, posts, counts }: Pick<Group, "name" | "posts" | "counts">): readonly string[] => [
  name,
  en.results.posts(posts),
  writeCounts(counts, en),
];

function uncountedText(uncounted: readonly Uncounted[]): readonly string[] {
  const { why: said } = en.results;
  return uncounted.map(({ account, why, cost }) => {
    const reason = why === "costs" ? said.costs(`${cost?.amount ?? 0} ${cost?.currency ?? ""}`) : said[why];
    return `${account} is not counted: ${reason}.`;
  });
}
