import { type Element, xml } from "@xmpp/client";
import type { Connection } from "../../channels/xmpp/connection.ts";
import type { Act } from "../../channels/xmpp/failure.ts";
import { logIn } from "../../channels/xmpp/login.ts";
import { form } from "../../channels/xmpp/stanza.ts";
import type { Seen } from "../../src/channel/contract.ts";
import { accounts } from "./prosody.ts";

const muc = "http://jabber.org/protocol/muc";
const sid = "urn:xmpp:sid:0";

/** A room, and its owner who sits in it and reads. */
export interface RoomReader {
  readonly room: string;
  /** What the room shows now, corrections and retractions applied, as modern clients do. Oldest first. */
  visible(): Promise<readonly Seen[]>;
  /** Every message that arrived, as it came. */
  messages(): Promise<readonly Element[]>;
  /** `role: visitor` takes voice away, `role: none` puts out, `affiliation: outcast` bans. */
  set(item: Readonly<Record<string, string>>): Promise<void>;
  configure(values: Readonly<Record<string, string>>): Promise<void>;
  close(): Promise<void>;
}

export const readerOf = (port: number): Promise<Connection> =>
  logIn({
    address: "reader@localhost",
    password: accounts.reader,
    server: `xmpp://127.0.0.1:${port}`,
    patience: 5_000,
  });

/** Makes the room. */
export async function openRoom(port: number, room: string): Promise<RoomReader> {
  const connection = await readerOf(port);
  const act: Act = { verb: "look", who: "reader@localhost", where: room };
  const heard: Element[] = [];
  connection.listen((stanza) => {
    if (stanza.is("message") && stanza.attrs["from"]?.startsWith(`${room}/`)) heard.push(stanza);
  });
  const ask = (type: "get" | "set", child: Element, to = room): Promise<Element> =>
    connection.ask(xml("iq", { type, to }, child), act);
  const query = (name: string, ...children: Element[]): Promise<Element> =>
    ask("set", xml("query", { xmlns: `${muc}#${name}` }, ...children));
  const messages = async (): Promise<readonly Element[]> => {
    // A room answers in order: what it sent before the answer has arrived.
    await ask("get", xml("ping", { xmlns: "urn:xmpp:ping" }), `${room}/Reader`);
    return heard;
  };
  const configure: RoomReader["configure"] = async (values) =>
    void (await query("owner", form(`${muc}#roomconfig`, values)));
  const presence = xml("presence", { to: `${room}/Reader` }, xml("x", { xmlns: muc }));
  await connection.exchange(presence, (stanza) => stanza.is("presence") || undefined, act);
  await configure({});
  return {
    room,
    messages,
    visible: async () => readRoom(await messages()),
    set: async (item) => void (await query("admin", xml("item", item))),
    configure,
    close: () => connection.close(),
  };
}

interface Shown extends Seen {
  readonly stanzaId: string | undefined;
}

function readRoom(messages: readonly Element[]): readonly Seen[] {
  let shown: readonly Shown[] = [];
  for (const message of messages) shown = apply(shown, message);
  return shown;
}

function apply(shown: readonly Shown[], message: Element): readonly Shown[] {
  const retracted = message.getChild("retract", "urn:xmpp:message-retract:1")?.attrs["id"];
  if (retracted !== undefined) return shown.filter((one) => one.stanzaId !== retracted);
  const replaced = message.getChild("replace", "urn:xmpp:message-correct:0")?.attrs["id"];
  if (replaced === undefined) return [...shown, read(message, shown)];
  return shown.map((one) => (one.id === replaced ? { ...one, text: textOf(message) } : one));
}

function read(message: Element, shown: readonly Shown[]): Shown {
  const parent = message.getChild("reply", "urn:xmpp:reply:0")?.attrs["id"];
  const files = message.getChildren("file-sharing", "urn:xmpp:sfs:0");
  return {
    id: message.attrs["id"] ?? "",
    stanzaId: message.getChild("stanza-id", sid)?.attrs["id"],
    text: textOf(message),
    replyTo: shown.find((one) => one.stanzaId === parent)?.id ?? null,
    alts: files.map((file) => file.getChild("file")?.getChildText("desc") ?? ""),
    language: message.attrs["xml:lang"] ?? null,
  };
}

const textOf = (message: Element): string => message.getChildText("body") ?? "";
