import type { Metrics } from "../../src/channel/channel.ts";
import type { Receipt } from "../../src/model/post.ts";
import type { Client } from "./client.ts";
import { isXrpcError } from "./failure.ts";

type Counts = Map<string, Metrics>;

/** Posts that one request may ask for. @see lexicon app.bsky.feed.getPosts */
const most = 25;

/** As the AppView counts, which the server asks for us; null for all where a server has none. */
export async function countPosts(
  client: Client,
  receipts: readonly Receipt[],
): Promise<readonly (Metrics | null)[]> {
  const counts: Counts = new Map();
  for (let from = 0; from < receipts.length; from += most)
    await addCounts(counts, client, receipts.slice(from, from + most));
  return receipts.map(({ remoteId }) => counts.get(remoteId) ?? null);
}

async function addCounts(counts: Counts, { ask }: Client, receipts: readonly Receipt[]): Promise<void> {
  const uris = receipts.map(({ remoteId }) => remoteId);
  try {
    const { data } = await ask((agent) => agent.getPosts({ uris }));
    for (const { uri, likeCount = 0, repostCount = 0, replyCount = 0 } of data.posts)
      counts.set(uri, { likes: likeCount, reposts: repostCount, replies: replyCount });
  } catch (error) {
    if (!isWithoutAppView(error)) throw error;
  }
}

function isWithoutAppView(error: unknown): boolean {
  return isXrpcError(error) && error.status === 400 && error.message.startsWith("No service configured");
}
