import type { Pace } from "../model/slot.ts";
import { dayLength, dayOf, type Moment, type Offsets } from "./clock.ts";

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

/** The posts of an account, a drawer a day. */
export interface Drawers {
  take(at: Moment, manner: Manner): void;
  /** When another post goes out that is nearer than `gap` milliseconds; undefined where none is. */
  inTheWay(at: Moment, manner: Manner, gap: number): Moment | undefined;
  /** As many as the account wants on the day of a moment. */
  isFull(at: Moment): boolean;
  /** The first day after that of a moment which is not full. */
  dayWithRoom(at: Moment): number;
}

export function drawersOf(pace: Pace, offsets: Offsets): Drawers {
  const days = new Map<number, Taken[]>();
  // Without a rule for the day any days will do: those of UTC cost nothing to tell.
  const drawerOf = (at: Moment): number =>
    pace.perDay === null ? Math.floor(at / dayLength) : dayOf(at, offsets);
  const isFull = (day: number): boolean =>
    pace.perDay !== null && (days.get(day)?.length ?? 0) >= pace.perDay;
  return {
    take: (at, manner) => {
      const day = drawerOf(at);
      const others = days.get(day) ?? [];
      others.push({ at, ...manner });
      days.set(day, others);
    },
    inTheWay: (at, manner, gap) =>
      nearestIn(days, drawerOf(at), (one) => Math.abs(one.at - at) < gap && collides(manner, one, pace)),
    isFull: (at) => isFull(drawerOf(at)),
    dayWithRoom: dayFinder(drawerOf, isFull),
  };
}

/** Full days stay full: what was found once is where the next search begins. */
function dayFinder(drawerOf: (at: Moment) => number, isFull: (day: number) => boolean) {
  const skip = new Map<number, number>();
  return (at: Moment): number => {
    const first = drawerOf(at) + 1;
    let day = skip.get(first) ?? first;
    while (isFull(day)) day = Math.max(day + 1, skip.get(day) ?? 0);
    skip.set(first, day);
    return day;
  };
}

function nearestIn(
  days: ReadonlyMap<number, readonly Taken[]>,
  day: number,
  isNear: (one: Taken) => boolean,
): Moment | undefined {
  for (let near = day - 1; near <= day + 1; near += 1) {
    const found = days.get(near)?.find(isNear);
    if (found !== undefined) return found.at;
  }
  return undefined;
}

/** Whether two posts that are close to each other mind. */
export function collides(one: Manner, other: Manner, { gap }: Pace): boolean {
  if (one.volley !== null && one.volley === other.volley) return false;
  return gap !== null || !(one.prompt || other.prompt);
}
