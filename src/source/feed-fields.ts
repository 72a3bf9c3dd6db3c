import { addField, type Fields } from "./feed-draft.ts";
import { resolve } from "./feed-scope.ts";
import { type Captured, valueOf } from "./feed-value.ts";

/** Adds what a captured element says to its item, or to the feed. */
export function keepValue(captured: Captured, fields: Fields, atom: boolean): void {
  const value = valueOf(captured, atom);
  if (captured.kind === "link") return keepLink(captured, fields, value);
  addField(fields, captured.name, value);
  if (captured.kind === "id") keepPermalink(captured, value, fields);
  if (captured.kind === "body" && value !== "") addField(fields, "body base", captured.scope.base);
}

/** A link as RSS has it, in the text, or as Atom has it, in an attribute, with its relation to the item. */
function keepLink({ attributes, scope }: Captured, fields: Fields, text: string): void {
  const relation = attributes["rel"]?.trim().split("/").at(-1)?.toLowerCase() || "alternate";
  const href = attributes["href"]?.trim() ?? "";
  const address = href && resolve(href, scope.base);
  if (relation === "alternate") {
    addField(fields, "link", text);
    addField(fields, "alternate", address);
  }
  if (relation === "enclosure" && attributes["type"]?.startsWith("image/"))
    addField(fields, "enclosure", address);
}

/** RSS: an id is the item's address as well, unless it says otherwise. */
function keepPermalink({ attributes }: Captured, value: string, fields: Fields): void {
  const denied = attributes["isPermaLink"]?.trim().toLowerCase() === "false";
  if (!denied && /^https?:\/\//i.test(value)) addField(fields, "permalink", value);
}
