import type { App } from "../app.ts";
import type { Next } from "../ledger/claims.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Entry, Story } from "../model/entry.ts";
import { worded } from "../model/worded.ts";
import { usualGap } from "../plan/agenda.ts";
import { nextLook } from "../plan/live.ts";
import { leaveQuiet } from "../plan/quiet.ts";
import { offsetsOf } from "../plan/zones.ts";
import { placesOf } from "./plan-world.ts";

export const storyIn = ({ sections }: Entry, id: string | null): Story | null =>
  sections.flatMap(({ stories }) => stories).find((story) => story.id === id) ?? null;

/**
 * Until the next look. All that wait for one entry look at the same time, as often as the one that waits longest, and those of
 * an account a millisecond apart, in the order in which they were to go out.
 */
export async function waitMore(
  ledger: Ledger,
  delivery: Delivery,
  lacks: readonly string[],
  now: Date,
): Promise<Next> {
  const others = await ledger.deliveries.list({ entry: delivery.entry, states: ["scheduled"] });
  const waiting = others.filter(({ waitsSince }) => waitsSince);
  const own = new Date(delivery.waitsSince ?? now);
  const since = waiting.map(({ waitsSince }) => new Date(waitsSince ?? now)).concat(own);
  const longest = new Date(Math.min(...since.map((one) => one.getTime())));
  const before = waiting.filter((one) => one.account === delivery.account && isBefore(one, delivery));
  return {
    state: "scheduled",
    reason: worded`It waits for its page: ${lacks.join("; ")}.`,
    at: new Date(nextLook(longest, now).getTime() + before.length),
    waitsSince: own,
  };
}

const isBefore = (a: Delivery, b: Delivery): boolean =>
  a.firstDueAt < b.firstDueAt || (a.firstDueAt === b.firstDueAt && a.id < b.id);

/**
 * All is there: what waits for the same entry need not wait for its own next look. What waited goes out as if its time were now: out of
 * quiet hours, and not within the account's gap. Null: at once.
 */
export async function rest(
  { ledger, config }: Pick<App, "ledger" | "config">,
  delivery: Delivery,
  now: Date,
): Promise<Next | null> {
  await ledger.claims.hurry(delivery.entry);
  const { paces, pace: usual } = placesOf(config);
  const pace = paces.get(delivery.account) ?? usual;
  const gap = (pace.gap ?? usualGap) * 1000;
  const wake = (at: number): number => leaveQuiet(at, pace.quiet, offsetsOf(pace.zone)) ?? at;
  let at = wake(now.getTime());
  for (const one of await timesOf(ledger, delivery, new Date(now.getTime() - gap)))
    if (Math.abs(one - at) < gap) at = wake(one + gap);
  const reason = worded`Its page is there: it keeps its distance from the account's other posts, and from quiet hours.`;
  return at === now.getTime() ? null : { state: "scheduled", reason, at: new Date(at) };
}

/** When the account was heard since then, and will be, in milliseconds, the earliest first. */
async function timesOf(ledger: Ledger, { account, id }: Delivery, since: Date): Promise<readonly number[]> {
  const sent = await ledger.deliveries.list({ account, states: ["sent"], changedSince: since.toISOString() });
  const to = new Date(since.getTime() + near).toISOString();
  const planned = await ledger.deliveries.list({ account, states: ["scheduled"], to });
  const settled = planned.filter((one) => one.id !== id && one.part === 1 && !one.waitsSince);
  const times = [...sent.map(({ receipt }) => receipt?.at ?? ""), ...settled.map(({ dueAt }) => dueAt)];
  return times
    .map((one) => Date.parse(one))
    .filter((at) => at > since.getTime())
    .toSorted((a, b) => a - b);
}

/** Milliseconds of the future that are looked at. */
const near = 2 * 86_400_000;
