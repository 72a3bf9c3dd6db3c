import { randomUUID } from "node:crypto";
import { type Element, xml } from "@xmpp/client";
import { ChannelError } from "../../src/channel/failure.ts";
import { worded } from "../../src/model/worded.ts";
import type { Connection } from "./connection.ts";
import type { Act } from "./failure.ts";
import { hasId } from "./message.ts";
import { form } from "./stanza.ts";

/** @see https://xmpp.org/extensions/xep-0313.html */
const namespace = "urn:xmpp:mam:2";
const paging = "http://jabber.org/protocol/rsm";

/** Messages asked for at a time, and at most so many times. */
const page = 50;
const pages = 40;

/** What the archive keeps of a message. */
export interface Kept {
  /** The room's own id for it. */
  readonly stanzaId: string | null;
  /** ISO 8601; null where the archive does not say. */
  readonly at: string | null;
}

/** Looks for a message by its sender's id. Throws StanzaError where there is no archive, and ChannelError where there is no end to it. */
export async function findInArchive(
  connection: Connection,
  id: string,
  since: Date,
  act: Act,
): Promise<Kept | undefined> {
  let after: string | undefined;
  for (let count = 0; count < pages; count++) {
    const { found, last } = await readPage(connection, id, since, after, act);
    if (found || last === undefined) return found;
    after = last;
  }
  const reason = worded`The archive of ${act.where} holds more than ${page * pages} messages since then: look into the room.`;
  throw new ChannelError({ kind: "lost", reason });
}

interface Page {
  readonly found: Kept | undefined;
  /** Where the next page begins; undefined on the last. */
  readonly last: string | undefined;
}

async function readPage(
  connection: Connection,
  id: string,
  since: Date,
  after: string | undefined,
  act: Act,
): Promise<Page> {
  const queryid = randomUUID();
  let found: Kept | undefined;
  const stop = connection.listen((stanza) => {
    found ??= readResult(stanza, queryid, id);
  });
  try {
    const answer = await connection.ask(writeQuery(act.where, queryid, since, after), act);
    return { found, last: readLast(answer) };
  } finally {
    stop();
  }
}

function writeQuery(to: string, queryid: string, since: Date, after: string | undefined): Element {
  const set = xml(
    "set",
    { xmlns: paging },
    xml("max", {}, String(page)),
    after === undefined ? undefined : xml("after", {}, after),
  );
  const query = xml(
    "query",
    { xmlns: namespace, queryid },
    form(namespace, { start: since.toISOString() }),
    set,
  );
  return xml("iq", { type: "set", to }, query);
}

function readResult(stanza: Element, queryid: string, id: string): Kept | undefined {
  const result = stanza.getChild("result", namespace);
  const message = result?.getChild("forwarded")?.getChild("message");
  if (result?.attrs["queryid"] !== queryid || !message || !hasId(message, id)) return undefined;
  const at = result.getChild("forwarded")?.getChild("delay")?.attrs["stamp"] ?? null;
  return { stanzaId: result.attrs["id"] ?? null, at };
}

function readLast(answer: Element): string | undefined {
  const fin = answer.getChild("fin", namespace);
  if (fin?.attrs["complete"] === "true") return undefined;
  return fin?.getChild("set", paging)?.getChildText("last") ?? undefined;
}
