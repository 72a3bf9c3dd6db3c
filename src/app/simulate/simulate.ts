import type { App } from "../../app.ts";
import { isWaiting, type Booking } from "../../model/booking.ts";
import type { Flag, SimulatedPost, Simulation } from "../../model/simulation.ts";
import { clashesIn, isInQuiet } from "../../plan/clashes.ts";
import type { Difference } from "../../plan/difference.ts";
import { calendarOf, liveOn } from "../../plan/rehearse.ts";
import { whoseWord } from "../../plan/reasons.ts";
import type { World } from "../../plan/world.ts";
import { worldOf } from "../plan-world.ts";
import { wordingOf, type Wording } from "./wording.ts";

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

/** What goes out in a span of time, from how the ledger is now. Changes nothing, sends nothing, asks nobody. */
export async function simulate(app: App, request: Request): Promise<Simulation> {
  const now = app.now();
  const changed = (await app.ledger.entries.changed()).map(({ id }) => id);
  const before = await withPast(app, await worldOf(app, changed), request.from);
  const never = new Set<string>();
  const after = liveOn(before, now, request.to, (told) => told.forEach((one) => never.add(neverLine(one))));
  const calendar = calendarOf(overdueAt(after, before, now), request.from, request.to).filter((booking) =>
    isAskedFor(booking, request),
  );
  const stage: Stage = {
    world: after,
    first: new Map(before.bookings.map((booking) => [keyOf(booking), booking])),
    clashes: clashesIn(after, calendar),
    wording: await wordingOf(app, before, new Set(changed)),
    recorded: request.recorded ?? false,
  };
  const posts: SimulatedPost[] = [];
  for (const booking of calendar) {
    if (posts.length % 50 === 0) request.say?.(`Composing ${posts.length} of ${calendar.length} …`);
    posts.push(await show(stage, booking));
  }
  return {
    from: request.from.toISOString(),
    to: request.to.toISOString(),
    madeAt: now.toISOString(),
    zone: app.config.site.timezone,
    posts,
    never: [...never],
  };
}

/** With what was due in a span that begins before what plans look at. */
async function withPast(app: App, world: World, from: Date): Promise<World> {
  if (from >= app.now()) return world;
  const known = new Set(world.bookings.map(keyOf));
  const past = (await app.ledger.plans.bookings(from)).filter((booking) => !known.has(keyOf(booking)));
  return { ...world, bookings: [...past, ...world.bookings] };
}

/** What waited longer than it should goes out, or is asked about, now. */
function overdueAt(after: World, before: World, now: Date): World {
  const at = now.toISOString();
  const late = new Set(before.bookings.filter((one) => isWaiting(one) && one.dueAt < at).map(keyOf));
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

interface Stage {
  readonly world: World;
  /** The bookings as the ledger has them, by their first id. */
  readonly first: ReadonlyMap<string, Booking>;
  readonly clashes: ReadonlySet<Booking>;
  readonly wording: (booking: Booking) => Promise<Wording>;
  readonly recorded: boolean;
}

async function show(stage: Stage, booking: Booking): Promise<SimulatedPost> {
  const said = await stage.wording(booking);
  const { account, campaign, step, entry, story, dueAt } = booking;
  const { channel, title, parts, cost, why } = said;
  const flags = flagsOf(stage, booking, said);
  const reason = flags.includes("sent") ? null : (said.problem ?? why ?? whoseWord(booking));
  return { dueAt, account, channel, campaign, step, entry, title, story, parts, cost, flags, why: reason };
}

function flagsOf(
  { world, first, clashes, recorded }: Stage,
  booking: Booking,
  said: Wording,
): readonly Flag[] {
  const known = first.get(keyOf(booking));
  const state = booking.state === "held" || known === undefined ? booking.state : known.state;
  const isOut = state === "sent" && known !== undefined && !recorded;
  const isDraft = known === undefined || recorded ? said.needs > 0 : state === "draft";
  return [
    ...(clashes.has(booking) ? (["collision"] as const) : []),
    ...(isInQuiet(world, { ...booking, state: isOut ? state : "scheduled" }) ? (["quiet"] as const) : []),
    ...(said.parts.some(({ length, limit }) => limit > 0 && length > limit) ? (["too long"] as const) : []),
    ...(isDraft ? (["approval"] as const) : []),
    ...(state === "held" || said.problem !== null ? (["held"] as const) : []),
    ...(state === "failed" || state === "unsure" ? [state] : []),
    ...(said.byHand ? (["by hand"] as const) : []),
    ...(isOut ? (["sent"] as const) : []),
  ];
}
