import type { App } from "../../app.ts";
import type { Booking } from "../../model/booking.ts";
import { worded } from "../../model/worded.ts";
import { inPlace, type PlanLine } from "../../model/simulation.ts";
import type { Difference } from "../../plan/difference.ts";
import { replan } from "../../plan/replan.ts";
import type { Wish } from "../../plan/wish.ts";
import type { World } from "../../plan/world.ts";
import { worldOf } from "../plan-world.ts";

/** What the next planning would change, in the order of the clock. Changes nothing. */
export async function changesAhead(app: App): Promise<readonly PlanLine[]> {
  const changed = (await app.ledger.entries.changed()).map(({ id }) => id);
  const world = await worldOf(app, changed);
  return changesIn(app, world, replan(world, app.now()));
}

/** The same of a plan that was made. */
export async function changesIn(app: App, world: World, planned: Difference): Promise<readonly PlanLine[]> {
  const difference = await withoutStrangers(app, planned);
  const ids = [...new Set(world.bookings.map(({ entry }) => entry))];
  const titles = new Map(await app.ledger.entries.titles(ids));
  for (const { id, entry } of world.entries) titles.set(id, entry.title);
  return inPlace(
    linesOf(difference, (id) => titles.get(id) ?? ""),
    placeOf,
  );
}

/** Where a change stands among all. */
export function placeOf({ from, to, account, kind, campaign, step, entry, story }: PlanLine): string {
  return `${to ?? from ?? ""} ${account} ${kind} ${campaign} ${step} ${entry} ${story ?? ""}`;
}

/** Nothing is planned for an account whose channel cannot be found: `check` says so. */
async function withoutStrangers(app: App, difference: Difference): Promise<Difference> {
  const accounts = [...new Set(difference.add.map(({ wish }) => wish.account))];
  const known = new Set<string>();
  for (const account of accounts) if (await app.desk.channelOf(account)) known.add(account);
  return { ...difference, add: difference.add.filter(({ wish }) => known.has(wish.account)) };
}

const iso = (at: number): string => new Date(at).toISOString();

type Title = (entry: string) => string;

function linesOf(difference: Difference, title: Title): readonly PlanLine[] {
  const { add, move, cancel, hold, revive, reword, keep, never } = difference;
  const stay = (kind: PlanLine["kind"], booking: Booking, why: string): PlanLine => ({
    kind,
    ...bookingPart(booking, title),
    to: kind === "cancel" ? null : booking.dueAt,
    why,
  });
  return [
    ...add.map(({ wish, at }): PlanLine => ({
      kind: "add",
      ...wishPart(wish),
      to: iso(at),
      why: whyAdded(wish),
    })),
    ...move.map(({ booking, at, why }): PlanLine => ({ ...stay("move", booking, why), to: iso(at) })),
    ...revive.map(({ booking, at, why }): PlanLine => ({
      ...stay("revive", booking, why),
      from: null,
      to: iso(at),
    })),
    ...cancel.map(({ booking, why }) => stay("cancel", booking, why)),
    ...hold.map(({ booking, why }) => stay("hold", booking, why)),
    ...reword.map((booking) => stay("reword", booking, worded`Its entry says something else now.`)),
    ...keep.map(({ booking, why }) => stay("keep", booking, why)),
    ...never.map(({ wish, why }): PlanLine => ({ kind: "never", ...wishPart(wish), to: null, why })),
  ];
}

const bookingPart = ({ account, campaign, step, entry, story, dueAt }: Booking, title: Title) => ({
  account,
  campaign,
  step,
  entry,
  title: title(entry),
  story,
  from: dueAt,
});

const wishPart = ({ account, campaign, name, entry, story }: Wish) => ({
  account,
  campaign: campaign.name,
  step: name,
  entry: entry.id,
  title: entry.entry.title,
  story: story?.id ?? null,
  from: null,
});

const whyAdded = ({ entry, step }: Wish): string =>
  entry.plannedAt === null
    ? worded`It is news.`
    : step.on === undefined
      ? worded`${step.name} asks for it, and did not before.`
      : worded`Its day comes.`;
