import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { openCorrections, shortDifference } from "../../src/app/corrections.ts";
import { releaseEntry } from "../../src/app/entry-decisions.ts";
import { round } from "../../src/app/round.ts";
import { someApp, someConfig, someSource } from "../fixtures/app.ts";
import { page, someStep } from "../fixtures/correcting.ts";
import { data, dataMissing, someDocument } from "../fixtures/replay.ts";

const fileOf = (path: string): string => readFileSync(fileURLToPath(new URL(path, data)), "utf8");

/** A feed whose entries have all been announced on the page. */
async function someAnnounced(first: string) {
  const feed = await someDocument(first);
  const steps = [someStep(["here"])];
  const campaign = { name: "gazette", source: "news", review: null, wait: { live: false }, steps };
  const sources = [someSource(feed.url, { brake: 1000, maxAge: 100_000 })];
  const app = await someApp(someConfig({ sources, accounts: [page], campaigns: [campaign] }));
  await round(app, () => undefined);
  for (const { id } of await app.ledger.entries.list(["baseline"], 12)) await releaseEntry(app, id, "anna");
  await round(app, () => undefined);
  await app.dispatcher.runDue();
  const say = async (body: string): Promise<readonly string[]> => {
    feed.set(body);
    await round(app, () => undefined);
    return differences(app);
  };
  const { sent = 0 } = await app.ledger.deliveries.counts();
  return { app, sent, say };
}

const differences = async (app: App): Promise<readonly string[]> =>
  (await openCorrections(app)).map(({ correction }) => shortDifference(correction));

/** What a new theme does to every item, escaped as it stands in the feed. */
const newTheme = (feed: string): string =>
  feed
    .replaceAll("&lt;p&gt;", '&lt;div class="block"&gt;\n  &lt;p lang="en" data-n="1"&gt;')
    .replaceAll("&lt;/p&gt;", "&lt;/p&gt;&lt;/div&gt;")
    .replaceAll(
      /&lt;a href=&#34;(https:\/\/[^?#&]+)&#34;/g,
      "&lt;a rel=&#34;noopener&#34; href=&#34;$1?utm_source=feed&#34;",
    )
    .replaceAll("'", "’");

describe.skipIf(dataMissing("the replay of real feeds"))("over the real feeds", () => {
  it("a new theme changes every item's HTML, and nothing is offered", { timeout: 60_000 }, async () => {
    const feed = fileOf("feed/feed.xml");
    const themed = newTheme(feed);
    expect(themed.length).toBeGreaterThan(feed.length + 10_000);
    const { sent, say } = await someAnnounced(feed);
    const offered = await say(themed);
    console.log(
      `new theme: ${sent} posts live, ${themed.length - feed.length} letters of HTML more, ${offered.length} offered`,
    );
    expect(sent).toBe(12);
    expect(offered).toEqual([]);
  });

  it(
    "an issue whose address changed three times has one correction, to the last address",
    { timeout: 60_000 },
    async () => {
      const at = (file: string) => fileOf(`feed-events/2020-06-same-issue-four-ids/${file}`);
      const { say } = await someAnnounced(at("2020-06-09T153238Z-3bce9f33.xml"));
      const [first] = await say(at("2020-06-10T153500Z-dc336925.xml"));
      expect(first).toMatch(/^link: .*newsletter-09-june\/ → .*\/2020\/06\/newsletter\/$/);
      const [second] = await say(at("2020-06-11T134352Z-e7c90d13.xml"));
      expect(second).toMatch(/^link: .*newsletter-09-june\/ → .*\/2020\/05\/newsletter\/$/);
      expect(await say(at("2020-06-11T135450Z-efd11e63.xml"))).toEqual([first]);
    },
  );

  it("another language's item in the feed corrects nothing", { timeout: 60_000 }, async () => {
    const at = (file: string) => fileOf(`feed-events/2026-03-wrong-language-item/${file}`);
    const { say } = await someAnnounced(at("2026-03-07T041142Z-9f9556f9.xml"));
    expect(await say(at("2026-03-07T143927Z-d2d79c57.xml"))).toEqual([]);
    expect(await say(at("2026-03-08T214255Z-681a5a46.xml"))).toEqual([]);
  });
});
