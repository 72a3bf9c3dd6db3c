import type { App } from "../app.ts";
import type { BookingChange } from "../ledger/plans.ts";
import type { Moment } from "../plan/clock.ts";
import type { Change, Difference, Move } from "../plan/difference.ts";
import { replan } from "../plan/replan.ts";
import type { World } from "../plan/world.ts";
import { composeAll } from "./announce.ts";
import { planPrint } from "./plan-print.ts";
import { worldOf } from "./plan-world.ts";

/** What planning changed. */
export interface PlanReport {
  /** Posts that were added. */
  readonly added: number;
  /** What became of posts that waited: moved, cancelled, held, or asked for again. */
  readonly changed: readonly BookingChange[];
}

/** Brings the ledger's posts to where the campaigns want them. `changed`: entries whose words have. */
export async function planAhead(app: App, changed: readonly string[]): Promise<PlanReport> {
  const now = app.now();
  const world = await worldOf(app, changed);
  const difference = replan(world, now);
  const { planned, open } = await composeAll(app, difference.add);
  const complete = world.entries.filter(
    (entry) => entry.plannedAt === null && (!open.has(entry.id) || isStale(entry, now)),
  );
  const changes = {
    add: planned,
    change: changesOf(difference),
    complete: complete.map(({ id }) => id),
    fingerprint: planPrint(app.config, now),
  };
  return app.ledger.plans.apply(changes, now);
}

/** An account that cannot be used yet gets its posts when it can, but for a week only: then they are no news. */
const isStale = ({ newsAt, foundAt }: World["entries"][number], now: Date): boolean =>
  now.getTime() - Date.parse(newsAt ?? foundAt) > 7 * 86_400_000;

function changesOf({ move, cancel, hold, revive }: Difference): readonly BookingChange[] {
  return [
    ...cancel.map((one) => stopOf("cancel", one)),
    ...hold.map((one) => stopOf("hold", one)),
    ...move.map((one) => placeOf("move", one)),
    ...revive.map((one) => placeOf("revive", one)),
  ];
}

const stopOf = (kind: "cancel" | "hold", { booking, why }: Change): BookingChange => ({ kind, booking, why });

const placeOf = (kind: "move" | "revive", { booking, wish, at, why }: Move): BookingChange => ({
  kind,
  booking,
  dueAt: iso(at),
  wantedAt: iso(wish.wanted),
  why,
});

const iso = (moment: Moment): string => new Date(moment).toISOString();
