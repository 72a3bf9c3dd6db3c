import type { App } from "../app.ts";
import { classifyNetwork } from "../channel/failure.ts";
import type { Delivery } from "../model/delivery.ts";
import { worded } from "../model/worded.ts";
import { change, no, type Decide, type Outcome } from "./decisions.ts";
import { lookUp } from "./sight.ts";

/**
 * A person says where a post is that was unsure, failed, or theirs to make. What was posted by hand is looked at, but where
 * `unchecked`; what was unsure only where the address was typed into a `form`: commands are for those who know what they do.
 */
export const resolveSent =
  (permalink: string, unchecked: boolean, form = false): Decide =>
  async (app, delivery, who) => {
    const address = URL.parse(permalink);
    if (!address?.protocol.startsWith("http"))
      return no(delivery.id, worded`${permalink} is no web address.`);
    const byHand = delivery.state === "handed";
    const wrong = byHand || form ? await whatIsWrong(app, delivery, address, { unchecked, form }) : null;
    if (wrong !== null) return wrong;
    const known = byHand ? await lookUp(app, delivery, permalink) : undefined;
    const remoteId = (await idAt(app, delivery, address)) ?? permalink;
    const receipt = {
      ...(known ?? { remoteId, permalink, at: app.now().toISOString() }),
      confirmedBy: who,
    };
    const sent = { state: "sent", receipt, reason: null } as const;
    const text = unchecked
      ? worded`Recorded as sent, unchecked: ${permalink}`
      : worded`Recorded as sent: ${permalink}`;
    return change(app, delivery, who, "resolve", ["unsure", "failed", "handed"], sent, text);
  };

/** Undefined also where the channel cannot tell. */
async function idAt(app: App, { account }: Delivery, address: URL): Promise<string | undefined> {
  const channel = await app.desk.channelOf(account);
  return channel?.idAt?.(address, app.desk.account(account)?.settings ?? {});
}

async function whatIsWrong(
  app: App,
  delivery: Delivery,
  address: URL,
  { unchecked, form }: { readonly unchecked: boolean; readonly form: boolean },
): Promise<Outcome | null> {
  const { id } = delivery;
  const channel = await app.desk.channelOf(delivery.account);
  if (channel?.idAt && (await idAt(app, delivery, address)) === undefined)
    return no(
      id,
      worded`${address.href} is not where a post on ${channel.label} can be: copy the address of the post itself.`,
    );
  const other = await app.ledger.history.liveAt(delivery.account, address.href);
  if (other !== undefined)
    return no(id, worded`${address.href} is the post of ${other} already: copy this one's own address.`);
  return unchecked ? null : whyMissing(app, id, address, form ? recordIt() : addUnchecked());
}

/** Networks refuse strangers in many ways; only these answers say that nothing is there. */
const absent: ReadonlySet<number> = new Set([404, 410]);

const addUnchecked = (): string => worded`If you see the post there, add --unchecked.`;
const recordIt = (): string => worded`If you see the post there, it can be recorded without checking.`;

async function whyMissing(app: App, id: string, address: URL, mend: string): Promise<Outcome | null> {
  try {
    const answer = await app.io.fetch(address);
    await answer.body?.cancel();
    if (!absent.has(answer.status)) return null;
    return no(id, worded`${address.href} answers ${answer.status}: nothing is there. Check the address.`);
  } catch (error) {
    const why = worded`${address.href} cannot be looked at: ${classifyNetwork(error).reason}`;
    return { ...no(id, `${why} ${mend}`), unseen: true };
  }
}
