import { expect, it } from "vitest";
import { openApp, type App } from "../../src/app.ts";
import { edit } from "../../src/app/edit.ts";
import { round } from "../../src/app/round.ts";
import { worldOf } from "../../src/app/world.ts";
import { alarmsOf } from "../../src/watch/alarms.ts";
import { someConfig, someSource } from "../fixtures/app.ts";
import { clock, someCampaign, someStep } from "../fixtures/plan.ts";
import { someDocument } from "../fixtures/replay.ts";
import { noon } from "../fixtures/shop.ts";

const item = (number: number, day: number): string =>
  `<item><title>Gazette ${number}</title><link>https://127.0.0.1/${number}/</link><guid>${number}</guid>
   <pubDate>${new Date(Date.UTC(2026, 2, day)).toUTCString()}</pubDate><description>What rang at number ${number}.</description></item>`;
const feedOf = (...items: readonly string[]): string =>
  `<rss version="2.0"><channel><title>x</title><link>https://127.0.0.1/</link><description>x</description>${items.join("")}</channel></rss>`;

const [old, news, newer] = [item(1, 1), item(2, 9), item(3, 10)];

/** The second gazette is news and waits for its time; then the feed is as a test says. */
async function someNews(review: { readonly approvals: number; readonly expires: null } | null = null) {
  const feed = await someDocument(feedOf(old));
  const step = someStep({ to: ["here"], at: { kind: "next", clock: clock(16) } });
  const config = someConfig({
    sources: [someSource(feed.url)],
    accounts: [{ name: "here", channel: "page", settings: {} }],
    campaigns: [someCampaign([step], { review })],
  });
  const inApp = async <T>(act: (app: App) => Promise<T>): Promise<T> => {
    const app = await openApp({ config, problems: [], now: () => noon });
    try {
      return await act(app);
    } finally {
      await app.close();
    }
  };
  const look = (text: string): Promise<unknown> => {
    feed.set(text);
    return inApp((app) => round(app, () => undefined));
  };
  await look(feedOf(old));
  await look(feedOf(news, old));
  const posts = () => inApp((app) => app.ledger.deliveries.list({}));
  const states = async () => (await posts()).map(({ state }) => state);
  const alarms = () => inApp(async (app) => alarmsOf(await worldOf(app), noon).map(({ key }) => key));
  return { inApp, look, posts, states, alarms };
}

it("an entry that is taken back has its posts held, somebody is told, and it goes on when it is back", async () => {
  const { look, posts, states, alarms } = await someNews();
  await look(feedOf(newer, old));
  expect(await states()).toEqual(["held", "scheduled"]);
  expect((await posts())[0]?.reason).toMatch(/^Its entry has vanished from its source\. Cancel it if/);
  expect(await alarms()).toContainEqual(expect.stringMatching(/^withdrawn:/));
  await look(feedOf(newer, news, old));
  expect(await states()).toEqual(["scheduled", "scheduled"]);
  expect(await alarms()).not.toContainEqual(expect.stringMatching(/^withdrawn:/));
});

it.each([
  ["was pushed out by new ones at the end of the feed", feedOf(newer)],
  ["is gone with all others", feedOf()],
  ["has another id and another address", feedOf(item(2, 9).replaceAll(/>2<|\/2\//g, "/two/"), old)],
])("one that %s goes out as planned", async (_, text) => {
  const { look, states } = await someNews();
  await look(text);
  expect((await states())[0]).toBe("scheduled");
});

it("what a person wrote meanwhile stays held when it is back", async () => {
  const { inApp, look, posts, states } = await someNews();
  await look(feedOf(newer, old));
  const [held] = await posts();
  await inApp((app) => edit("Other words.")(app, held!, "anna"));
  await look(feedOf(newer, news, old));
  expect(await states()).toEqual(["held", "scheduled"]);
});

it("a draft that nobody had agreed to is a draft again", async () => {
  const { look, states } = await someNews({ approvals: 1, expires: null });
  await look(feedOf(newer, old));
  expect((await states())[0]).toBe("held");
  await look(feedOf(newer, news, old));
  expect((await states())[0]).toBe("draft");
});
