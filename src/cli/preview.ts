import { existsSync } from "node:fs";
import type { App } from "../app.ts";
import { addUp, writeMoney } from "../app/money.ts";
import { previewJson } from "../app/preview-json.ts";
import { previewsOf, type Preview } from "../app/previews.ts";
import { inWords } from "../app/clock-words.ts";
import type { Entry } from "../model/entry.ts";
import type { KnownEntry } from "../model/sighting.ts";
import { answer, answerJson, indent, paint, progress } from "./output.ts";
import { CommandError, elsewhere, withApp, type Common } from "./context.ts";
import type { Remote } from "./remote.ts";
import { entriesIn } from "./subject.ts";

interface Options extends Common {
  readonly account?: string;
}

/** Every post as it would be; of the newest entry where none is named. Sends nothing. */
export async function preview(what: string | undefined, options: Options): Promise<boolean> {
  const remote = await elsewhere(options);
  if (remote) return previewThere(remote, what, options);
  return withApp(
    options,
    async (app) => {
      checkAccount(app, options.account);
      progress("Composing …");
      const entry = await entryFor(app, what);
      const request =
        options.account === undefined
          ? { entry, others: !options.json }
          : { entry, account: options.account, others: false };
      const previews = await previewsOf(app, request);
      const lines = previews.map((one) => ({
        ...previewJson(one),
        label: one.label,
        example: one.example,
      }));
      if (options.json) answerJson(previews.map(previewJson));
      else tellPreviews(lines, app.now(), app.config.site.timezone);
      return previews.every(({ problems }) => problems.length === 0);
    },
    { quiet: true },
  );
}

type Line = ReturnType<typeof previewJson> & Pick<Preview, "label" | "example">;

function tellPreviews(lines: readonly Line[], now: Date, zone: string): void {
  const posts = lines.map((one) => written(one, now, zone)).join("\n\n") + total(lines);
  answer(posts || "No campaign has anything to say about this entry.");
}

/** Of an entry that the service knows; of its newest where none is named. */
async function previewThere(remote: Remote, what: string | undefined, options: Options): Promise<boolean> {
  if (what !== undefined && (existsSync(what) || URL.canParse(what)))
    throw new CommandError(
      `The service elsewhere has no ${what}: give the id of an entry that it knows, or --config FILE for a configuration here.`,
    );
  const needs = (await remote.get("/needs")) as { readonly newest: { readonly id: string } | null };
  const entry = what ?? needs.newest?.id;
  if (entry === undefined) throw new CommandError("There is nothing to preview: no entry is news there yet.");
  const account = options.account === undefined ? {} : { account: options.account };
  const query = new URLSearchParams({ entry, ...account }).toString();
  const found = (await remote.get(`/preview?${query}`)) as
    | readonly ReturnType<typeof previewJson>[]
    | undefined;
  if (found === undefined)
    throw new CommandError(`There is no entry ${entry} there: \`carillon log\` lists them.`);
  if (options.json) answerJson(found);
  else {
    const lines = found.map((one) => ({ ...one, label: one.channel, example: null }));
    tellPreviews(lines, new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone);
  }
  return found.every(({ problems }) => problems.length === 0);
}

function checkAccount(app: App, name: string | undefined): void {
  if (name === undefined || app.desk.account(name)) return;
  throw new CommandError(
    `There is no account ${name}: ${app.config.accounts.map((one) => one.name).join(", ") || "none is configured"}.`,
  );
}

async function entryFor(app: App, what: string | undefined): Promise<Entry> {
  const known = what === undefined ? await newest(app) : await app.ledger.entries.get(what);
  if (known) return known.entry;
  const source = what ?? app.config.sources[0]?.name;
  if (source === undefined) throw new CommandError("There is nothing to preview: name a file or an address.");
  const entries = await entriesIn(app.config, source, app.now());
  const latest = entries.toSorted((a, b) => (b.published ?? "").localeCompare(a.published ?? ""))[0];
  if (latest === undefined) throw new CommandError(`${source} has no entry.`);
  return latest;
}

/** What is news, else what was there before. */
async function newest(app: App): Promise<KnownEntry | undefined> {
  const [news] = await app.ledger.entries.list(["news", "held"], 1);
  return news ?? (await app.ledger.entries.list(["baseline"], 1))[0];
}

/** Of the accounts that there are. */
function total(previews: readonly Line[]): string {
  const costs = previews.flatMap(({ account, cost }) =>
    account === null || cost === null ? [] : [cost.amount],
  );
  if (costs.length === 0) return "";
  return `\n\nTogether these cost ${writeMoney({ amount: addUp(costs), currency: "USD" })}.`;
}

function written(one: Line, now: Date, zone: string): string {
  const who = one.account ?? "no account yet";
  const when = one.dueAt === null ? "" : `, ${inWords(new Date(one.dueAt), now, zone)}`;
  const parts = one.parts.map(
    ({ text, length, limit }) => `${text}\n${paint(length > limit ? "red" : "dim", `${length} of ${limit}`)}`,
  );
  const extras = [
    one.title === null ? "" : `title  ${one.title}`,
    one.card === null ? "" : `card   ${one.card.title}\n       ${one.card.url}`,
    ...one.media.map(({ url, alt }) => `image  ${url}\n       ${alt || "no alternative text"}`),
    one.why === null ? "" : `place  ${one.why}`,
    ...one.waitsFor.map((lack) => paint("yellow", `waits  ${lack}`)),
    one.cost === null ? "" : `cost   ${writeMoney(one.cost)}`,
    one.handoff === null ? "" : `by hand: ${one.handoff.name ?? "a person"} posts it`,
    ...one.notes.map((note) => paint("dim", note)),
    ...one.problems.map((problem) => paint("red", problem)),
    one.example === null
      ? ""
      : `${paint("yellow", "no account yet: add one like this under accounts:")}\n  ${one.example}`,
  ].filter((line) => line !== "");
  return `${paint("bold", one.label)} ${paint("dim", `(${who}, ${one.step}${when})`)}\n${indent([...parts, ...extras].join("\n"))}`;
}
