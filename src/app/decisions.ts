import type { App } from "../app.ts";
import type { DeliveryChange } from "../ledger/deliveries.ts";
import { stateBefore } from "../ledger/threads.ts";
import { worded } from "../model/worded.ts";
import { approvalBy, validApprovals } from "./agreement.ts";
import { voiceOf, type Approval, type Delivery, type State } from "../model/delivery.ts";
import { waitsForPage } from "../watch/pages.ts";

/** What a person decided about one delivery or entry came to. */
export interface Outcome {
  readonly id: string;
  readonly done: boolean;
  /** It is decided, and is done by itself when it can be: nobody has to do anything. */
  readonly waits?: true;
  /** Its address could not be looked at: whoever sees the post there may say so without a look. */
  readonly unseen?: true;
  /** One sentence: what is so now, or why it could not be done. */
  readonly text: string;
}

export type Decide = (app: App, delivery: Delivery, who: string) => Promise<Outcome>;

export const yes = (id: string, text: string): Outcome => ({ id, done: true, text });
export const no = (id: string, text: string): Outcome => ({ id, done: false, text });

/** Changes a delivery by compare-and-set, and writes down who did it. */
export async function change(
  app: App,
  delivery: Delivery,
  who: string,
  action: string,
  from: readonly State[],
  what: DeliveryChange,
  text: string,
): Promise<Outcome> {
  if (!from.includes(delivery.state))
    return no(delivery.id, worded`It is ${delivery.state}: ${action} is for what is ${from.join(" or ")}.`);
  const now = app.now();
  const decision = { at: now.toISOString(), who, action, subject: delivery.id, detail: text };
  // Whoever says when it goes out has the last word on it: the plan moves it no more.
  const said = what.dueAt === undefined ? what : { movedBy: who, ...what };
  const done = await app.ledger.deliveries.change(delivery.id, [delivery.state], said, now, decision);
  if (!done) return no(delivery.id, worded`It changed at the same moment: look at it again.`);
  return yes(delivery.id, text);
}

/** In one voice with whatever else counts as `voice`. */
export const approve =
  (voice: string): Decide =>
  (app, delivery, who) =>
    agree(app, delivery, who, voice);

async function agree(app: App, delivery: Delivery, who: string, voice: string): Promise<Outcome> {
  if (delivery.state !== "draft")
    return no(delivery.id, worded`It is ${delivery.state}; only drafts are approved.`);
  // Of the others only who agreed to what it says now.
  const review = app.config.campaigns.find(({ name }) => name === delivery.campaign)?.review;
  const rules = review ?? { approvals: delivery.approvalsNeeded, expires: null };
  const others = validApprovals(delivery, rules, app.now());
  const mine = approvalBy(who, delivery, app.now(), voice);
  const approvals: readonly Approval[] = [...others.filter((one) => voiceOf(one) !== voiceOf(mine)), mine];
  const missing = delivery.approvalsNeeded - approvals.length;
  const agreed = missing <= 0;
  const text = agreed
    ? worded`Approved by ${who}: it goes out at ${delivery.dueAt}.`
    : worded`Approved by ${who}; ${missing} more must agree.`;
  return change(
    app,
    delivery,
    who,
    "approve",
    ["draft"],
    { approvals, reason: null, state: agreed ? "scheduled" : "draft" },
    text,
  );
}

export const hold: Decide = (app, delivery, who) =>
  change(
    app,
    delivery,
    who,
    "hold",
    ["draft", "scheduled"],
    { state: "held", reason: worded`Held by ${who}.` },
    worded`Held until somebody releases it.`,
  );

/** Back to where it was before it was held or handed over: an approval is asked for again. What waits for its page goes without. */
export const release: Decide = async (app, delivery, who) => {
  if (isEmpty(delivery)) return no(delivery.id, worded`It has no words yet: edit it first, or cancel it.`);
  if (delivery.state === "scheduled" && waitsForPage(delivery)) return releaseWaiting(app, delivery, who);
  if (delivery.setAside && delivery.state === "held") return releaseThread(app, delivery, who);
  return change(
    app,
    delivery,
    who,
    "release",
    ["held", "handed"],
    { state: waitingState(delivery), approvals: [], reason: null, ...atOnce(delivery, app.now()) },
    worded`Released.`,
  );
};

/** Its page need not be there any more. */
const releaseWaiting: Decide = (app, delivery, who) =>
  change(
    app,
    delivery,
    who,
    "release",
    ["scheduled"],
    { state: "scheduled", dueAt: app.now().toISOString(), reason: null, waivedBy: who },
    worded`It goes out now, without waiting for its page.`,
  );

/** It is held with the part before it, and comes back with it. */
async function releaseThread(app: App, { id }: Delivery, who: string): Promise<Outcome> {
  const found = await stateBefore(app.ledger.store, id);
  const before = found && (await app.ledger.deliveries.get(found.id));
  if (before === undefined || before.state === "retracted")
    return no(id, worded`The part before it was taken back, and this one cannot stand alone: cancel it.`);
  const outcome = await retry(app, before, who);
  return outcome.done
    ? yes(id, worded`The part before it goes out again now, and then this one.`)
    : no(id, outcome.text);
}

/** A time that has passed is now: whoever releases it knows how late it is. */
const atOnce = ({ dueAt }: Delivery, now: Date): Pick<DeliveryChange, "dueAt"> =>
  dueAt < now.toISOString() ? { dueAt: now.toISOString() } : {};

/** As a template leaves it that does not suit the entry. */
const isEmpty = ({ state, post }: Delivery): boolean =>
  state === "held" && post.text.trim() === "" && post.title === null;

const waitingState = (delivery: Delivery): State => (delivery.approvalsNeeded > 0 ? "draft" : "scheduled");

/** With all that comes after it in its thread. */
export const cancel: Decide = async (app, delivery, who) => {
  const outcome = await change(
    app,
    delivery,
    who,
    "cancel",
    ["draft", "scheduled", "held", "failed", "unsure", "handed"],
    { state: "cancelled", reason: worded`Cancelled by ${who}.` },
    worded`Cancelled: it will not go out.`,
  );
  // The part before it may have taken it along.
  return outcome.done || !(await isNow(app, delivery, "cancelled"))
    ? outcome
    : yes(delivery.id, worded`Cancelled: it will not go out.`);
};

const isNow = async (app: App, { id, parts, state: seen }: Delivery, state: State): Promise<boolean> =>
  parts > 1 && seen !== state && (await app.ledger.deliveries.get(id))?.state === state;

/** Tries at once what failed; an account that waits is given another chance. What was cancelled with it comes back. */
export const retry: Decide = async (app, delivery, who) => {
  if (delivery.state === "cancelled" && delivery.memo !== null) return no(delivery.id, mayBeLive);
  const now = { state: "scheduled", dueAt: app.now().toISOString(), reason: null } as const;
  const what = { ...now, anew: delivery.state === "failed" };
  const from = ["failed", "scheduled", "cancelled"] as const;
  const outcome = await change(app, delivery, who, "retry", from, what, worded`It goes out again now.`);
  if (outcome.done) await app.ledger.accounts.release(delivery.account);
  return outcome.done || !(await isNow(app, delivery, "scheduled"))
    ? outcome
    : yes(delivery.id, worded`It goes out again now.`);
};

const mayBeLive = worded`It had been handed to the network before it was cancelled, and may be live: look at the account, and post it there by hand if it is not.`;

/** An unsure post is not there: it goes out again. */
export const resolveAgain: Decide = (app, delivery, who) =>
  change(
    app,
    delivery,
    who,
    "resolve",
    ["unsure"],
    { state: "scheduled", dueAt: app.now().toISOString(), anew: true, reason: null },
    worded`It is sent again now.`,
  );
