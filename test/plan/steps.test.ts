import { describe, expect, it } from "vitest";
import type { Step } from "../../src/model/campaign.ts";
import { isEmpty } from "../../src/plan/difference.ts";
import { passTo } from "../../src/plan/rehearse.ts";
import { replan } from "../../src/plan/replan.ts";
import type { World } from "../../src/plan/world.ts";
import { someSection } from "../fixtures/entry.ts";
import { clock, planned, seen, someCampaign, someNews, someStep, someWorld } from "../fixtures/plan.ts";

const noon = new Date("2026-03-10T12:00:00Z");
const news = someNews("1", noon.toISOString());

const worldOf = (step: Partial<Step>, changes: Partial<World> = {}): World =>
  someWorld({
    campaigns: [someCampaign([someStep(), someStep({ name: "other", ...step })])],
    entries: [news],
    ...changes,
  });

const plan = (step: Partial<Step>, changes: Partial<World> = {}): readonly string[] =>
  seen(planned(worldOf(step, changes), noon).bookings).filter((one) => !one.includes("announcement"));

describe("stories", () => {
  it("stand under headings of any language and case, by patterns", () => {
    expect(plan({ each: "story", sections: ["ART*", "rel?ases"] })).toHaveLength(4);
    expect(plan({ each: "story", sections: ["art"] })).toEqual([]);
  });

  it("come the best first, of which a limit leaves the best", () => {
    const [articles, releases] = news.entry.sections;
    const [first, ...rest] = articles!.stories;
    const image = { url: "https://example.org/bell.png", alt: "A bell" };
    const entry = {
      ...news.entry,
      sections: [{ ...articles!, stories: [...rest, { ...first!, image }] }, releases!],
    };
    const step = { each: "story", order: "best", limit: 2, every: { days: 1, clock: clock(10) } } as const;
    expect(plan(step, { entries: [{ ...news, entry }] })).toEqual([
      "03-11 09:00 tower other Articles-0",
      "03-12 09:00 tower other Releases-0",
    ]);
  });

  it("go out together where no rhythm is asked for", () => {
    expect(plan({ each: "story", at: { kind: "clock", clock: clock(20) } })).toEqual(
      ["Articles-0", "Articles-1", "Articles-2", "Releases-0"].map((id) => `03-10 19:00 tower other ${id}`),
    );
  });
});

describe("a step that repeats", () => {
  it("comes again, at the same time on the wall clock", () => {
    expect(
      plan({ repeat: { every: 20 * 86_400, times: 3 }, at: { kind: "next", clock: clock(18) } }),
    ).toEqual(["03-10 17:00 tower other", "03-30 16:00 tower other/2", "04-19 16:00 tower other/3"]);
  });
});

describe("before an event", () => {
  const event = (text: string) => ({
    entries: [{ ...news, entry: { ...news.entry, sections: [someSection("XMPP Events", text)] } }],
  });
  const step = { before: "event", at: { kind: "before", before: 1, clock: clock(10) } } as const;

  it("is the day before, by the account's clocks or those of the place", () => {
    expect(plan(step, event("Sprint in Berlin on April 7th"))).toEqual([
      "04-06 08:00 tower other XMPP Events-0",
    ]);
    expect(plan(step, event("Talk on April 7th, 16:00 UTC"))).toEqual([
      "04-06 10:00 tower other XMPP Events-0",
    ]);
  });

  it("is nothing where no day is named, or it is too near or past", () => {
    expect(plan(step, event("Every second Wednesday of the month"))).toEqual([]);
    expect(plan(step, event("Today, March 11th"))).toEqual([]);
    expect(plan(step, event("It was great on February 1-2"))).toEqual([]);
  });

  it("is cancelled when nobody agreed to it in time", () => {
    const campaigns = [
      someCampaign([someStep({ name: "event", ...step })], { review: { approvals: 1, expires: null } }),
    ];
    const world = planned(someWorld({ ...event("On April 7th"), campaigns }), noon);
    const { cancel } = replan(world, new Date("2026-04-08T12:00:00Z"));
    expect(cancel.map(({ why }) => why)).toEqual(["The event has begun. To send it still: retry."]);
  });
});

describe("a translation", () => {
  const german = someNews("de", noon.toISOString());
  const entries = [news, { ...german, entry: { ...german.entry, source: "german", language: "de" } }];
  const languages = new Map([
    ["glocke", "de"],
    ["cloche", "fr"],
  ]);
  const originals = new Map([["german", "news"]]);

  it("goes to the accounts of its language, and the original goes to none of them", () => {
    const step = { of: "translation", to: ["glocke", "cloche", "tower"] } as const;
    expect(plan(step, { entries, languages, originals })).toEqual(["03-10 15:00 glocke other"]);
  });
});

describe("by the calendar", () => {
  const newest = new Map([["news", news]]);
  const monthly = {
    name: "monthly",
    on: { kind: "monthly", day: 15, clock: clock(10) },
    at: { kind: "now" },
  } as const;
  const world = (changes: Partial<World> = {}): World =>
    someWorld({
      campaigns: [someCampaign([someStep(monthly)])],
      entries: [news],
      newest,
      since: noon,
      ...changes,
    });

  it("a post a month is planned a week ahead, about the newest entry", () => {
    expect(seen(planned(world(), noon).bookings)).toEqual(["03-15 09:00 tower monthly/2026-03-15"]);
    expect(seen(planned(world(), new Date("2026-03-07T12:00:00Z")).bookings)).toEqual([]);
  });

  it("a newer entry takes the place, until the post is out", () => {
    const next = someNews("2", "2026-03-12T12:00:00Z");
    const thursday = new Date("2026-03-12T12:00:00Z");
    const known = { newest: new Map([["news", next]]), entries: [news, next] };
    const after = planned({ ...planned(world(), noon), ...known }, thursday);
    expect(after.bookings.filter(({ state }) => state === "scheduled").map(({ entry }) => entry)).toEqual([
      "2",
    ]);
    expect(isEmpty(replan(after, thursday))).toBe(true);
    const sunday = new Date("2026-03-15T12:00:00Z");
    const out = passTo(planned(world(), noon), sunday);
    expect(isEmpty(replan({ ...out, ...known }, sunday))).toBe(true);
  });

  it("on the last day of a month that has none such", () => {
    const on = { ...monthly.on, day: 31 } as const;
    const april = new Date("2026-04-29T12:00:00Z");
    const one = world({ since: april, campaigns: [someCampaign([someStep({ ...monthly, on })])] });
    expect(seen(planned(one, april).bookings)).toEqual(["04-30 08:00 tower monthly/2026-04-30"]);
  });

  it("weekly, and once", () => {
    const weekly = someStep({
      ...monthly,
      name: "weekly",
      on: { kind: "weekly", weekday: 5, clock: clock(9) },
    });
    const once = someStep({
      ...monthly,
      name: "once",
      on: { kind: "once", date: "2026-03-14", clock: clock(9) },
    });
    expect(seen(planned(world({ campaigns: [someCampaign([weekly, once])] }), noon).bookings)).toEqual([
      "03-13 08:00 tower weekly/2026-03-13",
      "03-14 08:00 tower once/2026-03-14",
    ]);
  });

  it("what was missed is sent when the service is back, or not where it is to be skipped", () => {
    const friday = new Date("2026-03-20T12:00:00Z");
    expect(seen(planned(world(), friday).bookings)).toEqual(["03-20 12:00 tower monthly/2026-03-15"]);
    const campaigns = [someCampaign([someStep({ ...monthly, late: "skip" })])];
    expect(seen(planned(world({ campaigns }), friday).bookings)).toEqual([]);
  });
});

describe("a post whose time passed while nothing was sent", () => {
  const after = (hours: number): Date => new Date(Date.parse("2026-03-10T15:00:00Z") + hours * 3_600_000);
  const late = (step: Partial<Step>, hours: number) => {
    const world = planned(someWorld({ campaigns: [someCampaign([someStep(step)])], entries: [news] }), noon);
    const { cancel, hold } = replan(world, after(hours));
    return [...cancel.map(({ why }) => `cancelled: ${why}`), ...hold.map(({ why }) => `held: ${why}`)];
  };

  it("is sent, as long as it has not expired", () => {
    expect(late({}, 1000)).toEqual([]);
    expect(late({ expires: 3 * 86_400 }, 71)).toEqual([]);
    expect(late({ expires: 3 * 86_400 }, 73)).toEqual([
      "cancelled: announcement was not to go out so long after its time: it has expired. To send it still: retry.",
    ]);
  });

  it("is skipped or asked about, after an hour", () => {
    expect(late({ late: "skip" }, 0.9)).toEqual([]);
    expect(late({ late: "skip" }, 1.1)[0]).toContain("cancelled: Its time passed while nothing was sent");
    expect(late({ late: "ask" }, 1.1)).toEqual([
      "held: Its time passed while nothing was sent: release it to send it now, or cancel it.",
    ]);
  });
});

describe("a reminder that is not needed", () => {
  const reminder = { name: "reminder", after: 4 * 86_400, unless: { likes: 20 } } as const;
  const sent = passTo(
    planned(worldOf(reminder, { campaigns: [someCampaign([someStep(), someStep(reminder)])] }), noon),
    new Date("2026-03-10T18:00:00Z"),
  );
  const { ids } = sent.bookings.find(({ step }) => step === "announcement")!;
  const reached = (likes: number): World => ({
    ...sent,
    success: new Map([[ids[0]!, { likes, reposts: 0, replies: 0 }]]),
  });
  const then = new Date("2026-03-11T12:00:00Z");

  it("is cancelled, with what the announcement came to", () => {
    expect(replan(reached(34), then).cancel.map(({ why }) => why)).toEqual([
      "The announcement has 34 likes already, so this needs not be said.",
    ]);
    expect(isEmpty(replan(planned(reached(34), then), then))).toBe(true);
  });

  it("goes out where it did not do so well, or nobody knows", () => {
    expect(isEmpty(replan(reached(19), then))).toBe(true);
    expect(isEmpty(replan(sent, then))).toBe(true);
  });
});
