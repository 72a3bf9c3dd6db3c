import { expect, it } from "vitest";
import type { App } from "../../../src/app.ts";
import { hold } from "../../../src/app/decisions.ts";
import { move } from "../../../src/app/moving.ts";
import { round } from "../../../src/app/round.ts";
import { changesAhead } from "../../../src/app/simulate/changes.ts";
import { simulate } from "../../../src/app/simulate/simulate.ts";
import type { Config } from "../../../src/config/config.ts";
import type { Step } from "../../../src/model/campaign.ts";
import type { SimulatedPost } from "../../../src/model/simulation.ts";
import { someApp, someConfig, someSource } from "../../fixtures/app.ts";
import { clock, someCampaign, someStep } from "../../fixtures/plan.ts";
import { someDocument } from "../../fixtures/replay.ts";
import { noon } from "../../fixtures/shop.ts";

const page = (name: string) => ({ name, channel: "page", settings: {} });

const feedOf = (title: string): string =>
  `<rss version="2.0"><channel><title>x</title><link>https://127.0.0.1/</link><description>x</description>
   ${title && `<item><title>${title}</title><link>https://127.0.0.1/1/</link><guid>1</guid><pubDate>Tue, 10 Mar 2026 00:00:00 GMT</pubDate><description>What rang, and where it rang.</description></item>`}</channel></rss>`;

const reminder = someStep({
  name: "reminder",
  to: ["here"],
  after: 4 * 86_400,
  at: { kind: "clock", clock: clock(10) },
});
const weekly = someStep({
  name: "weekly",
  to: ["here"],
  on: { kind: "weekly", weekday: 5, clock: clock(18) },
  at: { kind: "now" },
});

/** Found at noon of 10 March 2026 and planned, unless `seen` says that it was not looked at again since it came. */
async function someNews(steps: readonly Step[], changes: Partial<Config> = {}, seen = true): Promise<App> {
  const feed = await someDocument(feedOf(""));
  const config = someConfig({
    sources: [someSource(feed.url)],
    accounts: [page("here"), page("there")],
    campaigns: [someCampaign(steps)],
    ...changes,
  });
  const app = await someApp(config, () => noon);
  await round(app, () => undefined);
  feed.set(feedOf("The Bell Gazette"));
  if (seen) await round(app, () => undefined);
  return app;
}

const span = { from: noon, to: new Date("2026-04-04T00:00:00Z") };
const lineOf = ({ dueAt, account, step, flags }: SimulatedPost): string =>
  [dueAt.slice(5, 16).replace("T", " "), account, step, ...flags].join(" ");
const seen = async (app: App): Promise<readonly string[]> =>
  (await simulate(app, span)).posts.map((post) => lineOf(post));

/** All that the ledger holds. */
async function allOf({ ledger }: App): Promise<string> {
  const tables = await ledger.store.read(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
  );
  const rows = await Promise.all(tables.map(({ name }) => ledger.store.read(`SELECT * FROM ${name}`)));
  return JSON.stringify(rows);
}

it("shows what is planned and what will be, also what comes round by the calendar, and touches nothing", async () => {
  const app = await someNews([someStep({ to: ["here", "there"] }), reminder, weekly]);
  const before = await allOf(app);
  expect(await seen(app)).toEqual([
    "03-10 15:00 here announcement",
    "03-10 15:00 there announcement",
    "03-13 17:00 here weekly/2026-03-13",
    "03-14 09:00 here reminder",
    "03-20 17:00 here weekly/2026-03-20",
    "03-27 17:00 here weekly/2026-03-27",
    "04-03 16:00 here weekly/2026-04-03",
  ]);
  expect(await allOf(app)).toBe(before);
});

it("each post tells its words with their length, its limit, and what it costs", async () => {
  const x = { name: "x", channel: "twitter", settings: {} };
  const app = await someNews([someStep({ to: ["here", "x"] })], { accounts: [page("here"), x] });
  const { posts } = await simulate(app, span);
  expect(posts.map(({ account, channel, title }) => [account, channel, title])).toEqual([
    ["here", "page", "The Bell Gazette"],
    ["x", "twitter", "The Bell Gazette"],
  ]);
  const [free, paid] = posts;
  expect(free?.cost).toBeNull();
  expect(paid?.cost).toMatchObject({ currency: "USD", amount: expect.any(Number) });
  expect(paid?.parts).toEqual([
    { text: expect.stringContaining("The Bell Gazette"), length: expect.any(Number), limit: 280 },
  ]);
});

it("what a person changed is marked: too close, at a quiet time, held with its reason, too long", async () => {
  const quiet = { hours: { from: clock(22), to: clock(7) }, weekdays: [], dates: [] };
  const accounts = [page("here"), { ...page("there"), pace: { quiet } }];
  const steps = [someStep({ to: ["here", "there"] }), reminder, { ...reminder, name: "again" }];
  const app = await someNews(steps, { accounts });
  const all = await app.ledger.deliveries.list({});
  const find = (account: string, step: string) =>
    all.find((one) => one.account === account && one.step === step)!;
  await move("2026-03-14 10:02")(app, find("here", "again"), "anna");
  await move("2026-03-14 10:00")(app, find("here", "reminder"), "ben");
  await move("2026-03-11 23:00")(app, find("there", "announcement"), "anna");
  await hold(app, find("here", "announcement"), "ben");
  const { id, post } = find("here", "reminder");
  await app.ledger.deliveries.change(
    id,
    ["scheduled"],
    { post: { ...post, text: "x".repeat(30_000) } },
    noon,
  );
  const { posts } = await simulate(app, span);
  expect(posts.map((one) => lineOf(one))).toEqual([
    "03-10 15:00 here announcement held",
    "03-11 22:00 there announcement quiet",
    "03-14 09:00 here reminder collision too long",
    "03-14 09:02 here again collision",
  ]);
  expect(posts.map(({ why }) => why)).toEqual([
    expect.stringContaining("ben"),
    "anna chose its time.",
    "ben chose its time.",
    "anna chose its time.",
  ]);
});

it("drafts are shown as waiting for somebody to agree, and what is out as sent", async () => {
  const review = { approvals: 1, expires: null };
  const drafted = await someNews([], { campaigns: [someCampaign([someStep({ to: ["here"] })], { review })] });
  expect(await seen(drafted)).toEqual(["03-10 15:00 here announcement approval"]);
  const sent = await someNews([someStep({ to: ["here"], at: { kind: "now" } })]);
  await sent.dispatcher.runDue();
  expect(await seen(sent)).toEqual(["03-10 12:00 here announcement sent"]);
});

it("an account or a campaign can be asked for alone", async () => {
  const app = await someNews([someStep({ to: ["here", "there"] })]);
  const only = await simulate(app, { ...span, account: "there", campaign: "gazette" });
  expect(only.posts.map((post) => lineOf(post))).toEqual(["03-10 15:00 there announcement"]);
  expect((await simulate(app, { ...span, campaign: "other" })).posts).toEqual([]);
});

it("what the next planning would change is told with its reason before it does, and then it does just that", async () => {
  const app = await someNews([someStep({ to: ["here"] }), reminder]);
  const evening = someStep({ to: ["here", "there"], at: { kind: "next", clock: clock(20) } });
  const later: App = { ...app, config: { ...app.config, campaigns: [someCampaign([evening])] } };
  const before = await allOf(app);
  const lines = await changesAhead(later);
  expect(lines.map(({ kind, account, step, from, to, why }) => [kind, account, step, from, to, why])).toEqual(
    [
      [
        "move",
        "here",
        "announcement",
        "2026-03-10T15:00:00.000Z",
        "2026-03-10T19:00:00.000Z",
        expect.any(String),
      ],
      [
        "add",
        "there",
        "announcement",
        null,
        "2026-03-10T19:00:00.000Z",
        expect.stringContaining("asks for it"),
      ],
      [
        "cancel",
        "here",
        "reminder",
        "2026-03-14T09:00:00.000Z",
        null,
        expect.stringContaining("no step reminder"),
      ],
    ],
  );
  expect(await allOf(app)).toBe(before);
  const { planned, moved } = await round(later, () => undefined);
  expect([planned, ...moved.map(({ kind }) => kind)]).toEqual([1, "cancel", "move"]);
  expect(await changesAhead(later)).toEqual([]);
});

it("words that the entry no longer says are told to be said anew", async () => {
  const app = await someNews([someStep({ to: ["here"] })]);
  const [known] = await app.ledger.entries.list(["news"], 1);
  const entry = { ...known!.entry, summary: "What rang, mended." };
  const sighting = { kind: "changed", entry, known: known!.id, what: ["title"] } as const;
  await app.ledger.entries.keep([{ sighting, keys: [], unknown: [], fingerprint: "other" }], noon);
  expect(await changesAhead(app)).toEqual([expect.objectContaining({ kind: "reword", account: "here" })]);
  const [post] = (await simulate(app, span)).posts;
  expect(post?.parts[0]?.text).toContain("mended");
});
