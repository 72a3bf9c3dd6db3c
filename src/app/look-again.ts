import type { App } from "../app.ts";
import { isSettled } from "../deliver/decide.ts";
import { isReceipt, look } from "../deliver/reconcile.ts";
import type { Opened } from "../deliver/sessions.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Receipt } from "../model/post.ts";
import { worded } from "../model/worded.ts";
import { change, no, type Decide, type Outcome } from "./decisions.ts";

/**
 * Looks whether an unsure post is there, as a worker does after a lost answer: what is found settles it, all else is said, and
 * nothing is published, whatever it shows.
 */
export const lookAgain: Decide = async (app, delivery, who) => {
  const { id, state } = delivery;
  if (state !== "unsure") return no(id, worded`It is ${state}: only what is unsure is looked for.`);
  if (!(await canLook(app, delivery)))
    return no(
      id,
      worded`Nobody but a person can look: the network shows no posts, or this ledger never sent it.`,
    );
  const opening = await app.desk.sessions.open(delivery.account);
  if ("failure" in opening) return tell(app, delivery, who, opening.failure.reason);
  const looked = app.now();
  const seen = await look(app, delivery, opening.opened);
  if (isReceipt(seen)) return settle(app, delivery, who, seen);
  if (typeof seen === "object") return tell(app, delivery, who, seen.reason);
  if (seen === "unknown") return tell(app, delivery, who, cannotTell);
  return tell(app, delivery, who, await whatAbsenceMeans(app, delivery, opening.opened, looked));
};

/** The channel can look posts up, and there is something to look for. */
export async function canLook(app: App, { account, memo, triedAt }: Delivery): Promise<boolean> {
  if (memo === null || triedAt === null) return false;
  return (await app.desk.channelOf(account))?.repeat.find === true;
}

const cannotTell = worded`The network cannot tell: it shows no such post, or one that is another's. Look at the account.`;

function settle(app: App, delivery: Delivery, who: string, receipt: Receipt): Promise<Outcome> {
  const where = receipt.permalink ?? receipt.remoteId;
  const sent = { state: "sent", receipt, reason: null } as const;
  return change(app, delivery, who, "look", ["unsure"], sent, worded`It is there: ${where}`);
}

/** That somebody looked is written down, also where nothing was to be seen. */
async function tell(app: App, { id }: Delivery, who: string, text: string): Promise<Outcome> {
  await app.ledger.audit.write({
    at: app.now().toISOString(),
    who,
    action: "look",
    subject: id,
    detail: text,
  });
  return no(id, text);
}

async function whatAbsenceMeans(
  { ledger }: App,
  delivery: Delivery,
  { channel, session }: Opened,
  looked: Date,
): Promise<string> {
  const restored = await ledger.restorations.last();
  if (restored !== null && restored.at >= (delivery.triedAt ?? ""))
    return worded`It is not to be seen as this ledger sent it; it may have gone out otherwise since the backup. Look at the account.`;
  return isSettled(delivery, session.repeat ?? channel.repeat, looked)
    ? worded`It is not there. If you see none at the account either, have it sent again.`
    : worded`It is not to be seen yet, and may still come: look again in a minute.`;
}
