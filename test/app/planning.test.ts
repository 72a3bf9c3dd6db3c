import { expect, it } from "vitest";
import { openApp, type App } from "../../src/app.ts";
import { approve, hold, release, retry } from "../../src/app/decisions.ts";
import { move } from "../../src/app/moving.ts";
import { previewsOf } from "../../src/app/previews.ts";
import { planNews, round } from "../../src/app/round.ts";
import type { Config } from "../../src/config/config.ts";
import type { Step } from "../../src/model/campaign.ts";
import { someConfig, someSource } from "../fixtures/app.ts";
import { clock, someCampaign, someStep } from "../fixtures/plan.ts";
import { someDocument } from "../fixtures/replay.ts";
import { noon } from "../fixtures/shop.ts";

const page = (name: string) => ({ name, channel: "page", settings: {} });

const feedOf = (title: string, link = "https://bells.example.org/2026/03/gazette/"): string =>
  `<rss version="2.0"><channel><title>x</title><link>https://bells.example.org/</link><description>x</description>
   ${title && `<item><title>${title}</title><link>${link}</link><guid>${link}</guid><pubDate>Tue, 10 Mar 2026 00:00:00 GMT</pubDate><description>What rang, and where it rang, and who heard it ring.</description></item>`}</channel></rss>`;

/** An entry that was found at noon of 10 March 2026; what follows lies in the hands of a test. */
async function someNews(steps: readonly Step[], changes: Partial<Config> = {}) {
  const feed = await someDocument(feedOf(""));
  const config = someConfig({
    sources: [someSource(feed.url)],
    accounts: [page("here"), page("there")],
    campaigns: [someCampaign(steps)],
    ...changes,
  });
  let now = noon;
  /** Does something in a process of its own, which may be configured otherwise. */
  const inApp = async <T>(act: (app: App) => Promise<T>, other: Partial<Config> = {}): Promise<T> => {
    const app = await openApp({ config: { ...config, ...other }, problems: [], now: () => now });
    try {
      return await act(app);
    } finally {
      await app.close();
    }
  };
  const look = (app: App) => round(app, () => undefined);
  await inApp(look);
  feed.set(feedOf("The Bell Gazette"));
  await inApp(look);
  const seen = () =>
    inApp(async (app) =>
      (await app.ledger.deliveries.list({})).map(
        ({ dueAt, account, step, state }) =>
          `${dueAt.slice(5, 16).replace("T", " ")} ${account} ${step} ${state}`,
      ),
    );
  return { inApp, look, seen, feed, at: (text: string) => void (now = new Date(text)) };
}

const first = async (app: App) => (await app.ledger.deliveries.list({}))[0]!;
const here = someStep({ to: ["here"] });
const reminder = someStep({
  name: "reminder",
  to: ["here"],
  after: 4 * 86_400,
  at: { kind: "clock", clock: clock(10) },
});

it("a campaign that is edited while posts wait changes them, and a round in which nothing changed changes nothing", async () => {
  const { inApp, look, seen } = await someNews([here, reminder]);
  expect(await seen()).toEqual([
    "03-10 15:00 here announcement scheduled",
    "03-14 09:00 here reminder scheduled",
  ]);
  const evening = [
    someCampaign([someStep({ to: ["here", "there"], at: { kind: "next", clock: clock(20) } })]),
  ];
  const { moved } = await inApp(look, { campaigns: evening });
  expect(moved.map(({ kind, why }) => `${kind}: ${why}`)).toEqual([
    "cancel: The campaign gazette has no step reminder any more.",
    "move: Its step asks for another time.",
  ]);
  expect(await seen()).toEqual([
    "03-10 19:00 here announcement scheduled",
    "03-10 19:00 there announcement scheduled",
    "03-14 09:00 here reminder cancelled",
  ]);
  expect((await inApp(look, { campaigns: evening })).moved).toEqual([]);
  await inApp(look);
  expect(await seen()).toContain("03-14 09:00 here reminder scheduled");
});

it("a campaign that cannot be read keeps what it has planned", async () => {
  const { inApp, look, seen } = await someNews([here]);
  await inApp(look, { campaigns: [], asleep: ["gazette"] });
  expect(await seen()).toEqual(["03-10 15:00 here announcement scheduled"]);
});

it("what a person moved stays, and is given back", async () => {
  const { inApp, look, seen } = await someNews([here, reminder]);
  const act = (to: string) => inApp(async (app) => move(to)(app, await first(app), "anna"));
  expect((await act("2026-03-12 08:30")).text).toBe(
    "It goes out Thu 12 March, 08:30 Berlin, in 2 days; the plan leaves it there.",
  );
  await inApp(look, {
    campaigns: [someCampaign([someStep({ to: ["here"], at: { kind: "next", clock: clock(20) } })])],
  });
  expect(await seen()).toContain("03-12 07:30 here announcement scheduled");
  expect((await act("plan")).done).toBe(true);
  await inApp(look);
  expect(await seen()).toContain("03-10 15:00 here announcement scheduled");
  expect((await act("yesterday")).text).toContain("is no time");
  expect((await act("2026-03-10T09:00:00Z")).text).toContain("That is past");
  const audit = await inApp((app) => app.ledger.audit.list(9));
  expect(audit.map(({ who, action }) => `${who} ${action}`)).toContain("anna move");
});

it("what has expired is cancelled and says why; a person may send it still", async () => {
  const { inApp, at } = await someNews([{ ...here, expires: 86_400 }]);
  at("2026-03-13T12:00:00Z");
  await inApp(planNews);
  expect(await inApp(first)).toMatchObject({
    state: "cancelled",
    reason: expect.stringContaining("it has expired"),
  });
  await inApp(async (app) => retry(app, await first(app), "anna"));
  await inApp(planNews);
  await inApp((app) => app.dispatcher.runDue());
  expect((await inApp(first)).state).toBe("sent");
});

it("what has expired does not go out even where nobody planned meanwhile", async () => {
  const { inApp, at } = await someNews([{ ...here, expires: 86_400 }]);
  at("2026-03-13T12:00:00Z");
  await inApp((app) => app.dispatcher.runDue());
  expect(await inApp(first)).toMatchObject({
    state: "cancelled",
    reason: expect.stringContaining("it has expired"),
  });
});

it("what is late asks, and goes out once it is released", async () => {
  const { inApp, at } = await someNews([{ ...here, late: "ask" }]);
  at("2026-03-10T18:00:00Z");
  await inApp(planNews);
  await inApp((app) => app.dispatcher.runDue());
  expect(await inApp(first)).toMatchObject({
    state: "held",
    reason: expect.stringContaining("Its time passed"),
  });
  await inApp(async (app) => release(app, await first(app), "anna"));
  await inApp((app) => app.dispatcher.runDue());
  expect((await inApp(first)).state).toBe("sent");
});

it("what was held, or agreed to late, is no matter of the service's", async () => {
  const { inApp, at, seen } = await someNews([{ ...here, late: "skip" }], {
    campaigns: [someCampaign([{ ...here, late: "skip" }], { review: { approvals: 1, expires: null } })],
  });
  await inApp(async (app) => hold(app, await first(app), "anna"));
  at("2026-03-11T18:00:00Z");
  await inApp(planNews);
  expect(await seen()).toEqual(["03-10 15:00 here announcement held"]);
  await inApp(async (app) => release(app, await first(app), "anna"));
  await inApp(async (app) => approve("anna")(app, await first(app), "anna"));
  await inApp((app) => app.dispatcher.runDue());
  expect((await inApp(first)).state).toBe("sent");
});

it("a translation goes to the accounts of its language, and names its original", async () => {
  const german = await someDocument(feedOf(""));
  const step = someStep({
    name: "uebersetzung",
    of: "translation",
    to: ["glocke", "here"],
    at: { kind: "now" },
  });
  const { inApp, look, seen, feed } = await someNews([here, step], {});
  const sources = [
    someSource(feed.url),
    someSource(german.url, { name: "german", language: "de", translates: "news" }),
  ];
  const accounts = [page("here"), { ...page("glocke"), language: "de" }];
  await inApp(look, { sources, accounts });
  german.set(
    feedOf(
      "Das Glockenblatt: was im Mai geschah und wer es hörte",
      "https://bells.example.org/de/2026/03/gazette/",
    ),
  );
  await inApp(look, { sources, accounts });
  expect(await seen()).toContain("03-10 12:00 glocke uebersetzung scheduled");
  expect((await seen()).filter((one) => one.includes("uebersetzung"))).toHaveLength(1);
});

it("a preview shows when each post would go out, and why a story comes first", async () => {
  const { inApp } = await someNews([here, reminder]);
  const previews = await inApp(async (app) => {
    const [known] = await app.ledger.entries.list(["news"], 1);
    return previewsOf(app, { entry: known!.entry, others: false, offline: true });
  });
  expect(previews.map(({ step, dueAt }) => `${step} ${dueAt}`)).toEqual([
    "announcement 2026-03-10T15:00:00.000Z",
    "reminder 2026-03-14T09:00:00.000Z",
  ]);
});

it("entries of one look go out by their dates, the oldest first, and those of one date as they stand in the feed", async () => {
  const { look, feed, inApp } = await someNews([here, someStep({ name: "again", to: ["here"] })]);
  const dated = [
    ["Uranus", "2026-03-09T08:00:00Z"],
    ["Venus", "2026-03-09T08:00:00Z"],
    ["Mars", "2026-03-09T07:00:00Z"],
    ["Pluto", "2026-03-09T08:00:00Z"],
    ["Earth", "2026-03-09T08:00:00Z"],
    ["Saturn", "2026-03-09T06:00:00Z"],
  ];
  const items = dated.map(
    ([name, date]) =>
      `<item><title>The bells of ${name}</title><link>https://bells.example.org/${name}/</link><guid>${name}</guid><pubDate>${new Date(date!).toUTCString()}</pubDate><description>What ${name} heard of all its bells, which was a lot.</description></item>`,
  );
  feed.set(feedOf("The Bell Gazette").replace("</channel>", `${items.join("")}</channel>`));
  const order = await inApp(async (app) => {
    await look(app);
    const planned = await app.ledger.store.read(
      `SELECT entry.body ->> '$.title' AS title FROM delivery JOIN entry ON entry.id = delivery.entry
       WHERE step = 'announcement' ORDER BY due_at, part, delivery.id`,
    );
    return planned.map(({ title }) => String(title).split(" ").at(-1));
  });
  expect(order.filter((name) => name !== "Gazette")).toEqual([
    "Saturn",
    "Mars",
    "Uranus",
    "Venus",
    "Pluto",
    "Earth",
  ]);
});
