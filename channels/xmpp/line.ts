import { xml } from "@xmpp/client";
import type { Connection } from "./connection.ts";
import { type Act, StanzaError } from "./failure.ts";
import { type Login, logIn } from "./login.ts";

/** Signing in takes about a second, so one connection is kept, and replaced when it has died. */
export interface Line {
  /** A connection that answers. Throws ChannelError where there is none to be had. */
  take(): Promise<Connection>;
  close(): Promise<void>;
}

export function createLine(login: Login): Line {
  let current: Promise<Connection> | undefined;
  const replace = async (old: Connection | undefined): Promise<Connection> => {
    if (old && (await answers(old, login))) return old;
    await old?.close();
    return logIn(login);
  };
  const take = (): Promise<Connection> => {
    const taken = settle(current).then(replace);
    current = taken;
    return taken;
  };
  const close = async (): Promise<void> => {
    const last = await settle(current);
    current = undefined;
    await last?.close();
  };
  return { take, close };
}

/** Undefined where it could not be had. */
async function settle(promise: Promise<Connection> | undefined): Promise<Connection | undefined> {
  try {
    return await promise;
  } catch {
    return undefined;
  }
}

/** Milliseconds after which a connection counts as dead. */
const pingPatience = 5_000;

/** A network that was cut stays silent; only asking tells. Any answer will do. */
async function answers(connection: Connection, { address, patience }: Login): Promise<boolean> {
  const act: Act = { verb: "reach", who: address, where: address };
  const ping = xml("iq", { type: "get" }, xml("ping", { xmlns: "urn:xmpp:ping" }));
  try {
    await connection.ask(ping, act, Math.min(patience, pingPatience));
    return true;
  } catch (error) {
    return error instanceof StanzaError;
  }
}
