import type { App } from "../app.ts";

import { threadOf, calls, type Delivery } from "../model/delivery.ts";
import { worded } from "../model/worded.ts";
import { carryOut } from "./carry-out.ts";
import { cancel, change, no, yes, type Outcome } from "./decisions.ts";
import { obstaclesTo } from "./ways.ts";
import { want, wishFor, type Answered } from "./wish.ts";

/**
 * Takes a post back, or all of an entry: what waits is cancelled, what is live goes where its network allows that, the last part
 * of a thread first, and the rest is named with its address. May be asked again.
 */
export async function retract(app: App, id: string, who: string): Promise<readonly Outcome[]> {
  const one = await app.ledger.deliveries.get(id);
  const deliveries = one ? [one] : await app.ledger.deliveries.list({ entry: id });
  const mine = deliveries.filter(({ campaign }) => campaign !== calls);
  if (mine.length === 0) return [no(id, worded`It has no posts.`)];
  const said: Outcome[] = [];
  const live = mine.filter(isLive);
  for (const delivery of mine.filter((other) => !isLive(other)))
    said.push(await takeOut(app, delivery, who, one === undefined));
  const wished: string[] = [];
  for (const thread of Map.groupBy(live, threadOf).values())
    for (const answer of await takeDown(app, thread, who))
      if ("wish" in answer) wished.push(answer.wish);
      else said.push(answer);
  return [...said, ...(await carryOut(app, wished))];
}

const isLive = ({ state }: Delivery): boolean => state === "sent" || state === "sending";

/** `whole`: with all else of its entry. */
async function takeOut(app: App, delivery: Delivery, who: string, whole: boolean): Promise<Outcome> {
  const { id, state } = delivery;
  const gone = state === "retracted" || state === "cancelled";
  if (gone && whole) return yes(id, worded`It is ${state} already.`);
  if (state === "unsure") return no(id, mayBeLive(id));
  if (whole) return cancel(app, delivery, who);
  return no(
    id,
    worded`It is ${state}: only what was sent can be retracted${gone ? "" : worded`; use cancel`}.`,
  );
}

const mayBeLive = (id: string): string =>
  worded`It is unsure, and may be live: look at the account, then carillon resolve ${id}, and retract again.`;

/** All that can be of a thread, decided as one; the rest is a person's. */
async function takeDown(app: App, thread: readonly Delivery[], who: string): Promise<readonly Answered[]> {
  const found = await Promise.all(
    thread.map(async (delivery) => {
      // Where one is on its way yet, nothing is known of it that could stand against.
      const obstacles = delivery.state === "sent" ? await obstaclesTo(app, delivery, undefined) : null;
      return { delivery, obstacle: obstacles?.remove ?? null };
    }),
  );
  const fixed = found.flatMap(({ delivery, obstacle }) =>
    obstacle === null ? [] : [no(delivery.id, `${obstacle} ${byHand(delivery)}`)],
  );
  const wishes = found
    .filter(({ obstacle }) => obstacle === null)
    .map(({ delivery }) => wishFor({ delivery, correction: nothing }, "remove", who, app.now()));
  return [...fixed, ...(wishes.length > 0 ? await want(app, wishes) : [])];
}

const nothing = { changes: [], story: null, posts: [] };

const byHand = ({ id, receipt }: Delivery): string =>
  worded`Take it down by hand${receipt?.permalink ? worded` at ${receipt.permalink}` : ""}, then: carillon retract ${id} --by-hand`;

/** A person took it down: only that is written down. */
export async function retractedByHand(app: App, id: string, who: string): Promise<readonly Outcome[]> {
  const delivery = await app.ledger.deliveries.get(id);
  if (delivery === undefined) return [no(id, worded`Name the post itself: --by-hand is for one at a time.`)];
  const gone = { state: "retracted", reason: worded`Taken down by hand, says ${who}.` } as const;
  return [await change(app, delivery, who, "retract", ["sent"], gone, worded`Written down as taken back.`)];
}
