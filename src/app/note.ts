import type { App } from "../app.ts";
import type { Channel, Limits } from "../channel/channel.ts";
import type { Corrected } from "../compose/compose.ts";
import { ownPost, type Correction } from "../model/correction.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Entry } from "../model/entry.ts";
import type { Post } from "../model/post.ts";
import { worded } from "../model/worded.ts";
import { storyById } from "../plan/corrections.ts";
import { composeNote } from "./composing.ts";

/** What is said below a post that was wrong; a sentence where that cannot be said. */
export async function writeNote(
  app: App,
  delivery: Delivery,
  correction: Correction,
  channel: Channel,
): Promise<{ readonly post: Post } | { readonly no: string }> {
  const known = await app.ledger.entries.get(delivery.entry);
  if (known === undefined) return { no: worded`The ledger does not know its entry.` };
  const { story: id } = correction;
  const story = id === null ? null : (storyById(known.entry, id) ?? null);
  const { campaign, account } = delivery;
  const subject = { entry: linked(known.entry, correction), story, campaign, account };
  const limits = belowPosts(await app.desk.limitsOf(delivery.account, channel));
  const { posts, problems } = await composeNote(
    app,
    subject,
    channel,
    limits,
    whatIsRight(delivery, correction),
  );
  const [first] = posts;
  if (first === undefined || problems.length > 0)
    return { no: problems.join(" ") || worded`There is nothing to say about it.` };
  const { text, language, tags } = first;
  return { post: { title: null, text, link: null, card: null, media: [], language, tags } };
}

/** The entry may have changed once more since the correction was offered. */
function linked(entry: Entry, { changes }: Correction): Entry {
  const link = changes.find(({ what }) => what === "link");
  return link === undefined ? entry : { ...entry, url: link.after };
}

/** As a later part of a thread: no title, and links only in the words. */
const belowPosts = (limits: Limits): Limits => ({
  ...limits,
  text: [...limits.text, ...(limits.reply ?? [])],
  title: null,
  linkInText: true,
});

function whatIsRight({ post }: Delivery, correction: Correction): Corrected {
  const changed = (what: string) => correction.changes.find((one) => one.what === what);
  const words = changed("words") ? newLines(post, ownPost(correction)) : "";
  return {
    title: changed("title")?.after ?? "",
    was: changed("title")?.before ?? "",
    link: changed("link")?.after ?? "",
    text: changed("text")?.after ?? words,
  };
}

function newLines({ text }: Post, fresh: Post | undefined): string {
  const said = new Set(text.split("\n"));
  const lines = fresh?.text.split("\n").filter((line) => line.trim() !== "" && !said.has(line)) ?? [];
  return lines.join("\n");
}
