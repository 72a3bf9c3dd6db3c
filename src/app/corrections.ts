import type { App } from "../app.ts";
import { describeHandoff, describeStanding, standingOf } from "./standing.ts";
import { fits } from "../channel/measure.ts";
import type { Failure } from "../channel/failure.ts";
import type { Limits, Session } from "../channel/channel.ts";
import type { Opened } from "../deliver/sessions.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Post, Receipt } from "../model/post.ts";
import { change, no, yes, type Decide, type Outcome } from "./decisions.ts";

/** Other words for a post: before it goes out in the ledger, afterwards on the network where it allows that. */
export const edit =
  (text: string): Decide =>
  async (app, delivery, who) => {
    const post: Post = { ...delivery.post, text };
    if (text.trim() === "")
      return no(delivery.id, "The new text is empty: cancel or retract takes a post out.");
    const excess = await whatDoesNotFit(app, delivery, text);
    if (excess) return no(delivery.id, excess);
    return delivery.state === "sent"
      ? editLive(app, delivery, who, post)
      : editWaiting(app, delivery, who, post);
  };

async function whatDoesNotFit(app: App, delivery: Delivery, text: string): Promise<string | null> {
  const channel = await app.desk.channelOf(delivery.account);
  if (channel === undefined) return null;
  const limits: Limits = await app.desk.limitsOf(delivery.account, channel);
  const broken = limits.text.find((measure) => !fits(text, measure));
  return broken ? `It is too long: ${channel.label} takes ${broken.max} ${broken.unit} at most.` : null;
}

/** Whoever agreed agreed to other words: with a review it is a draft again. */
function editWaiting(app: App, delivery: Delivery, who: string, post: Post): Promise<Outcome> {
  const again =
    delivery.approvalsNeeded > 0 && ["scheduled", "handed"].includes(delivery.state)
      ? ({ state: "draft" } as const)
      : {};
  const text = "state" in again ? "Changed; it must be approved again." : "Changed.";
  const what = { post, edited: true, approvals: [], ...again };
  return change(app, delivery, who, "edit", ["draft", "scheduled", "held", "failed", "handed"], what, text);
}

async function editLive(app: App, delivery: Delivery, who: string, post: Post): Promise<Outcome> {
  const done = await onNetwork(app, delivery, "edit", (session, receipt) => session.edit?.(receipt, post));
  if ("failure" in done) return no(delivery.id, done.failure);
  return change(
    app,
    delivery,
    who,
    "edit",
    ["sent"],
    { post, edited: true, receipt: done.value },
    "Changed on the network.",
  );
}

/** Takes a post back: from the network where it is live, from the plan where it is not yet. */
export const retract: Decide = async (app, delivery, who) => {
  if (delivery.state !== "sent")
    return no(delivery.id, `It is ${delivery.state}: only what was sent can be retracted; use cancel.`);
  const done = await onNetwork(app, delivery, "remove", async (session, receipt) => {
    await session.remove?.(receipt);
    return receipt;
  });
  if ("failure" in done) return no(delivery.id, done.failure);
  return change(
    app,
    delivery,
    who,
    "retract",
    ["sent"],
    { state: "retracted", reason: `Retracted by ${who}.` },
    "Taken back.",
  );
};

type Act<T> = (session: Session, receipt: Receipt) => Promise<T> | undefined;

async function onNetwork<T>(
  app: App,
  delivery: Delivery,
  ability: "edit" | "remove",
  act: Act<T>,
): Promise<{ value: T } | { failure: string }> {
  const opening = await app.desk.sessions.open(delivery.account);
  if ("failure" in opening) return { failure: opening.failure.reason };
  const { opened } = opening;
  if (!opened.channel.abilities[ability])
    return { failure: `${opened.channel.label} has no way to ${ability} a post: do it there by hand.` };
  return attempt(delivery, opened, act);
}

async function attempt<T>(
  delivery: Delivery,
  { channel, session }: Opened,
  act: Act<T>,
): Promise<{ value: T } | { failure: string }> {
  try {
    const value = delivery.receipt && (await act(session, delivery.receipt));
    return value ? { value } : { failure: "The ledger has no receipt for it." };
  } catch (error) {
    const failure: Failure = channel.classify(error);
    return { failure: failure.reason };
  }
}

/** Signs in and tells who we are there; an account that waits for an operator goes on. */
export async function testAccount(app: App, name: string): Promise<Outcome> {
  const handoff = app.desk.account(name)?.handoff;
  if (handoff) return yes(name, describeHandoff(handoff));
  await app.desk.sessions.forget(name);
  const opening = await app.desk.sessions.open(name);
  if ("failure" in opening) return no(name, opening.failure.reason);
  await app.ledger.accounts.release(name);
  const standing = await standingOf(app, name);
  return yes(name, standing ? describeStanding(standing, app.now()) : "Works.");
}
