import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Config } from "../../src/config/config.ts";
import type { Step } from "../../src/model/campaign.ts";
import { lazy } from "../../src/model/lazy.ts";
import type { Delivery } from "../../src/model/delivery.ts";
import { storiesOf } from "../../src/plan/asks.ts";
import { parseDocument } from "../../src/source/parse.ts";
import { someConfig, someSource } from "../fixtures/app.ts";
import { liveThrough, type Happening } from "../fixtures/months.ts";
import { clock, someCampaign, someStep } from "../fixtures/plan.ts";
import { data, dataMissing, someDocument, someFeed } from "../fixtures/replay.ts";
import { someLedger } from "../fixtures/shop.ts";

const page = (name: string) => ({ name, channel: "page", settings: {} });
const names = ["fosstodon", "x", "bsky", "here"];

/** The example's: everywhere at four, a story a day at ten on two accounts, a reminder on the fourth day at ten. */
const steps: readonly Step[] = [
  someStep({ to: names }),
  someStep({
    name: "highlights",
    to: ["fosstodon", "bsky"],
    each: "story",
    sections: ["XMPP Articles", "Articles", "*Software releases*", "XMPP Software News"],
    every: { days: 1, clock: clock(10) },
    limit: 6,
  }),
  someStep({
    name: "reminder",
    to: ["fosstodon", "x"],
    after: 4 * 86_400,
    at: { kind: "clock", clock: clock(10) },
  }),
];

/** In memory where the system has such a place: deaths are played within one process here, so no disk is needed to survive them. */
function quickFolder(): string {
  const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "carillon-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const configOf = (feed: string, only: boolean, accounts = names): Config =>
  someConfig({
    ledger: join(quickFolder(), "ledger.db"),
    sources: [someSource(feed, { only: { newsletter: only } })],
    accounts: accounts.map(page),
    campaigns: [someCampaign(steps)],
  });

async function deliveriesIn(config: Config): Promise<readonly Delivery[]> {
  const ledger = await someLedger(config.ledger);
  return ledger.deliveries.list({});
}

/** In Berlin: “2025-10-12 16:00”. */
const local = (at: string): string =>
  new Date(at).toLocaleString("sv-SE", { timeZone: "Europe/Berlin", dateStyle: "short", timeStyle: "short" });

const lineOf = ({ firstDueAt, account, step, story, state }: Delivery): string =>
  [local(firstDueAt), account, step, story ?? "", state].join(" ");

const calendarOf = (deliveries: readonly Delivery[]): readonly string[] => deliveries.map(lineOf).toSorted();

/** The stories of the newest newsletter in a feed, as they stand there. */
async function pageOf(file: string): Promise<readonly string[]> {
  const parsed = await parseDocument(readFileSync(file), {
    contentType: null,
    url: "https://xmpp.org/feed",
    source: "news",
  });
  const entries = parsed.kind === "failed" ? [] : parsed.entries.filter(({ newsletter }) => newsletter);
  const [newest] = entries.toSorted((a, b) => (b.published ?? "").localeCompare(a.published ?? ""));
  return newest === undefined ? [] : storiesOf(steps[1]!, newest).map(({ id }) => id);
}

interface Poll {
  readonly file: string;
  readonly expected_announcements?: readonly { readonly title: string; readonly newsletter: boolean }[];
}

describe.skipIf(dataMissing("a year of feeds"))("a year of the real feed", () => {
  const folder = fileURLToPath(new URL("feed-seq/", data));
  const polls = dataMissing("the list of its files")
    ? []
    : (JSON.parse(readFileSync(`${folder}expected.json`, "utf8")) as { steps: readonly Poll[] }).steps;
  const end = new Date("2026-09-12T12:00:00Z");

  async function year(broken: Parameters<typeof liveThrough>[3] = null) {
    const feed = await someFeed();
    const config = configOf(feed.url, true);
    const happenings: Happening[] = polls.map(({ file }) => ({
      at: new Date(`${file.slice(0, 10)}T12:00:00Z`),
      serve: () => feed.serve(`${folder}${file}`),
    }));
    const commits = await liveThrough(config, happenings, end, broken);
    return { commits, deliveries: await deliveriesIn(config) };
  }
  const reference = lazy(() => year());

  it(
    "every newsletter is announced once and on time, its stories in order, and nothing collides",
    { timeout: 120_000 },
    async () => {
      const { deliveries } = await reference();
      const expected = polls.flatMap(({ file, expected_announcements: all = [] }) =>
        all.filter(({ newsletter }) => newsletter).map(() => `${file.slice(0, 10)} 16:00`),
      );
      for (const account of names) {
        const own = deliveries.filter((one) => one.account === account);
        const announced = own.filter(({ step }) => step === "announcement");
        expect(announced.map(({ firstDueAt }) => local(firstDueAt))).toEqual(expected);
        const times = own.map(({ firstDueAt }) => Date.parse(firstDueAt)).toSorted((a, b) => a - b);
        const closest = Math.min(...times.slice(1).map((time, index) => time - times[index]!));
        expect(closest).toBeGreaterThanOrEqual(300_000);
        const late = own.filter(({ receipt, firstDueAt }) => receipt?.at !== firstDueAt);
        expect(late).toEqual([]);
      }
      const days = deliveries.filter(({ account, step }) => account === "bsky" && step === "highlights");
      for (const { file } of polls.slice(1)) {
        const told = await pageOf(`${folder}${file}`);
        const own = days.filter(({ firstDueAt }) => firstDueAt.slice(0, 7) === file.slice(0, 7));
        const places = own.map(({ story }) => told.indexOf(story ?? ""));
        expect(places, file).toEqual(places.toSorted((a, b) => a - b));
        expect(places).not.toContain(-1);
      }
      expect(days.every(({ firstDueAt }) => local(firstDueAt).endsWith("10:00"))).toBe(true);
      console.log(
        `${deliveries.length} posts about ${expected.length} newsletters, all sent on time, none twice:`,
      );
      const byDay = Map.groupBy(deliveries, ({ firstDueAt, step }) => `${local(firstDueAt)} ${step}`);
      console.log(
        [...byDay]
          .map(
            ([slot, posts]) =>
              `  ${slot}: ${posts
                .map(({ account }) => account)
                .toSorted()
                .join(", ")}`,
          )
          .join("\n"),
      );
    },
  );

  it("comes out the same a second time, though it is broken off then", { timeout: 120_000 }, async () => {
    const first = await reference();
    const commit = Math.round(first.commits * 0.4);
    expect(calendarOf((await year({ commit, counts: true })).deliveries)).toEqual(
      calendarOf(first.deliveries),
    );
  });
});

const issue = (month: string, day: number, stories: readonly string[]): string =>
  `<item><title>The Bell Gazette ${month}</title><link>https://bells.example.org/${month}/</link><guid>${month}</guid>
   <pubDate>${new Date(Date.UTC(2026, 2, day)).toUTCString()}</pubDate><description>&lt;p&gt;What rang.&lt;/p&gt;&lt;h2&gt;Articles&lt;/h2&gt;&lt;ul&gt;${stories
     .map(
       (story) =>
         `&lt;li&gt;${story} is told in &lt;a href="https://bells.example.org/${story}/"&gt;a story&lt;/a&gt;.&lt;/li&gt;`,
     )
     .join("")}&lt;/ul&gt;</description></item>`;

const feedOf = (...items: readonly string[]): string =>
  `<rss version="2.0"><channel><title>x</title><link>https://bells.example.org/</link><description>x</description>${items.join("")}</channel></rss>`;

it(
  "a run that is broken off at any of its commits gives the same calendar",
  { timeout: 240_000 },
  async () => {
    const live = async (broken: Parameters<typeof liveThrough>[3] = null) => {
      const feed = await someDocument("");
      const config = configOf(feed.url, false, ["fosstodon"]);
      const march = issue("March", 9, ["Casting", "Ringing", "Tuning"]);
      const more = issue("March", 9, ["Casting", "Ringing", "Tuning", "Hanging"]);
      const april = issue("April", 12, ["Polishing", "Lifting"]);
      const [first, ...rest] = [feedOf(), feedOf(march), feedOf(more), feedOf(april, more)];
      const happenings = [first, ...rest].map((text, index) => ({
        at: new Date(Date.UTC(2026, 2, 9 + index * 2, 12)),
        serve: () => feed.set(text),
      }));
      const commits = await liveThrough(config, happenings, new Date("2026-04-20T00:00:00Z"), broken);
      return { commits, calendar: calendarOf(await deliveriesIn(config)) };
    };
    const whole = await live();
    expect(whole.calendar).toHaveLength(2 + 6 + 2);
    expect(whole.calendar.every((line) => line.endsWith("sent"))).toBe(true);
    for (let commit = 1; commit <= whole.commits; commit += 1)
      expect((await live({ commit, counts: commit % 2 === 0 })).calendar, `at ${commit}`).toEqual(
        whole.calendar,
      );
    console.log(
      `${whole.calendar.length} posts; broken off at each of ${whole.commits} commits: the same calendar\n${whole.calendar.join("\n")}`,
    );
  },
);
