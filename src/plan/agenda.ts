import type { Pace } from "../model/slot.ts";
import { addDays, dayOf, momentOf, timeOf, type Moment, type Offsets } from "./clock.ts";
import { drawersOf, type Drawers, type Manner } from "./drawers.ts";
import { farthest, leaveQuiet } from "./quiet.ts";

/** Seconds between two posts of an account that states no gap of its own. */
export const usualGap = 300;

/** What an account has before it: no two at a time, no more a day than it wants, none when it is quiet. */
export interface Agenda {
  /** The first moment from `wanted` on that is free; undefined where none is within a year. */
  find(wanted: Moment, manner: Manner): Moment | undefined;
  take(at: Moment, manner: Manner): void;
}

export function agendaOf(pace: Pace, offsets: Offsets): Agenda {
  const drawers = drawersOf(pace, offsets);
  // Places are only ever taken: who wants a moment again need not look where the last one looked.
  const found = new Map<string, Moment>();
  return {
    take: drawers.take,
    find: (wanted, manner) => {
      const name = `${wanted} ${manner.prompt} ${manner.volley}`;
      const free = search({ pace, offsets, drawers, wanted, manner }, found.get(name) ?? wanted);
      if (free !== undefined) found.set(name, free);
      return free;
    },
  };
}

interface Quest {
  readonly pace: Pace;
  readonly offsets: Offsets;
  readonly drawers: Drawers;
  readonly wanted: Moment;
  readonly manner: Manner;
}

function search(quest: Quest, from: Moment): Moment | undefined {
  const end = quest.wanted + farthest * 86_400_000;
  let at = from;
  while (at <= end) {
    const next = stepOn(quest, at);
    if (next === undefined || next === at) return next;
    at = next;
  }
  return undefined;
}

/** The same moment where it is free, else a later one that may be. */
function stepOn({ pace, offsets, drawers, wanted, manner }: Quest, at: Moment): Moment | undefined {
  const awake = leaveQuiet(at, pace.quiet, offsets);
  if (awake !== at) return awake;
  if (drawers.isFull(at)) return nextDay(at, wanted, drawers.dayWithRoom(at), offsets);
  const gap = (pace.gap ?? usualGap) * 1000;
  const other = drawers.inTheWay(at, manner, gap);
  return other === undefined ? at : other + gap;
}

/** What a full day cannot take goes out on the next that has room, at the time that was wanted. */
function nextDay(at: Moment, wanted: Moment, day: number, offsets: Offsets): Moment {
  const next = momentOf(day, timeOf(wanted, offsets), offsets);
  return next > at ? next : addDays(at, Math.max(1, day - dayOf(at, offsets)), offsets);
}
