import type { AppBskyFeedPost, AtpAgent } from "@atproto/api";
import type { Seen } from "../../../src/channel/contract.ts";
import { canStartPds, startPds } from "../../bench/pds.ts";
import type { Network } from "./network.ts";

/** A real server: the record's key is chosen before it is written. */
export const bluesky: Network = {
  name: "bluesky",
  class: "rkey",
  channel: "bluesky",
  threads: true,
  edits: false,
  removes: true,
  isPublish: ({ path }) => path === "/xrpc/com.atproto.repo.putRecord",
  missing: async () => ((await canStartPds()) ? undefined : "no Personal Data Server is installed"),
  async start() {
    const pds = await startPds();
    return {
      url: pds.url,
      settings: (url) => ({ server: url, identifier: pds.handle, password: pds.appPassword }),
      visible: () => listAll(pds.owner),
      close: pds.close,
    };
  },
};

/** Oldest first: keys grow with time. */
async function listAll(owner: AtpAgent): Promise<Seen[]> {
  const seen: Seen[] = [];
  let cursor: string | undefined;
  do {
    const page = await owner.com.atproto.repo.listRecords({
      repo: owner.assertDid,
      collection: "app.bsky.feed.post",
      limit: 100,
      ...(cursor !== undefined && { cursor }),
    });
    seen.push(...page.data.records.map(({ uri, value }) => see(uri, value as AppBskyFeedPost.Record)));
    cursor = page.data.cursor;
  } while (cursor !== undefined);
  return seen.toReversed();
}

const see = (id: string, { text, reply }: AppBskyFeedPost.Record): Seen => ({
  id,
  text,
  replyTo: reply?.parent.uri ?? null,
});
