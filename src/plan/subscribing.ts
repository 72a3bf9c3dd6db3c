import type { Subscription } from "../model/subscription.ts";

/** find: look for the feed's hub, and ask it. renew: ask the same hub again. end: ask it to stop. */
export type Act = "find" | "renew" | "end" | "forget" | "nothing";

const minute = 60_000;
const [hour, day] = [60 * minute, 1440 * minute];

/** Milliseconds after which it is tried again, by what came of it. */
const patience: Readonly<Record<Subscription["state"], number>> = {
  none: 7 * day,
  asked: hour,
  failed: 6 * hour,
  ending: day,
  active: 10 * minute,
};

/** What is to be done about a source's subscription now. `feed`: its address, null where no hub is wanted. */
export function actOf(known: Subscription | undefined, feed: string | null, now: Date): Act {
  if (known === undefined) return feed === null ? "nothing" : "find";
  const asked = now.getTime() - Date.parse(known.askedAt);
  const patient = asked >= 0 && asked < patience[known.state];
  if (feed !== known.feed) return giveUp(known, patient);
  if (known.state !== "active" || known.leaseUntil === null) return patient ? "nothing" : "find";
  const left = Date.parse(known.leaseUntil) - now.getTime();
  if (left <= 0) return "find";
  return asked >= 3 * left && !patient ? "renew" : "nothing";
}

/** A hub that does not answer is not asked for ever: what it still tells is not heard. */
function giveUp({ state, hub }: Subscription, patient: boolean): Act {
  if (hub === null || state === "none" || state === "failed") return "forget";
  if (state !== "ending") return "end";
  return patient ? "nothing" : "forget";
}
