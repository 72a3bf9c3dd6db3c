import { isWaiting, type Booking } from "../model/booking.ts";
import { worded } from "../model/worded.ts";
import type { Change, Difference } from "./difference.ts";
import { fateOf } from "./late.ts";
import { whoseWord, whyUnwanted } from "./reasons.ts";
import { whyNeedless } from "./success.ts";
import type { Wish } from "./wish.ts";
import type { World } from "./world.ts";

/** The bookings by what becomes of them, before anything is moved. */
export interface Sorted {
  readonly said: Pick<Difference, "cancel" | "hold" | "keep" | "reword">;
  /** Those that lose their place. */
  readonly leaving: ReadonlySet<Booking>;
  readonly wished: ReadonlyMap<Booking, Wish>;
}

export function sortOut(world: World, wished: ReadonlyMap<Booking, Wish>, now: Date): Sorted {
  const cancel: Change[] = [];
  const hold: Change[] = [];
  const keep: Change[] = [];
  for (const booking of world.bookings) {
    const verdict = judge(world, booking, wished.get(booking), now);
    if (verdict !== null) ({ cancel, hold, keep })[verdict.fate].push({ booking, why: verdict.why });
  }
  const leaving = new Set(cancel.map(({ booking }) => booking));
  const stopped = new Set([...leaving, ...hold.map(({ booking }) => booking)]);
  const reword = world.bookings.filter(
    (one) =>
      isWaiting(one) && !one.edited && world.changed.has(one.entry) && wished.has(one) && !stopped.has(one),
  );
  return { said: { cancel, hold, keep, reword }, leaving, wished };
}

interface Verdict {
  readonly fate: "cancel" | "hold" | "keep";
  readonly why: string;
}

/** Null where there is nothing to say but, perhaps, another time. */
function judge(world: World, booking: Booking, wish: Wish | undefined, now: Date): Verdict | null {
  if (!isWaiting(booking) && booking.state !== "held") return null;
  if (isForeign(world, booking)) return null;
  const word = whoseWord(booking);
  if (wish === undefined) {
    const why = whyUnwanted(booking, world);
    return word === null
      ? { fate: "cancel", why }
      : { fate: "keep", why: `${word} ${worded`Else it would be cancelled: ${why}`}` };
  }
  if (isWaiting(booking)) {
    const over = overOf(world, booking, wish, now);
    if (over !== null) return over;
  }
  const moved = Date.parse(booking.wantedAt) !== wish.wanted;
  return word !== null && moved ? { fate: "keep", why: `${word} ${worded`Else it would be moved.`}` } : null;
}

/** Calls, corrections of what is live, and what a campaign planned that cannot be read now. */
const isForeign = ({ asleep }: World, { campaign, step }: Booking): boolean =>
  campaign.startsWith("(") || step.includes("(") || asleep.has(campaign);

function overOf(world: World, booking: Booking, wish: Wish, now: Date): Verdict | null {
  // Whoever chose a time knew how late it is.
  const fate = booking.movedBy === null ? fateOf(booking, wish.step, wish.until, now) : null;
  if (fate !== null) return { fate: fate.state === "held" ? "hold" : "cancel", why: fate.why };
  const why = whyNeedless(world, wish);
  return why === null ? null : { fate: "cancel", why };
}
