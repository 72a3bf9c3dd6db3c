import type { Metrics } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import type { Receipt } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import type { Client } from "./client.ts";
import { readName } from "./receipt.ts";
import { readListing, type Thing } from "./thing.ts";

/** What one request may ask for. */
const most = 100;

/** @see https://www.reddit.com/dev/api#GET_api_info */
export async function countAll(
  client: Client,
  receipts: readonly Receipt[],
): Promise<readonly (Metrics | null)[]> {
  const ids = receipts.map(readName);
  const things = new Map<string, Thing>();
  for (let start = 0; start < ids.length; start += most)
    for (const thing of await fetchThings(client, ids.slice(start, start + most)))
      things.set(thing.name, thing);
  return ids.map((id) => count(things.get(id)));
}

async function fetchThings(client: Client, ids: readonly string[]): Promise<readonly Thing[]> {
  const listing = readListing(await client.get("/api/info", { id: ids.join(",") }));
  if (listing) return listing.things;
  throw new ChannelError({
    kind: "down",
    reason: worded`Reddit answered with something that is not a list of posts.`,
  });
}

/** A post that its author removed stays listed, without an author. Votes against count below none. */
function count(thing: Thing | undefined): Metrics | null {
  if (!thing || thing.author === "[deleted]") return null;
  return {
    likes: Math.max(0, thing.score),
    ...(thing.num_crossposts !== undefined && { reposts: thing.num_crossposts }),
    ...(thing.num_comments !== undefined && { replies: thing.num_comments }),
  };
}
