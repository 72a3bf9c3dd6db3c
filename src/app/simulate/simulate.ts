import type { App } from "../../app.ts";
import type { Booking } from "../../model/booking.ts";
import type { Flag, SimulatedPost, Simulation } from "../../model/simulation.ts";
import { clashesIn, isInQuiet } from "../../plan/clashes.ts";
import { whoseWord } from "../../plan/reasons.ts";
import type { World } from "../../plan/world.ts";
import { rehearse, type Rehearsal, type Request } from "./rehearsal.ts";
import { wordingOf, type Wording } from "./wording.ts";

/** What goes out in a span of time, from how the ledger is now. Changes nothing, sends nothing, asks nobody. */
export async function simulate(app: App, request: Request): Promise<Simulation> {
  const rehearsal = await rehearse(app, request);
  const { calendar, frame } = rehearsal;
  const stage = await stageOf(app, request, rehearsal, calendar);
  const posts: SimulatedPost[] = [];
  for (const booking of calendar) {
    if (posts.length % 50 === 0) request.say?.(`Composing ${posts.length} of ${calendar.length} …`);
    posts.push(await show(stage, booking));
  }
  return { ...frame, posts };
}

/** What posts are shown by. */
export interface Stage {
  readonly world: World;
  /** The bookings as the ledger has them, by their first id. */
  readonly first: ReadonlyMap<string, Booking>;
  readonly clashes: ReadonlySet<Booking>;
  readonly wording: (booking: Booking) => Promise<Wording>;
  readonly recorded: boolean;
}

/** `shown`: those that will be asked for. */
export async function stageOf(
  app: App,
  { recorded = false }: Request,
  { before, after, changed, calendar }: Rehearsal,
  shown: readonly Booking[],
): Promise<Stage> {
  const first = new Map(before.bookings.map((booking) => [keyOf(booking), booking]));
  const wording = await wordingOf(app, { world: before, changed, first }, shown);
  return { world: after, first, clashes: clashesIn(after, calendar), wording, recorded };
}

const keyOf = ({ ids }: Booking): string => ids[0] ?? "";

export async function show(stage: Stage, booking: Booking): Promise<SimulatedPost> {
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
