import { addField, type Draft, startDraft, startFields } from "./feed-draft.ts";
import { keepValue } from "./feed-fields.ts";
import { closeTag, openTag } from "./feed-markup.ts";
import { knownElement } from "./feed-names.ts";
import { type Attributes, canonicalName, narrow, outermost, type Scope } from "./feed-scope.ts";
import type { Captured } from "./feed-value.ts";

/** How far a feed has been read. */
export interface Reading {
  readonly start: Scope;
  /** From the outermost inwards. */
  readonly open: Open[];
  /** Null until the feed begins. */
  draft: Draft | null;
  captured: Captured | null;
}

/** An open element. part: a grouping inside an item. inside: mark-up in a captured element. */
interface Open {
  readonly role: "outside" | "feed" | "item" | "part" | "skipped" | "captured" | "inside";
  readonly scope: Scope;
  readonly root: boolean;
}

export function startReading(url: string): Reading {
  return { start: outermost(url), open: [], draft: null, captured: null };
}

export function openElement(reading: Reading, written: string, attributes: Attributes): void {
  const around = reading.open.at(-1);
  const scope = narrow(around?.scope ?? reading.start, attributes);
  const name = canonicalName(written, scope);
  const root = reading.draft === null && roots.has(name);
  const role = root ? "feed" : roleIn(around?.role ?? "outside", name);
  reading.open.push({ role, scope, root });
  if (root) startFeed(reading, name, scope);
  if (role === "item") startItem(reading, scope, attributes);
  if (role === "captured") startCapture(reading, name, attributes, scope);
  if (role === "inside")
    reading.captured?.pieces.push(openTag(name, attributes, scope, reading.captured.scope.base));
}

const roots = new Set(["rss", "feed", "rdf:rdf", "channel"]);
const groups = new Set(["channel", "items", "media:group", "rdf:li"]);

function roleIn(around: Open["role"], name: string): Open["role"] {
  if (around === "captured" || around === "inside") return "inside";
  if (around === "skipped" || around === "outside") return around;
  if (groups.has(name)) return around === "feed" ? "feed" : "part";
  if (around === "feed" && (name === "item" || name === "entry")) return "item";
  return knownElement(name) === undefined ? "skipped" : "captured";
}

function startFeed(reading: Reading, name: string, { language, base }: Scope): void {
  reading.draft = startDraft(name === "feed", base);
  addField(reading.draft.feed, "inherited", language ?? "");
}

function startItem({ draft }: Reading, { language, base }: Scope, attributes: Attributes): void {
  const fields = startFields(base);
  addField(fields, "about", attributes["rdf:about"] ?? "");
  if (language !== null && language !== draft?.feed.get("inherited")?.[0])
    addField(fields, "inherited", language);
  draft?.items.push(fields);
}

function startCapture(reading: Reading, name: string, attributes: Attributes, scope: Scope): void {
  const known = knownElement(name);
  if (known !== undefined) reading.captured = { ...known, attributes, scope, pieces: [] };
}

/** Text comes in portions, a new one at every entity. */
export function takeText({ captured }: Reading, text: string): void {
  const last = captured?.pieces.at(-1);
  if (last !== undefined && last.element === undefined) last.text += text;
  else captured?.pieces.push({ text });
}

/** `implied`: the document has no end tag for it. */
export function closeElement(reading: Reading, implied: boolean, written: string): void {
  const closed = reading.open.pop();
  if (closed === undefined || reading.draft === null) return;
  if (closed.root) reading.draft.complete = !implied;
  if (closed.role === "inside") reading.captured?.pieces.push(closeTag(canonicalName(written, closed.scope)));
  if (closed.role === "captured") endCapture(reading, reading.draft);
}

function endCapture(reading: Reading, draft: Draft): void {
  const inItem = reading.open.some(({ role }) => role === "item");
  const fields = (inItem ? draft.items.at(-1) : undefined) ?? draft.feed;
  if (reading.captured !== null) keepValue(reading.captured, fields, draft.atom);
  reading.captured = null;
}
