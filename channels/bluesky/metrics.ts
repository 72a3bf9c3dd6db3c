import type { Metrics } from "../../src/channel/channel.ts";
import type { Receipt } from "../../src/model/post.ts";
import type { Client } from "./client.ts";
import { isXrpcError } from "./failure.ts";

type Counts = Map<string, Metrics>;

/** Posts that one request may ask for. @see lexicon app.bsky.feed.getPosts */
const most = 25;

/** As the AppView counts, which the server asks for us; where a server has none, nothing is told. */
export async function countPosts(
  client: Client,
  receipts: readonly Receipt[],
): Promise<readonly (Metrics | null)[]> {
  const counts: Counts = new Map();
  let told = true;
  for (let from = 0; told && from < receipts.length; from += most)
    told = await addCounts(counts, client, receipts.slice(from, from + most));
  return receipts.map(({ remoteId }) => counts.get(remoteId) ?? (told ? null : {}));
}

/** False where nobody counts. */
async function addCounts(counts: Counts, { ask }: Client, receipts: readonly Receipt[]): Promise<boolean> {
  const uris = receipts.map(({ remoteId }) => remoteId);
  try {
    const { data } = await ask((agent) => agent.getPosts({ uris }));
    for (const { uri, likeCount = 0, repostCount = 0, replyCount = 0 } of data.posts)
      counts.set(uri, { likes: likeCount, reposts: repostCount, replies: replyCount });
    return true;
  } catch (error) {
    if (isWithoutAppView(error)) return false;
    throw error;
  }
}

function isWithoutAppView(error: unknown): boolean {
  return isXrpcError(error) && error.status === 400 && error.message.startsWith("No service configured");
}
