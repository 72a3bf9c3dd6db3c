import { isPlans, stepName, type Booking } from "../model/booking.ts";
import type { Campaign, Step } from "../model/campaign.ts";
import type { KnownEntry } from "../model/sighting.ts";
import { asksOf } from "./asks.ts";
import { occurrencesOf, type Occurrence } from "./calendar.ts";
import { dayLength, dayOfDate, momentOf, type Moment, type Offsets } from "./clock.ts";
import { sameLanguage } from "./language.ts";
import { tellable } from "./skipped.ts";
import type { Wish } from "./wish.ts";
import { paceOf, type World } from "./world.ts";

/** Days ahead for which steps by the calendar are planned, where the world does not say. */
export const week = 7;

/** Every post that the campaigns ask for, whenever it is or was due. */
export function wishesOf(world: World, now: Date): readonly Wish[] {
  const shelf = shelve(world.bookings);
  const turns = new Map(world.entries.map(({ id }, turn) => [id, turn]));
  const bySource = Map.groupBy(
    world.entries.filter(({ state }) => state === "news"),
    ({ entry }) => entry.source,
  );
  return world.campaigns.flatMap((campaign, index) =>
    campaign.steps.flatMap((step, number) => {
      const place: Place = { world, campaign, step, rank: [index, number], shelf, turns };
      return step.on
        ? byCalendar(place, now)
        : entriesFor(place, bySource).flatMap((one) => followUp(place, one));
    }),
  );
}

interface Place {
  readonly world: World;
  readonly campaign: Campaign;
  readonly step: Step;
  readonly rank: readonly [campaign: number, step: number];
  readonly shelf: ReadonlyMap<string, readonly Booking[]>;
  /** Where each entry stands among all. */
  readonly turns: ReadonlyMap<string, number>;
}

/** What each account has of each step about each entry, and of those that come round about any. */
function shelve(bookings: readonly Booking[]): ReadonlyMap<string, readonly Booking[]> {
  const shelf = new Map<string, Booking[]>();
  for (const booking of bookings) {
    const { campaign, step, account, entry } = booking;
    for (const about of step.includes("/") ? [entry, ""] : [entry]) {
      const label = labelOf(campaign, stepName(step), account, about);
      const found = shelf.get(label);
      if (found) found.push(booking);
      else shelf.set(label, [booking]);
    }
  }
  return shelf;
}

const labelOf = (campaign: string, step: string, account: string, about: string): string =>
  `${campaign} ${step} ${account} ${about}`;

function entriesFor(
  { world, campaign, step }: Place,
  bySource: ReadonlyMap<string, readonly KnownEntry[]>,
): readonly KnownEntry[] {
  if (step.of === undefined) return bySource.get(campaign.source) ?? [];
  const translations = [...world.originals].filter(([, original]) => original === campaign.source);
  return translations.flatMap(([source]) => bySource.get(source) ?? []);
}

function followUp(place: Place, entry: KnownEntry): readonly Wish[] {
  const { world, campaign, step, rank, shelf, turns } = place;
  return recipients(place, entry).flatMap((account) => {
    const booked = shelf.get(labelOf(campaign.name, step.name, account, entry.id)) ?? [];
    const told = tellable(world, step, account, entry);
    if (told === null) return [];
    const asks = asksOf(step, {
      entry: told,
      booked,
      offsets: clockOf(world, account),
      clocks: world.offsets,
    });
    return asks.map((ask, index) => ({
      ...ask,
      campaign,
      step,
      account,
      entry,
      turn: turns.get(entry.id) ?? 0,
      rank: [...rank, index] as const,
    }));
  });
}

const clockOf = (world: World, account: string): Offsets => world.offsets(paceOf(world, account).zone);

function recipients({ world, step }: Place, { entry }: KnownEntry): readonly string[] {
  if (step.of === undefined) return step.to;
  return step.to.filter((account) => {
    const language = world.languages.get(account);
    return language !== undefined && entry.language !== null && sameLanguage(language, entry.language);
  });
}

/** About the newest entry at that time; once it is somebody's or out, that does not change any more. */
function byCalendar(place: Place, now: Date): readonly Wish[] {
  const { world, campaign, step, rank, shelf } = place;
  const newest = world.newest.get(campaign.source);
  return step.to.flatMap((account) => {
    const booked = shelf.get(labelOf(campaign.name, step.name, account, "")) ?? [];
    return occurrences(place, account, booked, now).flatMap(({ date, at }) => {
      const name = `${step.name}/${date}`;
      const own = booked.filter((one) => one.step === name && !one.dropped);
      const settled = own.find((one) => !isPlans(one));
      const entry = settled ? world.entries.find(({ id }) => id === settled.entry) : newest;
      if (entry === undefined || tellable(world, step, account, entry) === null) return [];
      const until = step.expires === undefined ? null : at + step.expires * 1000;
      return [
        {
          campaign,
          step,
          name,
          account,
          entry,
          story: null,
          wanted: at,
          until,
          turn: place.turns.get(entry.id) ?? 0,
          rank: [...rank, 0] as const,
        },
      ];
    });
  });
}

/** Those to come, those that were missed, and those that are planned and still fall on their day. */
function occurrences(
  { world, step }: Place,
  account: string,
  booked: readonly Booking[],
  now: Date,
): readonly Occurrence[] {
  if (step.on === undefined) return [];
  const { on } = step;
  const offsets = clockOf(world, account);
  const last: Moment = now.getTime() + (world.ahead ?? week) * dayLength;
  const coming = occurrencesOf(on, Math.min(world.since.getTime(), now.getTime()), last, offsets);
  const dates = new Set(booked.flatMap(({ step: name }) => name.split("/")[1] ?? []));
  const planned = [...dates].flatMap((date) => {
    const day = dayOfDate(date);
    return occurrencesOf(on, momentOf(day, 0, offsets) - 1, momentOf(day + 1, 0, offsets), offsets);
  });
  const known = new Set(coming.map(({ date }) => date));
  return [...planned.filter(({ date }) => !known.has(date)), ...coming];
}
