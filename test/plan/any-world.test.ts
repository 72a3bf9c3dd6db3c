import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Booking } from "../../src/model/booking.ts";
import type { Step } from "../../src/model/campaign.ts";
import type { Pace } from "../../src/model/slot.ts";
import { isEmpty, type Addition, type Difference } from "../../src/plan/difference.ts";
import { apply, liveOn, passTo } from "../../src/plan/rehearse.ts";
import { replan } from "../../src/plan/replan.ts";
import { compareWishes } from "../../src/plan/wish.ts";
import type { World } from "../../src/plan/world.ts";
import { clock, someCampaign, someNews, somePace, someStep, someWorld } from "../fixtures/plan.ts";

const start = Date.parse("2026-03-10T12:00:00Z");
const hour = 3_600_000;

const anyClock = fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.constantFrom(0, 30) });
const anyAt: fc.Arbitrary<Step["at"]> = fc.oneof(
  fc.constant({ kind: "now" } as const),
  anyClock.map((one) => ({ kind: "clock", clock: one }) as const),
  anyClock.map((one) => ({ kind: "next", clock: one }) as const),
);
const anyTo = fc.uniqueArray(fc.constantFrom("tower", "barn"), { minLength: 1 });
const anyStep: fc.Arbitrary<Partial<Step>> = fc.oneof(
  fc.record({ at: anyAt, to: anyTo, after: fc.constantFrom(0, 86_400, 90_000) }),
  fc.record({
    to: anyTo,
    each: fc.constant("story" as const),
    order: fc.constantFrom("page" as const, "best" as const),
    every: anyClock.map((one) => ({ days: 1, clock: one })),
    limit: fc.constantFrom(null, 2),
  }),
  fc.record({ to: anyTo, at: anyAt, repeat: fc.constant({ every: 10 * 86_400, times: 3 }) }),
);
const anyPace: fc.Arbitrary<Pace> = fc.record({
  zone: fc.constantFrom("Europe/Berlin", "America/St_Johns", "Pacific/Auckland"),
  quiet: fc.option(
    fc.record({
      hours: fc.option(
        fc.record({ from: fc.constant(clock(22)), to: anyClock }).filter(({ to }) => to.hour !== 22),
      ),
      weekdays: fc.subarray([1, 2, 3, 4, 5, 6] as const),
      dates: fc.constant(["2026-03-12"]),
    }),
  ),
  gap: fc.constantFrom(null, 60, 3600),
  perDay: fc.constantFrom(null, 1, 3),
});

const anyWorld: fc.Arbitrary<World> = fc
  .record({
    steps: fc.array(anyStep, { minLength: 1, maxLength: 3 }),
    others: fc.array(anyStep, { maxLength: 2 }),
    pace: anyPace,
    found: fc.array(fc.integer({ min: -40, max: 0 }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ steps, others, pace, found }) => {
    const named = (list: readonly Partial<Step>[]): Step[] =>
      list.map((one, index) => someStep({ ...one, name: `s${index}` }));
    return someWorld({
      campaigns: [someCampaign(named(steps)), someCampaign(named(others), { name: "other" })],
      pace: somePace(pace),
      paces: new Map(),
      entries: found.map((hours, index) =>
        someNews(String(index), new Date(start + hours * hour).toISOString()),
      ),
    });
  });

const now = new Date(start);
const runs = { numRuns: 400 };

/** What is known of every post but when it was last touched. */
const calendar = ({ bookings }: World): readonly string[] =>
  bookings.map(({ changedAt: _at, ...rest }) => JSON.stringify(rest)).toSorted();

it("a plan that was applied has nothing left to change", () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const after = apply(world, replan(world, now), now);
      expect(isEmpty(replan(after, now))).toBe(true);
      const tomorrow = new Date(start + 30 * hour);
      const passed = passTo(after, tomorrow);
      expect(isEmpty(replan(passed, tomorrow))).toBe(true);
    }),
    runs,
  );
});

it("a plan that was broken off anywhere and made again is the same", () => {
  fc.assert(
    fc.property(anyWorld, anyWorld, fc.nat(), (world, other, stop) => {
      const first = apply(world, replan(world, now), now);
      // The campaigns change while its posts wait, and the applying of that is broken off.
      const edited = { ...first, campaigns: other.campaigns, pace: other.pace };
      const difference = replan(edited, now);
      const whole = apply(edited, difference, now);
      const half = apply(edited, beginningOf(difference, stop), now);
      expect(calendar(apply(half, replan(half, now), now))).toEqual(calendar(whole));
    }),
    runs,
  );
});

/** What goes first, and of what takes a place the first ones in their order. */
function beginningOf(difference: Difference, stop: number): Difference {
  const { add, move, revive } = difference;
  const placings = [...add, ...move, ...revive].toSorted((a, b) => compareWishes(a.wish, b.wish));
  const done = new Set(placings.slice(0, stop % (placings.length + 1)).map(({ wish }) => wish));
  const isDone = ({ wish }: Pick<Addition, "wish">): boolean => done.has(wish);
  return { ...difference, add: add.filter(isDone), move: move.filter(isDone), revive: revive.filter(isDone) };
}

const anyRound: fc.Arbitrary<Partial<Step>> = fc.record({
  at: fc.constant({ kind: "now" } as const),
  to: anyTo,
  on: fc.constantFrom(
    { kind: "weekly", weekday: 5, clock: clock(18) } as const,
    { kind: "monthly", day: 31, clock: clock(9) } as const,
    { kind: "once", date: "2026-03-28", clock: clock(9) } as const,
  ),
});
const anyDeadline = fc.constantFrom({}, {}, { expires: 5 * 86_400 }, { late: "skip" as const });
const anyFate = fc.constantFrom<Partial<Booking>>(
  {},
  {},
  { movedBy: "anna", dueAt: "2026-03-11T10:02:00.000Z" },
  { state: "held" },
  { state: "sent" },
  { state: "cancelled" },
  { state: "cancelled", dropped: true },
  { tried: true },
);

it("a rehearsal that plans only where that may change anything is as one that plans every six days", () => {
  const step = (worlds: World, at: Date): World => apply(worlds, replan(worlds, at), at);
  const far = fc.record({ rounds: fc.array(anyRound, { maxLength: 1 }), deadline: anyDeadline });
  fc.assert(
    fc.property(anyWorld, anyWorld, far, fc.array(anyFate, { minLength: 1 }), (world, other, more, fates) => {
      const first = step(world, now);
      const bookings = first.bookings.map((one, at) => ({ ...one, ...fates[at % fates.length] }));
      const [entry] = world.entries;
      const steps = other.campaigns.flatMap((one) => one.steps.map((own) => ({ ...own, ...more.deadline })));
      const rounds = more.rounds.map((own) => someStep({ ...own, name: "round" }));
      const campaigns = [someCampaign([...steps.map((own, at) => ({ ...own, name: `s${at}` })), ...rounds])];
      const newest = new Map(entry ? [["news", entry]] : []);
      const edited: World = { ...first, bookings, campaigns, newest, pace: other.pace };
      const days = [6, 12, 18, 24, 30, 36, 40].map((day) => new Date(start + day * 24 * hour));
      const slow = days.reduce((last, at) => step(passTo(last, at), at), step(edited, now));
      expect(calendar(liveOn(edited, now, days.at(-1) ?? now).world)).toEqual(calendar(slow));
    }),
    runs,
  );
});

it("no two posts of an account collide, whatever the campaigns ask for", () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const { bookings } = apply(world, replan(world, now), now);
      for (const own of Map.groupBy(bookings, ({ account }) => account).values())
        expect(collisions(own, world)).toEqual([]);
    }),
    runs,
  );
});

function collisions(bookings: readonly Booking[], { pace, campaigns }: World): readonly string[] {
  const prompt = ({ campaign, step }: Booking): boolean => {
    const known = campaigns
      .find(({ name }) => name === campaign)
      ?.steps.find(({ name }) => name === step.split("/")[0]);
    return pace.gap === null && known?.at.kind === "now" && known.after === 0 && known.every === null;
  };
  const times = bookings
    .filter((one) => !prompt(one))
    .map(({ dueAt }) => Date.parse(dueAt))
    .toSorted((a, b) => a - b);
  const gap = (pace.gap ?? 300) * 1000;
  return times
    .slice(1)
    .flatMap((time, index) => (time - (times[index] ?? 0) < gap ? [new Date(time).toISOString()] : []));
}
