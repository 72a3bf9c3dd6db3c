import { ChannelError } from "../../src/channel/failure.ts";
import { worded } from "../../src/model/worded.ts";
import type { Client } from "./client.ts";
import { isXrpcError } from "./failure.ts";
import type { Memo } from "./memo.ts";
import { collection } from "./record.ts";

export interface Stored {
  readonly uri: string;
  readonly cid: string;
}

/**
 * The record under the memo's key, whatever it says. Where there is none, it was never there if the account has not changed
 * since; else somebody may have deleted it, and publishing again would bring it back: that throws.
 */
export async function findRecord(client: Client, { rkey, rev }: Memo): Promise<Stored | undefined> {
  const stored = await getRecord(client, rkey);
  if (stored || (await readRevision(client)) === rev) return stored;
  throw new ChannelError({
    kind: "lost",
    reason: worded`The post is not on the account, which has changed since: perhaps it was published and somebody deleted it. Look, and decide.`,
  });
}

async function getRecord({ ask, did }: Client, rkey: string): Promise<Stored | undefined> {
  try {
    const { data } = await ask(({ com }) => com.atproto.repo.getRecord({ repo: did, collection, rkey }));
    return data.cid === undefined ? undefined : { uri: data.uri, cid: data.cid };
  } catch (error) {
    if (isXrpcError(error) && error.error === "RecordNotFound") return undefined;
    throw error;
  }
}

/** Changes with every record that is made, changed or deleted, and with nothing else. */
export async function readRevision({ ask, did }: Client): Promise<string> {
  return (await ask(({ com }) => com.atproto.sync.getLatestCommit({ did }))).data.rev;
}
