import { expect, onTestFinished, test } from "vitest";
import { sendReport } from "../../../src/app/results/report.ts";
import { monthsSince } from "../../../src/app/results/month.ts";
import type { Config } from "../../../src/config/config.ts";
import { calls } from "../../../src/model/delivery.ts";
import { startWebhook } from "../../bench/webhook.ts";
import { someApp, someConfig } from "../../fixtures/app.ts";
import { seedResults } from "../../fixtures/results.ts";

const secret = `whsec_${Buffer.alloc(32, 5).toString("base64")}`;
const report = { to: "room", on: { kind: "monthly", day: 1, clock: { hour: 9, minute: 0 } } } as const;

/** A team's room, two issues with results, and a clock that tests move. The site's clock is an hour ahead of UTC. */
async function someTown(changes: Partial<Config> = {}, issues = 2) {
  let now = new Date("2026-11-23T12:00:00Z");
  const room = await startWebhook({ secret, strict: false });
  onTestFinished(() => room.close());
  const accounts = [{ name: "room", channel: "webhook", settings: { server: room.url, secret } }];
  const app = await someApp(someConfig({ accounts, report, ...changes }), () => now);
  if (issues > 0)
    await seedResults(app.ledger, { issues, age: 10, now, accounts: { fedi: "mastodon" }, posts: 2 });
  return {
    app,

    turnTo: (iso: string) => void (now = new Date(iso)),
    texts: async () => {
      await app.dispatcher.runDue();
      return (await app.ledger.deliveries.list({ campaign: calls })).map(({ post, step, state }) => ({
        text: post.text,
        step,
        state,
      }));
    },
  };
}

test("a month's report goes to the room at its time, once", async () => {
  const { app, turnTo, texts } = await someTown();
  turnTo("2026-12-01T07:59:00Z");
  expect(await sendReport(app)).toBe(false);
  turnTo("2026-12-01T08:00:30Z");
  expect(await Promise.all([sendReport(app), sendReport(app)])).toContain(true);
  expect(await sendReport(app)).toBe(false);
  const [sent, ...more] = await texts();
  expect(more).toEqual([]);
  expect(sent).toMatchObject({ step: "report-2026-11", state: "sent" });
  expect(sent?.text).toBe(
    [
      "The Belfry: results of November 2026",
      "2 posts went out. They came to 60 likes, 15 reposts, 8 replies.",
      "October 2026 at the same time: 60 likes, 15 reposts, 8 replies.",
      "Most was done with the post on fedi (55 likes, reposts and replies):\nPost 0\nhttps://example.org/issue-0001-fedi-0",
      "All of it: http://localhost:4747/desk/results/2026-11",
    ].join("\n\n"),
  );
});

test("in the site's language", async () => {
  const site = { ...someConfig().site, language: "de" };
  const { app, turnTo, texts } = await someTown({ site });
  turnTo("2026-12-01T08:00:30Z");
  await sendReport(app);
  expect((await texts())[0]?.text).toMatch(
    /^The Belfry: Ergebnisse für November 2026\n\nGesendet: 2 Posts\. Daraus wurde: 60 Likes/,
  );
});

test("it may be a day late, not two; and a month without posts has none", async () => {
  const { app, turnTo } = await someTown();
  turnTo("2026-12-02T08:01:00Z");
  expect(await sendReport(app)).toBe(false);
  turnTo("2026-12-02T07:59:00Z");
  expect(await sendReport(app)).toBe(true);
  turnTo("2027-01-01T09:00:00Z");
  expect(await sendReport(app)).toBe(false);
});

test("nothing is sent where nobody asked for it, nor onto the site's own page", async () => {
  const quiet = await someApp(someConfig(), () => new Date("2026-12-01T08:00:30Z"));
  expect(await sendReport(quiet)).toBe(false);
  const { app, turnTo } = await someTown({ accounts: [{ name: "room", channel: "page", settings: {} }] });
  turnTo("2026-12-01T08:00:30Z");
  expect(await sendReport(app)).toBe(false);
});

test("months go back from now to that of the first post, by the site's clock", () => {
  const now = new Date("2027-01-31T23:30:00Z");
  expect(monthsSince("2026-11-30T23:30:00Z", now, "Europe/Berlin")).toEqual([
    "2027-02",
    "2027-01",
    "2026-12",
  ]);
  expect(monthsSince(null, now, "Europe/Berlin")).toEqual([]);
});
