import type { App } from "../app.ts";
import { collect } from "../app/results/collect.ts";
import { monthBefore, monthResults } from "../app/results/month.ts";
import { overviewOf, resultOf } from "../app/results/overview.ts";
import { reactionsOf } from "../app/results/tallies.ts";
import { measures } from "../model/result.ts";
import { writeCounts } from "../web/team/counts.ts";
import { writeCsv } from "../web/team/csv.ts";
import { writeMonth } from "../web/team/month-page.ts";
import type { Group, IssueResult, Month, Uncounted } from "../web/team/results.ts";
import { en } from "../web/words/words.ts";
import { CommandError, withApp, type Common } from "./context.ts";
import { answer, answerJson, complain, indent, paint, table } from "./output.ts";

interface Options extends Common {
  readonly csv?: boolean;
  readonly month?: string | true;
  readonly collect?: boolean;
}

/** What came of the posts: of an entry, of a month, or of the newest issues. */
export async function results(entry: string | undefined, options: Options): Promise<boolean> {
  return withApp(
    options,
    async (app) => {
      const good = options.collect ? await collectNow(app) : true;
      if (options.month !== undefined) await tellMonth(app, options);
      else await tellIssues(app, entry, options);
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

async function tellMonth(app: App, { month: asked, json, csv }: Options): Promise<void> {
  const { timezone } = app.config.site;
  const name = typeof asked === "string" ? asked : monthBefore(app.now(), timezone);
  const month = await monthResults(app, name);
  if (month === undefined)
    throw new CommandError(
      `There are no results of ${name}: write a month that has begun, such as ${monthBefore(app.now(), timezone)}.`,
    );
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

async function tellIssues(app: App, entry: string | undefined, { json, csv }: Options): Promise<void> {
  const { issues, uncounted } =
    entry === undefined ? await overviewOf(app, {}) : { issues: [await issueOf(app, entry)], uncounted: [] };
  if (json) answerJson(issues);
  else if (csv) answer(writeCsv(columns, issues.flatMap(csvRows)));
  else if (issues.length === 0)
    answer(["Nothing has been counted yet.", ...uncountedText(uncounted)].join("\n"));
  else answer([...issues.map(issueText), ...uncountedText(uncounted)].join("\n\n"));
}

async function issueOf(app: App, id: string): Promise<IssueResult> {
  const result = await resultOf(app, id);
  if (result !== undefined) return result;
  const known = (await app.ledger.entries.get(id)) !== undefined;
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
