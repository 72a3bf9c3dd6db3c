import { expect, it } from "vitest";
import { round } from "../../src/app/round.ts";
import type { App } from "../../src/app.ts";
import type { Campaign } from "../../src/model/campaign.ts";
import { someApp, someConfig, someSource } from "../fixtures/app.ts";
import { someDocument } from "../fixtures/replay.ts";
import { noon } from "../fixtures/shop.ts";

const feedOf = (title: string, first = "") =>
  `<rss version="2.0"><channel><title>x</title><link>https://bells.example.org/</link><description>x</description>${first}
   <item><title>${title}</title><link>https://bells.example.org/1/</link><guid>1</guid><pubDate>Tue, 10 Mar 2026 00:00:00 GMT</pubDate><description>What rang.</description></item></channel></rss>`;

const campaign: Campaign = {
  name: "gazette",
  source: "news",
  review: { approvals: 1, expires: null },
  wait: { live: false },
  steps: [
    {
      name: "announcement",
      to: ["here", "there"],
      at: { kind: "next", clock: { hour: 16, minute: 0 } },
      after: 0,
      each: "entry",
      sections: [],
      every: null,
      limit: null,
      thread: null,
    },
  ],
};

const page = (name: string) => ({ name, channel: "page", settings: {} });

async function someNews() {
  const feed = await someDocument(
    `<rss version="2.0"><channel><title>x</title><link>https://bells.example.org/</link><description>x</description></channel></rss>`,
  );
  const app = await someApp(
    someConfig({
      sources: [someSource(feed.url)],
      accounts: [page("here"), page("there")],
      campaigns: [campaign],
    }),
    () => noon,
  );
  await round(app, () => undefined);
  feed.set(feedOf("The Bell Gazete"));
  await round(app, () => undefined);
  return { app, feed };
}

const titles = async (app: App) =>
  (await app.ledger.deliveries.list({})).map(({ post, state }) => `${state} ${post.title}`);

it("a typo mended in the source is mended in what waits, and must be approved again", async () => {
  const { app, feed } = await someNews();
  const [first] = await app.ledger.deliveries.list({});
  await app.ledger.deliveries.change(
    first!.id,
    ["draft"],
    { state: "scheduled", approvals: [{ by: "anna", at: noon.toISOString() }] },
    noon,
  );
  feed.set(feedOf("The Bell Gazette"));
  await round(app, () => undefined);
  expect(await titles(app)).toEqual(["draft The Bell Gazette", "draft The Bell Gazette"]);
  expect((await app.ledger.deliveries.get(first!.id))!.approvals).toEqual([]);
});

it("what a person wrote is left alone", async () => {
  const { app, feed } = await someNews();
  const [first] = await app.ledger.deliveries.list({});
  await app.ledger.deliveries.change(first!.id, ["draft"], { edited: true }, noon);
  feed.set(feedOf("The Bell Gazette"));
  await round(app, () => undefined);
  expect((await titles(app)).toSorted()).toEqual(["draft The Bell Gazete", "draft The Bell Gazette"]);
});

it("nothing is announced a second time", async () => {
  const { app, feed } = await someNews();
  feed.set(feedOf("The Bell Gazette"));
  await round(app, () => undefined);
  feed.set(feedOf("The Bell Gazette, mended"));
  await round(app, () => undefined);
  expect(await app.ledger.deliveries.counts()).toEqual({ draft: 2 });
});

it("two processes that look at the same moment announce it once", async () => {
  const feed = await someDocument(feedOf("x").replace(/<item>.*<\/item>/s, ""));
  const config = someConfig({
    sources: [someSource(feed.url)],
    accounts: [page("here"), page("there")],
    campaigns: [campaign],
  });
  const apps = [
    await someApp(config, () => noon),
    await someApp(config, () => noon),
    await someApp(config, () => noon),
  ];
  await Promise.all(apps.map((app) => round(app, () => undefined)));
  feed.set(feedOf("The Bell Gazette"));
  await Promise.all(apps.map((app) => round(app, () => undefined)));
  expect(await apps[0]!.ledger.entries.list(["news", "held", "baseline"], 9)).toHaveLength(1);
  expect(await apps[0]!.ledger.deliveries.counts()).toEqual({ draft: 2 });
});
