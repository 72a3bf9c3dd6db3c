import type { App } from "../app.ts";
import { fits } from "../channel/measure.ts";
import { rewritable, type Delivery } from "../model/delivery.ts";
import type { Post } from "../model/post.ts";
import { worded } from "../model/worded.ts";
import { change, no, type Outcome } from "./decisions.ts";
import { tellChanges } from "./picture-changes.ts";
import { whyNotThese } from "./picture-fit.ts";

/** Other words for a post that has not gone out. Whoever agreed agreed to other words: with a review it is a draft again. */
export async function write(app: App, delivery: Delivery, post: Post, who: string): Promise<Outcome> {
  if (post.text.trim() === "" && (post.title ?? "") === "")
    return no(delivery.id, worded`The new text is empty: cancel takes a post out.`);
  const excess = await whatDoesNotFit(app, delivery, post);
  if (excess !== null) return no(delivery.id, excess);
  const again = delivery.approvalsNeeded > 0 && ["scheduled", "handed"].includes(delivery.state);
  const done = again ? worded`Changed; it must be approved again.` : worded`Changed.`;
  const pictures = tellChanges(delivery.post.media, post.media);
  const what = {
    post,
    edited: true,
    approvals: [],
    ...(again && { state: "draft" as const }),
    ...((again || delivery.approvals.length > 0) && { reason: whyVoid(pictures) }),
  };
  return change(app, delivery, who, "edit", rewritable, what, [done, ...pictures].join(" "));
}

/** What whoever agreed did not see. */
const whyVoid = (pictures: readonly string[]): string =>
  pictures.length > 0
    ? worded`Its pictures were changed after somebody agreed to it.`
    : worded`Its words were changed after somebody agreed to it.`;

/** One sentence; null where all fits. */
export async function whatDoesNotFit(app: App, delivery: Delivery, post: Post): Promise<string | null> {
  const channel = await app.desk.channelOf(delivery.account);
  if (channel === undefined) return null;
  const limits = await app.desk.limitsOf(delivery.account, channel);
  const { text, reply, title, alt } = limits;
  const broken = (delivery.part > 1 ? (reply ?? text) : text).find((measure) => !fits(post.text, measure));
  if (broken) return worded`It is too long: ${channel.label} takes ${broken.max} ${broken.unit} at most.`;
  if (title !== null && !fits(post.title ?? "", title))
    return worded`The title is too long: ${channel.label} takes ${title.max} ${title.unit} at most.`;
  const graphemes = { unit: "graphemes", max: alt } as const;
  const wordy = post.media.some((one) => !fits(one.alt, graphemes));
  if (wordy)
    return worded`An alternative text is too long: ${channel.label} takes ${alt} characters at most.`;
  return whyNotThese(app, { label: channel.label, limits }, post.media);
}
