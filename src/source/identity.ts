import { createHash } from "node:crypto";
import { plainLink } from "../model/difference.ts";
import type { Entry } from "../model/entry.ts";
import type { EntryKey, KnownEntry, Sighting } from "../model/sighting.ts";

/** What the ledger knows of a source's entries. */
export interface Memory {
  /** Ledger ids by key, written `kind value`. */
  readonly keys: ReadonlyMap<string, string>;
  readonly known: ReadonlyMap<string, KnownEntry>;
}

/** An entry with everything it can be known by. */
export interface Face {
  readonly entry: Entry;
  readonly keys: readonly EntryKey[];
  readonly fingerprint: string;
}

/** An entry that a source shows, and which of ours it is; undefined where it is none. */
export interface Match extends Face {
  readonly known: KnownEntry | undefined;
  /** It bears the id or address of another, yet nothing else of it: a person must look. */
  readonly suspect: KnownEntry | undefined;
}

/** Shorter texts than this many characters are alike by chance. */
const telling = 200;
const day = 86_400_000;

/** Which of the known entries each polled one is, though ids, addresses, titles and texts change. Pure. */
export function recognise(polled: readonly Entry[], memory: Memory): readonly Match[] {
  const faces = onlyDistinct(withoutCopies(polled.map(faceOf)));
  const sure = faces.map((face) => matchFirmly(face, memory));
  const present = new Set(sure.flatMap(({ known }) => (known ? [known.id] : [])));
  return sure.map((match) => (match.known || match.suspect ? match : matchLoosely(match, memory, present)));
}

export function faceOf(entry: Entry): Face {
  const text = wordsOf(entry).join(" ");
  const fingerprint = createHash("sha256").update(text).digest("base64url").slice(0, 22);
  const keys: EntryKey[] = [
    { kind: "id", value: entry.id },
    { kind: "url", value: entry.url },
    ...(entry.aliases ?? []).map((value) => ({ kind: "url", value }) as const),
    { kind: "title", value: fold(entry.title) },
  ];
  if (text.length >= telling) keys.push({ kind: "text", value: fingerprint });
  return { entry, keys: keys.filter(({ value }) => value !== ""), fingerprint };
}

const name = ({ kind, value }: EntryKey): string => `${kind} ${value}`;

/** Feeds list an entry twice by mistake. */
function withoutCopies(faces: readonly Face[]): readonly Face[] {
  const seen = new Set<string>();
  return faces.filter(({ entry: { id, url, title }, fingerprint }) => {
    const all = JSON.stringify([id, url, title, fingerprint]);
    return !seen.has(all) && seen.add(all);
  });
}

/** A key that two entries of one document share tells nothing: feeds repeat ids, and link everything to the home page. */
function onlyDistinct(faces: readonly Face[]): readonly Face[] {
  const seen = new Map<string, number>();
  for (const key of faces.flatMap(({ keys }) => [...new Set(keys.map(name))]))
    seen.set(key, (seen.get(key) ?? 0) + 1);
  return faces.map((face) => {
    const keys = face.keys.filter((key) => seen.get(name(key)) === 1);
    // An entry without any key would be new at every poll.
    return { ...face, keys: keys.length > 0 ? keys : [{ kind: "text", value: face.fingerprint }] };
  });
}

function lookUp(face: Face, kind: EntryKey["kind"], memory: Memory): KnownEntry | undefined {
  const keys = face.keys.filter((key) => key.kind === kind);
  const id = keys.map((key) => memory.keys.get(name(key))).find((one) => one !== undefined);
  return id === undefined ? undefined : memory.known.get(id);
}

function matchFirmly(face: Face, memory: Memory): Match {
  const found = lookUp(face, "id", memory) ?? lookUp(face, "url", memory);
  const stranger = found !== undefined && isStranger(face, found);
  return { ...face, known: stranger ? undefined : found, suspect: stranger ? found : undefined };
}

/** Same id or address, but title, text and day are all others: an id used again, or an entry written anew. */
function isStranger(face: Face, known: KnownEntry): boolean {
  const { entry } = known;
  const apart = distance(face.entry, entry);
  return (
    fold(face.entry.title) !== fold(entry.title) &&
    apart !== null &&
    apart > 2 * day &&
    likeness(face.entry, entry) < 0.3
  );
}

/** Milliseconds between the dates of two entries; null where one has none. */
function distance(a: Entry, b: Entry): number | null {
  if (a.published === null || b.published === null) return null;
  return Math.abs(Date.parse(a.published) - Date.parse(b.published));
}

function matchLoosely(match: Match, memory: Memory, present: ReadonlySet<string>): Match {
  const absent = (one: KnownEntry | undefined): one is KnownEntry =>
    one !== undefined && !present.has(one.id);
  const byText = lookUp(match, "text", memory);
  if (absent(byText)) return { ...match, known: byText };
  const byTitle = lookUp(match, "title", memory);
  if (absent(byTitle) && isSameTitle(match.entry, byTitle.entry)) return { ...match, known: byTitle };
  const alike = [...memory.known.values()].find((one) => absent(one) && isRewritten(match.entry, one.entry));
  return { ...match, known: alike };
}

/** A title may come back every week; the same title within two days, or over the same text, is the same entry. */
function isSameTitle(a: Entry, b: Entry): boolean {
  const apart = distance(a, b);
  return apart === null || apart <= 2 * day || likeness(a, b) > 0.5;
}

/** Id, address and title changed, and the words a little: still the same, if one went as the other came. */
function isRewritten(a: Entry, b: Entry): boolean {
  const apart = distance(a, b);
  return apart !== null && apart <= 45 * day && likeness(a, b) > 0.6;
}

/** How many of the words of two entries are the same: 0 none, 1 all. Short texts are never alike. */
function likeness(a: Entry, b: Entry): number {
  const [one, other] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  const shared = [...one].filter((word) => other.has(word)).length;
  const all = one.size + other.size - shared;
  return Math.min(one.size, other.size) < 30 ? 0 : shared / all;
}

function wordsOf(entry: Entry): readonly string[] {
  const stories = entry.sections.flatMap((section) => section.stories.map((story) => story.text));
  return fold([entry.summary, ...stories].join(" ")).split(" ");
}

const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** What changed about an entry that is known. */
export function changesOf(match: Match, known: KnownEntry): (Sighting & { kind: "changed" })["what"] {
  const what: ("title" | "url" | "text" | "link" | "words")[] = [];
  if (match.entry.title !== known.entry.title) what.push("title");
  if (match.entry.url !== known.entry.url) what.push("url");
  if (match.fingerprint !== known.fingerprint) what.push("text");
  if (leadLinks(match.entry) !== leadLinks(known.entry)) what.push("link");
  if (authorWords(match.entry) !== authorWords(known.entry)) what.push("words");
  return what;
}

/** What its author says of posts; older ledgers have a text alone for its words. */
const authorWords = ({ overrides }: Entry): string =>
  JSON.stringify(
    Object.entries(overrides).map(([place, said]) => [
      place,
      typeof said === "string" ? { text: said } : said,
    ]),
  );

const leadLinks = ({ sections }: Entry): string =>
  sections
    .flatMap(({ stories }) => stories.flatMap(({ link }) => (link === null ? [] : plainLink(link))))
    .join(" ");
