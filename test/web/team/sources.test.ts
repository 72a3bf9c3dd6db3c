import { onTestFinished, expect, test } from "vitest";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadConfig } from "../../../src/config/load.ts";
import { findChannel } from "../../../src/registry.ts";
import { de } from "../../../src/web/words/de.ts";
import { en } from "../../../src/web/words/words.ts";
import { describeStep } from "../../../src/web/team/step-words.ts";
import { body, startFeedServer, status } from "../../bench/feed-server.ts";
import { someFolder } from "../../fixtures/shop.ts";
import { joinAs, openHouse } from "./house.ts";

const feed = (...titles: readonly string[]): string =>
  `<rss version="2.0"><channel><title>Bells</title>${titles
    .map(
      (title) =>
        `<item><title>${title}</title><link>https://x.example/${title}</link><guid>${title}</guid></item>`,
    )
    .join("")}</channel></rss>`;

async function someHouse(campaigns = "") {
  const server = await startFeedServer();
  onTestFinished(() => server.close());
  let later = 0;
  const file = join(someFolder(), "carillon.yaml");
  writeFileSync(
    file,
    `site: { timezone: Europe/Berlin }
ledger: ./ledger.db
network: { allowPrivate: true }
sources:
  bells: { feed: "${server.url}/feed?token=hush-hush", poll: "0 8 * * Mon", brake: 2 }
accounts:
  here: { channel: page }
${campaigns}`,
  );
  const { config, problems } = await loadConfig(file, {}, findChannel);
  const { app, url } = await openHouse({ ...config }, () => new Date(Date.now() + later * 1000));
  Object.assign(app, { problems });
  return { app, url, server, pass: (seconds: number) => void (later += seconds) };
}

test("a source says how it answers, what it brought, and why not", async () => {
  const { app, url, server, pass } = await someHouse();
  const anna = await joinAs(app, url, "administrator", "anna");
  const before = (await anna.get("/desk/sources")).text;
  expect(before).toContain("not looked at yet");
  expect(before).toMatch(/Next look<\/dt>\s*<dd>\s*<time datetime="\d/);
  expect(before).not.toContain("hush-hush");
  server.serve("/feed?token=hush-hush", body(feed("One")));
  expect((await anna.post("/desk/sources/bells/look")).text).toContain("bells: It answers: 1 entry is known");
  expect((await anna.post("/desk/sources/bells/look")).text).toContain("less than a minute ago");
  pass(61);
  server.serve("/feed?token=hush-hush", body(feed("Three", "&lt;b&gt;Two&lt;/b&gt;", "One")));
  expect((await anna.post("/desk/sources/bells/look")).text).toContain("3 entries, 2 new");
  const page = (await anna.get("/desk/sources")).text;
  expect(page).not.toContain("<b>Two");
  expect(page).toContain("if more than 2 new entries come at once");
  pass(61);
  server.serve("/feed?token=hush-hush", status(503));
  await anna.post("/desk/sources/bells/look");
  const ill = (await anna.get("/desk/sources")).text;
  expect(ill).toContain("does not answer");
  expect(ill).toContain("It did not answer the last time.");
  expect(await app.ledger.audit.list(1)).toEqual([
    expect.objectContaining({ who: "anna", action: "look", subject: "bells" }),
  ]);
  const bob = await joinAs(app, url, "approver", "bob");
  expect((await bob.get("/desk/sources")).text).not.toContain("Look now");
  expect((await bob.post("/desk/sources/bells/look")).status).toBe(403);
  expect((await anna.post("/desk/sources/nobody/look")).status).toBe(404);
});

const campaigns = `campaigns:
  letter:
    source: bells
    review: { approvals: 2, expires: 7d }
    wait: { live: true }
    expect: { entry: monthly by 7 }
    steps:
      announcement: { to: [here], at: "next 16:00" }
      highlights: { to: [here], each: story, sections: [Articles], every: 1d at 10:00, limit: 6 }
      reminder: { to: [here], after: 4d, at: "10:00" }
      past: { to: [here], on: "2020-12-24 10:00" }
  broken: { source: nowhere, steps: {} }
`;

test("a campaign is told in plain words, with its templates, what is planned, and what will never come", async () => {
  const { app, url } = await someHouse(campaigns);
  const viewer = await joinAs(app, url, "viewer");
  const page = (await viewer.get("/desk/campaigns")).text.replaceAll(/\s+/g, " ");
  expect(page).toContain("When a new entry of bells appears:");
  expect(page).toContain("<b>announcement</b> to here: one post, at the next 16:00.");
  expect(page).toContain("2 different people must agree to each post before it goes out.");
  expect(page).toContain("An approval counts for 7 days.");
  expect(page).toContain("A new entry is expected every month by day 7");
  expect(page).toContain("<code>announcement</code>");
  expect(page).toContain("<code>story</code>");
  expect(page).toMatch(/What is wrong, or will never come<\/b><\/p> ?<p><b dir="auto">past<\/b>: 20/);
  expect(page).not.toContain("campaigns.letter");
  expect(page).toContain("Nothing is planned now.");
  expect(page).toMatch(/broken<\/b><\/p> <p>There is no source “nowhere”/);
  expect(page).toMatch(/<code>steps\.reminder\.after<\/code>.{0,80}4d.{0,120}carillon\.yaml, line \d+/);
  expect((await viewer.get("/desk/entries")).status).toBe(200);
});

const plain = {
  name: "x",
  to: ["here"],
  at: { kind: "now" },
  after: 0,
  each: "entry",
  sections: [],
  every: null,
  limit: null,
  thread: null,
} as const;
const ten = { hour: 10, minute: 0 };

test.each([
  [{}, "one post, at once.", "ein Post, sofort."],
  [{ after: 3600 }, "one post, an hour later.", "ein Post, eine Stunde später."],
  [
    { at: { kind: "next", clock: ten, days: [1, 4] } },
    "one post, at 10:00 on the next Monday or Thursday.",
    "ein Post, um 10:00 am nächsten Montag oder Donnerstag.",
  ],
  [
    { each: "story", every: { days: 1, clock: ten }, limit: 6, order: "best", sections: ["News"] },
    "one post for each story, under News, at most 6, the best first, one a day at 10:00.",
    "ein Post zu jeder Meldung, unter News, höchstens 6, die besten zuerst, täglich einer um 10:00.",
  ],
  [
    { before: "event", at: { kind: "before", before: 1, clock: ten } },
    "one post for each event to come, the day before, at 10:00.",
    "ein Post zu jeder kommenden Veranstaltung, am Tag davor um 10:00.",
  ],
  [
    { on: { kind: "monthly", day: 1, clock: ten }, late: "skip" },
    "one post, about the newest entry, every month on day 1 at 10:00, left out where its time was missed.",
    "ein Post, über den neuesten Beitrag, jeden Monat am 1. um 10:00, ausgelassen, wenn die Zeit verpasst wurde.",
  ],
  [
    { repeat: { every: 2_592_000, times: 3 }, unless: { likes: 20 }, expires: 1800 },
    "one post, at once, 3 times in all, 30 days apart, not where the first post had 20 likes already, cancelled where it cannot go out within 30 minutes.",
    "ein Post, sofort, insgesamt 3 Mal, mit Abstand: 30 Tage, nicht, wenn der erste Post schon 20 Likes hatte, abgesagt, wenn es später rausginge als nach: 30 Minuten.",
  ],
] as const)("a step is told in both languages: %j", (changes, english, german) => {
  const step = { ...plain, ...changes };
  expect(describeStep(en, step)).toBe(english);
  expect(describeStep(de, step)).toBe(german);
});
