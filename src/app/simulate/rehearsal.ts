import type { App } from "../../app.ts";
import { isWaiting, type Booking } from "../../model/booking.ts";
import type { Simulation } from "../../model/simulation.ts";
import type { Difference } from "../../plan/difference.ts";
import { calendarOf, liveOn } from "../../plan/rehearse.ts";
import type { World } from "../../plan/world.ts";
import { beginningOf, worldOf } from "../plan-world.ts";

export interface Request {
  readonly from: Date;
  readonly to: Date;
  readonly account?: string;
  readonly campaign?: string;
  /** Posts that the ledger calls sent are rehearsed themselves. */
  readonly recorded?: boolean;
  /** Told what is being done. */
  readonly say?: (text: string) => void;
  /** Told what could not be read, in sentences. */
  readonly warn?: (text: string) => void;
}

/** What goes out in a span of time, not yet in words. */
export interface Rehearsal {
  /** As the ledger is now, and at the end. */
  readonly before: World;
  readonly after: World;
  /** What the next planning changes. */
  readonly next: Difference;
  /** Entries whose words have changed since their posts were made. */
  readonly changed: ReadonlySet<string>;
  /** In the order of the clock. */
  readonly calendar: readonly Booking[];
  readonly frame: Omit<Simulation, "posts">;
}

export async function rehearse(app: App, request: Request): Promise<Rehearsal> {
  const now = app.now();
  const changed = new Set((await app.ledger.entries.changed()).map(({ id }) => id));
  const world = await worldOf(app, changed);
  const { world: end, first: next, never } = liveOn(world, now, request.to);
  const past = await pastOf(app, request);
  const before = withPast(world, past);
  const after = withPast(overdueAt(end, world, now), past);
  const calendar = calendarOf(after, request.from, request.to).filter((one) => isAskedFor(one, request));
  const frame = {
    from: request.from.toISOString(),
    to: request.to.toISOString(),
    madeAt: now.toISOString(),
    zone: app.config.site.timezone,
    never: [...new Set(never.map(neverLine))],
  };
  return { before, after, next, changed, calendar, frame };
}

/** What was due in a span that begins before what plans look at. */
async function pastOf(app: App, { from, to }: Request): Promise<readonly Booking[]> {
  const end = new Date(Math.min(beginningOf(app).getTime(), to.getTime()));
  return from < end ? app.ledger.plans.over(from, end) : [];
}

const withPast = (world: World, past: readonly Booking[]): World =>
  past.length === 0 ? world : { ...world, bookings: [...past, ...world.bookings] };

/** What waited longer than it should goes out, or is asked about, now. */
function overdueAt(after: World, before: World, now: Date): World {
  const at = now.toISOString();
  const late = new Set(before.bookings.filter((one) => isWaiting(one) && one.dueAt < at).map(keyOf));
  if (late.size === 0) return after;
  const bookings = after.bookings.map((one) =>
    late.has(keyOf(one)) && one.dueAt < at ? { ...one, dueAt: at } : one,
  );
  return { ...after, bookings };
}

const isAskedFor = ({ account, campaign }: Booking, wanted: Pick<Request, "account" | "campaign">): boolean =>
  !campaign.startsWith("(") &&
  (wanted.account === undefined || account === wanted.account) &&
  (wanted.campaign === undefined || campaign === wanted.campaign);

const keyOf = ({ ids }: Booking): string => ids[0] ?? "";

function neverLine({ wish, why }: Difference["never"][number]): string {
  return `${wish.account}, ${wish.name} about “${wish.entry.entry.title}”: ${why}`;
}
