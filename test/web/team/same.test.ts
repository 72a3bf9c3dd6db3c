import { describe, expect, test } from "vitest";
import { previewsOf } from "../../../src/app/previews.ts";
import { planNews } from "../../../src/app/round.ts";
import { faceOf } from "../../../src/source/identity.ts";
import { readIssues } from "../../compose/real-issues.ts";
import { someSource } from "../../fixtures/app.ts";
import { clock, someCampaign, someStep } from "../../fixtures/plan.ts";
import { dataMissing } from "../../fixtures/replay.ts";
import { joinAs, openHouse } from "./house.ts";

const missing = dataMissing("whether pages and preview say the same of the real newsletters");

const settings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mastodon: { server: "https://fedi.example", accessToken: "x" },
  bluesky: { identifier: "x", password: "x" },
  twitter: { apiKey: "x", apiSecret: "x", accessToken: "x", accessSecret: "x" },
  linkedin: { organization: "1", accessToken: "x" },
  facebook: { page: "1", accessToken: "x" },
  reddit: { clientId: "x", clientSecret: "x", refreshToken: "x", subreddit: "x" },
  xmpp: { jid: "a@b.example", password: "x", room: "r@b.example" },
  page: {},
};
const accounts = Object.entries(settings).map(([channel, given]) => ({
  name: channel,
  channel,
  settings: given,
}));
const names = accounts.map(({ name }) => name);
const campaign = someCampaign([
  someStep({ name: "announcement", to: names }),
  someStep({
    name: "highlights",
    each: "story",
    to: ["mastodon", "twitter"],
    every: { days: 1, clock: clock(10) },
    limit: 4,
  }),
]);

const decode = (text: string): string =>
  text
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

/** Text and counter of every part that the page shows, in its order. */
function partsOn(page: string): readonly string[] {
  const parts = page.split('<div class="part">').slice(1);
  return parts.map((part) => {
    const text = /<p class="text[^>]*>([\s\S]*?)<\/p/.exec(part)?.[1] ?? "";
    const [, length, limit] = /([\d,]+) \/ ([\d,]+)/.exec(part) ?? [];
    return `${decode(text)} | ${length?.replaceAll(",", "")} / ${limit?.replaceAll(",", "")}`;
  });
}

describe.skipIf(missing)("the real newsletters", () => {
  const issues = missing ? [] : readIssues();

  test("an entry's page shows the texts and counts that `preview` says, of every post", async () => {
    const { app, url } = await openHouse({
      accounts,
      sources: [someSource("https://x.example/")],
      campaigns: [campaign],
    });
    const viewer = await joinAs(app, url, "viewer");
    let compared = 0;
    for (const issue of issues) {
      const { entry, keys, fingerprint } = faceOf({ ...issue, source: "news" });
      const sighting = { kind: "new", entry, state: "news", reason: null } as const;
      await app.ledger.entries.keep([{ sighting, keys, unknown: keys, fingerprint }], app.now());
      await planNews(app);
      const [known] = await app.ledger.entries.list(["news"], 1);
      const page = (await viewer.get(`/desk/entries/${known?.id}`)).text.split("more network")[0] ?? "";
      const previews = await previewsOf(app, { entry, others: false, offline: true });
      const said = previews.flatMap(({ parts }) =>
        parts.map((part) => `${part.text} | ${part.length} / ${part.limit}`),
      );
      expect(partsOn(page).toSorted()).toEqual(said.toSorted());
      compared += said.length;
    }
    console.log(
      `${compared} posts of ${issues.length} newsletters: the same text and count on the page and in preview`,
    );
    expect(compared).toBeGreaterThan(80);
  });
});
