import type { Pace } from "../model/slot.ts";
import { addDays, dayOf, timeOf, momentOf, type Moment, type Offsets } from "./clock.ts";
import { farthest, leaveQuiet } from "./quiet.ts";

/** Seconds between two posts of an account that states no gap of its own. */
export const usualGap = 300;

/** How a post takes its place. */
export interface Manner {
  /** It goes out at once: only a gap that the account states keeps it from others, and them from it. */
  readonly prompt: boolean;
  /** Posts of one volley are meant to go out together. */
  readonly volley: string | null;
}

interface Taken extends Manner {
  readonly at: Moment;
}

/** What an account has before it: no two at a time, no more a day than it wants, none when it is quiet. */
export interface Agenda {
  /** The first moment from `wanted` on that is free; undefined where none is within a year. */
  find(wanted: Moment, manner: Manner): Moment | undefined;
  take(at: Moment, manner: Manner): void;
}

export function agendaOf(pace: Pace, offsets: Offsets): Agenda {
  const days = new Map<number, Taken[]>();
  const full = new Map<number, number>();
  // Places are only ever taken: who wants a moment again need not look where the last one looked.
  const found = new Map<string, Moment>();
  const gap = (pace.gap ?? usualGap) * 1000;
  // Without rules of the day, days are only drawers: those of UTC cost nothing to tell.
  const drawerOf = (at: Moment): number =>
    pace.perDay === null ? Math.floor(at / 86_400_000) : dayOf(at, offsets);
  const isFull = (day: number): boolean =>
    pace.perDay !== null && (days.get(day)?.length ?? 0) >= pace.perDay;

  const inTheWay = (at: Moment, manner: Manner): Taken | undefined => {
    const day = drawerOf(at);
    for (let near = day - 1; near <= day + 1; near += 1) {
      const other = days.get(near)?.find((one) => Math.abs(one.at - at) < gap && collides(manner, one, pace));
      if (other !== undefined) return other;
    }
    return undefined;
  };
  const openDay = (day: number): number => {
    let next = full.get(day) ?? day;
    while (isFull(next)) next = Math.max(next + 1, full.get(next) ?? 0);
    full.set(day, next);
    return next;
  };
  const step = (at: Moment, clock: Moment, manner: Manner): Moment | undefined => {
    const awake = leaveQuiet(at, pace.quiet, offsets);
    if (awake !== at) return awake;
    const day = drawerOf(at);
    if (isFull(day)) return nextDay(at, clock, openDay(day + 1), offsets);
    const other = inTheWay(at, manner);
    return other === undefined ? at : other.at + gap;
  };
  const search = (from: Moment, wanted: Moment, manner: Manner): Moment | undefined => {
    const end = wanted + farthest * 86_400_000;
    let at: Moment = from;
    while (at <= end) {
      const next = step(at, wanted, manner);
      if (next === undefined || next === at) return next;
      at = next;
    }
    return undefined;
  };

  return {
    find: (wanted, manner) => {
      const name = `${wanted} ${manner.prompt} ${manner.volley}`;
      const free = search(found.get(name) ?? wanted, wanted, manner);
      if (free !== undefined) found.set(name, free);
      return free;
    },
    take: (at, manner) => {
      const day = drawerOf(at);
      const others = days.get(day) ?? [];
      others.push({ at, ...manner });
      days.set(day, others);
    },
  };
}

function collides(one: Manner, other: Manner, { gap }: Pace): boolean {
  if (one.volley !== null && one.volley === other.volley) return false;
  return gap !== null || !(one.prompt || other.prompt);
}

/** What a full day cannot take goes out on the next that has room, at the time that was wanted. */
function nextDay(at: Moment, wanted: Moment, day: number, offsets: Offsets): Moment {
  const next = momentOf(day, timeOf(wanted, offsets), offsets);
  return next > at ? next : addDays(at, 1, offsets);
}
