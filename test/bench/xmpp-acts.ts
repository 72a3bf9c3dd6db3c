import channel from "../../channels/xmpp/channel.ts";
import { openSession } from "../../channels/xmpp/session.ts";
import type { Channel, PrepareContext, Session } from "../../src/channel/channel.ts";
import type { Failure } from "../../src/channel/failure.ts";
import type { SettingValues } from "../../src/model/account.ts";
import type { Json } from "../../src/model/json.ts";
import type { Post, Receipt } from "../../src/model/post.ts";
import { makeIo } from "./io.ts";
import { accounts } from "./prosody.ts";

/** The channel, with less patience than it has for real servers. Milliseconds. */
const patience = 1_500;
export const impatient: Channel = {
  ...channel,
  open: (settings, io) => openSession(settings, io, patience),
};

export const io = makeIo({ patience });

export function settingsFor(port: number, more: SettingValues): SettingValues {
  return { jid: "bells@localhost", password: accounts.bells, server: `xmpp://127.0.0.1:${port}`, ...more };
}

export const openAt = (port: number, more: SettingValues): Promise<Session> =>
  impatient.open(settingsFor(port, more), io);

let count = 0;

export function makeContext(change: Partial<PrepareContext> = {}): PrepareContext {
  count += 1;
  return { key: `delivery-${count}`, previous: null, reply: null, ...change };
}

export interface Sent {
  readonly memo: Json;
  readonly receipt: Receipt;
}

export async function send(
  session: Session,
  post: Post,
  change: Partial<PrepareContext> = {},
): Promise<Sent> {
  const memo = await session.prepare(post, makeContext(change));
  return { memo, receipt: await session.publish(post, memo) };
}

/** What the channel says of an act that must fail. */
export async function failureOf(act: () => Promise<unknown>): Promise<Failure> {
  try {
    await act();
  } catch (error) {
    return channel.classify(error);
  }
  throw new Error("It succeeded.");
}
