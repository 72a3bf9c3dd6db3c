import type { Channel, Session } from "../channel/channel.ts";
import type { Failure } from "../channel/failure.ts";
import { worded } from "../model/worded.ts";

/** An account, signed in. */
export interface Opened {
  readonly channel: Channel;
  readonly session: Session;
}

export type Opening = { readonly opened: Opened } | { readonly failure: Failure };

export interface Sessions {
  /** Signs in where that was not done yet. A failure is a value. */
  open(account: string): Promise<Opening>;
  /** Signs in anew next time. */
  forget(account: string): Promise<void>;
  /** What a failure means that a session of the account met: its credentials may have been replaced meanwhile. */
  doubt(account: string, failure: Failure): Promise<Failure>;
  close(): Promise<void>;
}

/** `sign`: opens a session for an account by name; undefined where the configuration has no such account. */
export function sessionsOf(
  channelOf: (account: string) => Promise<Channel | undefined>,
  sign: (account: string, channel: Channel) => Promise<Session>,
): Sessions {
  const open = new Map<string, Promise<Opening>>();
  const forget = async (account: string): Promise<void> => {
    const opening = await open.get(account);
    open.delete(account);
    if (opening !== undefined && "opened" in opening) await quietly(opening.opened.session.close?.());
  };
  return {
    open: async (account) => {
      const known = open.get(account);
      const opening = known ?? openOne(account, channelOf, sign);
      open.set(account, opening);
      if ("failure" in (await opening)) open.delete(account);
      return opening;
    },
    forget,
    doubt: async (_account, failure) => failure,
    close: async () => void (await Promise.all([...open.keys()].map(forget))),
  };
}

async function openOne(
  account: string,
  channelOf: (account: string) => Promise<Channel | undefined>,
  sign: (account: string, channel: Channel) => Promise<Session>,
): Promise<Opening> {
  const channel = await channelOf(account);
  if (channel === undefined) return { failure: { kind: "unauthorised", reason: missing(account) } };
  try {
    return { opened: { channel, session: await sign(account, channel) } };
  } catch (error) {
    return { failure: channel.classify(error) };
  }
}

const missing = (account: string): string =>
  worded`The account ${account} is not in the configuration, or lacks a setting: \`carillon check\` says which.`;

/** A session that ends badly has nothing more to tell. */
async function quietly(ending: Promise<void> | undefined): Promise<void> {
  try {
    await ending;
  } catch {
    return;
  }
}
