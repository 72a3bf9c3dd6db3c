import type { Metrics } from "../../src/channel/channel.ts";
import type { Receipt } from "../../src/model/post.ts";
import { type Client, orDenied, orMissing, read } from "./client.ts";
import { listOf, numberAt, textAt } from "./json.ts";
import type { Seat } from "./seat.ts";
import { encode, isPost } from "./urn.ts";

/** Posts that one request may ask for. */
const batch = 50;

/** @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/network-update-social-actions */
export async function count(seat: Seat, receipts: readonly Receipt[]): Promise<(Metrics | null)[]> {
  const ids = receipts.map(({ remoteId }) => remoteId);
  const statistics = await readStatistics(seat, ids.filter(isPost));
  return Promise.all(ids.map((id) => countOne(seat.client, id, statistics.get(id))));
}

async function countOne(
  client: Client,
  urn: string,
  statistics: Metrics | undefined,
): Promise<Metrics | null> {
  const actions = await orMissing(read(client, `/rest/socialActions/${encode(urn)}`));
  if (!actions) return null;
  return {
    likes: numberAt(actions, "likesSummary", "totalLikes"),
    replies: numberAt(actions, "commentsSummary", "aggregatedTotalComments"),
    ...statistics,
  };
}

/**
 * Told to admins of the page, of the last twelve months; else there are none to tell.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/share-statistics
 */
async function readStatistics(
  { client, author }: Seat,
  ids: readonly string[],
): Promise<Map<string, Metrics>> {
  const statistics = new Map<string, Metrics>();
  if (author.startsWith("urn:li:person:")) return statistics;
  for (let start = 0; start < ids.length; start += batch) {
    const path = askFor(author, ids.slice(start, start + batch));
    const data = (await orDenied(read(client, path, "FINDER"))) ?? {};
    for (const one of listOf(data, "elements"))
      statistics.set(textAt(one, "share") || textAt(one, "ugcPost"), {
        reposts: numberAt(one, "totalShareStatistics", "shareCount"),
        clicks: numberAt(one, "totalShareStatistics", "clickCount"),
        views: numberAt(one, "totalShareStatistics", "impressionCount"),
      });
  }
  return statistics;
}

/** Rest.li's lists keep their parentheses and commas. */
function askFor(author: string, ids: readonly string[]): string {
  const lists = [
    ["shares", ids.filter((id) => id.startsWith("urn:li:share:"))],
    ["ugcPosts", ids.filter((id) => id.startsWith("urn:li:ugcPost:"))],
  ] as const;
  const wanted = lists.filter(([, urns]) => urns.length > 0);
  const query = wanted.map(([name, urns]) => `&${name}=List(${urns.map(encode).join(",")})`).join("");
  return `/rest/organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity=${encode(author)}${query}`;
}
