import type { AppBskyEmbedImages, AppBskyFeedPost, AtpAgent } from "@atproto/api";
import type { Seen, World } from "../../src/channel/contract.ts";
import type { FaultProxy } from "./fault-proxy.ts";

export interface Listed {
  readonly uri: string;
  readonly value: AppBskyFeedPost.Record;
}

/** Every post of the account, oldest first. */
export async function listPosts(owner: AtpAgent): Promise<Listed[]> {
  const { records } = await owner.app.bsky.feed.post.list({ repo: owner.assertDid, limit: 100 });
  return records.toSorted((a, b) => a.value.createdAt.localeCompare(b.value.createdAt));
}

export function makeWorld(owner: AtpAgent, proxy: FaultProxy): World {
  return {
    visible: async () => (await listPosts(owner)).map(see),
    faults: ["loseAnswer", "reset", "unavailable", "slow", "busy"],
    misbehave: proxy.misbehave,
  };
}

function see({ uri, value }: Listed): Seen {
  const images = (value.embed as AppBskyEmbedImages.Main | undefined)?.images ?? [];
  return {
    id: uri,
    text: value.text,
    replyTo: value.reply?.parent.uri ?? null,
    alts: images.map(({ alt }) => alt),
    language: value.langs?.[0] ?? null,
  };
}
