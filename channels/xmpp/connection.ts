import { randomUUID } from "node:crypto";
import type { Client, Element } from "@xmpp/client";
import { currentTerm } from "../../src/channel/term.ts";
import { worded } from "../../src/model/worded.ts";
import { type Act, SilenceError, StanzaError } from "./failure.ts";
import { readError } from "./stanza.ts";

/** One stream to the server, signed in. It ends at the first fault: a new one is made then. */
export interface Connection {
  /** Sends a question; gives the result. Throws StanzaError and SilenceError. `limit`: milliseconds, less than its patience. */
  ask(iq: Element, act: Act, limit?: number): Promise<Element>;
  /** Sends, and waits for the first stanza that `pick` makes something of. Throws SilenceError and what `pick` throws. */
  exchange<T>(stanza: Element, pick: Pick<T>, act: Act, limit?: number): Promise<T>;
  /** Hands every stanza to `hear` until what it gives is called. */
  listen(hear: (stanza: Element) => void): () => void;
  close(): Promise<void>;
}

/** Makes something of a stanza, or undefined where it is not the one waited for. */
type Pick<T> = (stanza: Element) => T | undefined;

export function createConnection(entity: Client, patience: number): Connection {
  const listen: Connection["listen"] = (hear) => {
    entity.on("stanza", hear);
    return () => void entity.off("stanza", hear);
  };
  const exchange: Connection["exchange"] = async (stanza, pick, act, limit = patience) => {
    if (entity.status !== "online") throw offline(act);
    const [answer] = await Promise.all([hearOne(entity, pick, act, limit), send(entity, stanza, act)]);
    return answer;
  };
  return {
    exchange,
    ask: (iq, act, limit) => exchange(iq, pickResult(iq, act), act, limit),
    listen,
    close: () => end(entity),
  };
}

async function send(entity: Client, stanza: Element, act: Act): Promise<void> {
  currentTerm()?.begin();
  try {
    await entity.send(stanza);
  } catch {
    throw new SilenceError(act, worded`the connection broke while it was sent`);
  }
}

function pickResult(iq: Element, act: Act): Pick<Element> {
  const id = randomUUID();
  iq.attrs["id"] = id;
  return (stanza) => {
    if (!stanza.is("iq") || stanza.attrs["id"] !== id) return undefined;
    const error = readError(stanza);
    if (error) throw new StanzaError(act, error);
    return stanza;
  };
}

/** Nothing was sent, whatever the act. */
const offline = (act: Act): SilenceError =>
  new SilenceError({ ...act, verb: "reach" }, worded`the connection was closed`);

function hearOne<T>(entity: Client, pick: Pick<T>, act: Act, limit: number): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const hear = (stanza: Element): void => {
    try {
      const picked = pick(stanza);
      if (picked !== undefined) resolve(picked);
    } catch (error) {
      reject(error);
    }
  };
  const fall = (): void => reject(new SilenceError(act, worded`the connection broke before an answer came`));
  const late = (): void => reject(new SilenceError(act, worded`no answer came within ${limit / 1000} s`));
  const timer = setTimeout(late, limit);
  entity.on("stanza", hear).on("disconnect", fall);
  return promise.finally(() => {
    clearTimeout(timer);
    entity.off("stanza", hear).off("disconnect", fall);
  });
}

/** Milliseconds for each step of saying goodbye, of which there are two. */
const farewell = 1_000;

/** Says goodbye, and leaves nothing running whatever the server does. Never throws. */
export async function end(entity: Client): Promise<void> {
  entity.reconnect.stop();
  entity.timeout = farewell;
  const socket = entity.socket?.socket ?? entity.socket;
  const { promise: late, resolve } = Promise.withResolvers<void>();
  // On a socket that never opened, the library waits for ever to have written its goodbye.
  const timer = setTimeout(resolve, 2.5 * farewell);
  // A server that does not take the goodbye has nothing more to say either.
  await Promise.race([entity.stop().catch(() => undefined), late]);
  clearTimeout(timer);
  socket?.destroy?.();
}
