import { type Element, xml } from "@xmpp/client";

/** What XML 1.0 cannot hold; a server ends the stream over it. @see https://www.w3.org/TR/xml/#charsets */
const unspeakable = /[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A text that XML can hold. */
function clean(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(unspeakable, "");
}

/** An element with nothing but text in it. */
export function leaf(name: string, text: string): Element {
  return xml(name, {}, clean(text));
}

/** A filled-in form. @see https://xmpp.org/extensions/xep-0004.html */
export function form(type: string, values: Readonly<Record<string, string>>): Element {
  const fields = Object.entries(values).map(([name, value]) =>
    xml("field", { var: name }, xml("value", {}, value)),
  );
  const hidden = xml("field", { var: "FORM_TYPE", type: "hidden" }, xml("value", {}, type));
  return xml("x", { xmlns: "jabber:x:data", type: "submit" }, hidden, ...fields);
}

/** Condition, type and text of an answer that is an error; undefined where it is none. */
export function readError(stanza: Element): { condition: string; type: string; text: string } | undefined {
  if (stanza.attrs["type"] !== "error") return undefined;
  const error = stanza.getChild("error");
  const condition = error?.getChildElements().find((child) => child.name !== "text");
  return {
    condition: condition?.name ?? "undefined-condition",
    type: error?.attrs["type"] ?? "cancel",
    text: error?.getChildText("text") ?? "",
  };
}
