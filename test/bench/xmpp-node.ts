import { type Element, xml } from "@xmpp/client";
import type { Act } from "../../channels/xmpp/failure.ts";
import { pubsub } from "../../channels/xmpp/node.ts";
import { addressOf } from "../../channels/xmpp/atom.ts";
import type { NodePlace } from "../../channels/xmpp/place.ts";
import type { Seen } from "../../src/channel/contract.ts";
import { readerOf } from "./xmpp-room.ts";

const thread = "http://purl.org/syndication/thread/1.0";

/** Someone who reads a node, without being a contact of its owner. */
export interface NodeReader {
  /** The node's posts, oldest first. */
  visible(): Promise<readonly Seen[]>;
  entries(): Promise<readonly Element[]>;
  /** From now on; gives the ids of what was published and retracted since. */
  subscribe(): Promise<() => Promise<readonly string[]>>;
  close(): Promise<void>;
}

export async function openNode(port: number, place: NodePlace): Promise<NodeReader> {
  const { service, node } = place;
  const connection = await readerOf(port);
  const act: Act = { verb: "look", who: "reader@localhost", where: node };
  const ask = (type: "get" | "set", child: Element): Promise<Element> =>
    connection.ask(xml("iq", { type, to: service }, xml("pubsub", { xmlns: pubsub }, child)), act);
  const items = async (): Promise<Element[]> => {
    const answer = await ask("get", xml("items", { node }));
    return answer.getChild("pubsub")?.getChild("items")?.getChildren("item") ?? [];
  };
  return {
    visible: async () => (await items()).map((item) => read(item, place)),
    entries: async () => (await items()).map((item) => item.getChildElements()[0]!),
    async subscribe() {
      const heard: string[] = [];
      connection.listen((stanza) => heard.push(...readEvent(stanza)));
      await connection.exchange(xml("presence"), (stanza) => stanza.is("presence") || undefined, act);
      await ask("set", xml("subscribe", { node, jid: "reader@localhost" }));
      return async () => {
        await items();
        return heard;
      };
    },
    close: () => connection.close(),
  };
}

function readEvent(stanza: Element): string[] {
  const items = stanza.getChild("event", `${pubsub}#event`)?.getChild("items");
  return (items?.getChildElements() ?? []).map(({ name, attrs }) => `${name} ${attrs["id"] ?? ""}`);
}

function read(item: Element, place: NodePlace): Seen {
  const entry = item.getChildElements()[0]!;
  const parent = entry.getChild("in-reply-to", thread) ?? entry.getChild("thr:in-reply-to");
  const enclosures = entry.getChildren("link").filter(({ attrs }) => attrs["rel"] === "enclosure");
  const before = addressOf(place, "");
  return {
    id: item.attrs["id"] ?? "",
    text: entry.getChildText("content") ?? "",
    replyTo: parent?.attrs["href"]?.slice(before.length) ?? null,
    alts: enclosures.map(({ attrs }) => attrs["title"] ?? ""),
    language: entry.attrs["xml:lang"] ?? null,
  };
}
