import type { AtpAgent } from "@atproto/api";
import type { Io, PrepareContext } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import type { Json } from "../../src/model/json.ts";
import type { Post, Receipt } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import { makeEmbed } from "./embed.ts";
import { hasLink, tagsOf } from "./facets.ts";
import { isObject, type Memo } from "./memo.ts";
import { makeText } from "./text.ts";

export const collection = "app.bsky.feed.post";

/** Hashtags that a record may carry outside its text. @see lexicon app.bsky.feed.post */
const outerTags = 8;

/** The record of a post, pictures uploaded. The same post at the same `createdAt` gives the same record. */
export async function makeRecord(
  post: Post,
  {
    agent,
    io,
    createdAt,
    reply,
  }: { agent: AtpAgent; io: Io; createdAt: string; reply: PrepareContext["reply"] },
): Promise<Memo["record"]> {
  const { text, facets } = await makeText(post, agent);
  const embed = await makeEmbed(post, hasLink(facets, post.link), agent, io);
  const tags = tagsOutside(post, tagsOf(facets));
  const record = {
    $type: collection,
    text,
    createdAt,
    ...(facets.length > 0 && { facets }),
    ...(post.language !== null && { langs: [post.language] }),
    ...(tags.length > 0 && { tags }),
    ...(reply && { reply: { root: refer(reply.root), parent: refer(reply.parent) } }),
    ...(embed && { embed }),
  };
  return JSON.parse(JSON.stringify(record)) as Memo["record"];
}

function tagsOutside({ tags }: Post, inText: readonly string[]): string[] {
  const known = new Set(inText.map((tag) => tag.toLowerCase()));
  return tags.filter((tag) => !known.has(tag.toLowerCase())).slice(0, outerTags);
}

function refer({ remoteId, data }: Receipt): Json {
  const cid = isObject(data) ? data["cid"] : undefined;
  if (typeof cid === "string") return { uri: remoteId, cid };
  const reason = worded`The receipt of ${remoteId} has no cid, so nothing can reply to it.`;
  throw new ChannelError({ kind: "refused", reason });
}
