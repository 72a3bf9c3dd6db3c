import type { App } from "../../app.ts";
import type { Booking } from "../../model/booking.ts";
import { excerptOf, placeIn, sumsOf, type AccountSum, type Simulation } from "../../model/simulation.ts";
import type { SimulationPage, SimulationPlace } from "../../web/team/simulate.ts";
import { changesIn, placeOf } from "./changes.ts";
import { rehearse, type Request } from "./rehearsal.ts";
import { show, stageOf, type Stage } from "./simulate.ts";

/** Posts and changes on one page. */
const many = 50;

/** A page of a simulation: only what it shows and what costs money is put into words. */
export async function simulatePage(
  app: App,
  request: Request,
  { after = null, past = null }: SimulationPlace,
): Promise<SimulationPage> {
  const rehearsal = await rehearse(app, request);
  const { calendar, before, next, frame } = rehearsal;
  const page = excerptOf(calendar, placeIn, after, many);
  const paid = await paidOf(app, calendar);
  const stage = await stageOf(app, request, rehearsal, [...new Set([...page.shown, ...paid])]);
  return {
    ...frame,
    posts: { ...page, shown: await Promise.all(page.shown.map((booking) => show(stage, booking))) },
    sums: await sumUp(stage, calendar, paid),
    changes: excerptOf(await changesIn(app, before, next), placeOf, past, many),
  };
}

/** A page of one that is in words already. */
export function pageIn(
  { posts, ...frame }: Simulation,
  { after = null }: SimulationPlace,
): Omit<SimulationPage, "changes"> {
  return { ...frame, posts: excerptOf(posts, placeIn, after, many), sums: sumsOf(posts) };
}

/** Those whose network asks for money. */
async function paidOf({ desk }: App, calendar: readonly Booking[]): Promise<ReadonlySet<Booking>> {
  const costly = new Set<string>();
  for (const account of new Set(calendar.map((one) => one.account)))
    if ((await desk.channelOf(account))?.cost !== undefined) costly.add(account);
  return new Set(calendar.filter(({ account }) => costly.has(account)));
}

async function sumUp(
  { wording }: Stage,
  calendar: readonly Booking[],
  paid: ReadonlySet<Booking>,
): Promise<readonly AccountSum[]> {
  const posts = calendar.map(async (booking) => ({
    account: booking.account,
    cost: paid.has(booking) ? (await wording(booking)).cost : null,
  }));
  return sumsOf(await Promise.all(posts));
}
