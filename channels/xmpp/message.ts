import { type Element, xml } from "@xmpp/client";
import type { Post } from "../../src/model/post.ts";
import type { Attachment, Memo } from "./memo.ts";
import { leaf } from "./stanza.ts";

/** Stable ids. @see https://xmpp.org/extensions/xep-0359.html */
const stable = "urn:xmpp:sid:0";
const retraction = "urn:xmpp:message-retract:1";

/** A post as a message to a room. `occupant`: our own address there. */
export function writeMessage(room: string, occupant: string, post: Post, memo: Memo): Element {
  const { parent, attachments } = memo;
  const body = [post.text, ...attachments.map((one) => one.url)].join("\n");
  return envelope(room, memo.key, post.language, [
    leaf("body", body),
    parent?.stanzaId != null
      ? xml("reply", { xmlns: "urn:xmpp:reply:0", to: occupant, id: parent.stanzaId })
      : undefined,
    ...attachments.flatMap(writeAttachment),
  ]);
}

/** The same, in the place of an earlier one. @see https://xmpp.org/extensions/xep-0308.html */
export function writeCorrection(message: Element, remoteId: string): Element {
  const replace = xml("replace", { xmlns: "urn:xmpp:message-correct:0", id: remoteId });
  return xml(message.name, message.attrs, ...message.getChildElements(), replace);
}

/** @see https://xmpp.org/extensions/xep-0424.html */
export function writeRetraction(room: string, id: string, target: string): Element {
  return envelope(room, id, null, [
    xml("retract", { xmlns: retraction, id: target }),
    xml("fallback", { xmlns: "urn:xmpp:fallback:0", for: retraction }),
    leaf("body", "/me retracted a previous message, but your client does not support that."),
    xml("store", { xmlns: "urn:xmpp:hints" }),
  ]);
}

function envelope(
  to: string,
  id: string,
  language: string | null,
  children: readonly (Element | undefined)[],
): Element {
  const attributes = { to, id, type: "groupchat", ...(language !== null && { "xml:lang": language }) };
  return xml("message", attributes, ...children, xml("origin-id", { xmlns: stable, id }));
}

/** For older clients (XEP-0066), and with an alternative text for newer ones (XEP-0447). */
function writeAttachment({ url, alt, type }: Attachment): Element[] {
  if (type === null) return [];
  const file = xml(
    "file",
    { xmlns: "urn:xmpp:file:metadata:0" },
    leaf("media-type", type),
    leaf("desc", alt),
  );
  const source = xml("url-data", { xmlns: "http://jabber.org/protocol/url-data", target: url });
  return [
    xml("x", { xmlns: "jabber:x:oob" }, leaf("url", url), leaf("desc", alt)),
    xml("file-sharing", { xmlns: "urn:xmpp:sfs:0", disposition: "inline" }, file, xml("sources", {}, source)),
  ];
}

/** The id that its sender gave it, also where a room wrote its own over it. */
export function hasId(message: Element, id: string): boolean {
  return message.attrs["id"] === id || message.getChild("origin-id", stable)?.attrs["id"] === id;
}

/** The room's own id for a message. */
export function stanzaIdOf(message: Element, room: string): string | null {
  const ids = message.getChildren("stanza-id", stable);
  return ids.find((one) => one.attrs["by"] === room)?.attrs["id"] ?? null;
}
