/**
 * What a template says besides its text: which parts may give way, what is a list, where a new part of a thread begins.
 * It is written into the rendered text with code points that Unicode keeps out of texts, and read back from it.
 */
const mark = {
  open: "\ufdd0",
  body: "\ufdd1",
  close: "\ufdd2",
  list: "\ufdd3",
  item: "\ufdd4",
  end: "\ufdd5",
  part: "\ufdd6",
};

/** A stretch of text that stays as it is, or one that may give way. */
export type Piece = string | Flexible;

export interface Flexible {
  /** The lowest gives way first. */
  readonly order: number;
  /** Left out rather than shortened. */
  readonly whole: boolean;
  readonly content: readonly (string | List)[];
}

export interface List {
  /** `sentence`: "a, b and c". `lines`: one line an item. */
  readonly style: "sentence" | "lines";
  readonly language: string;
  /** What stands for the items that were left out. */
  readonly more: string;
  readonly items: readonly string[];
  /** How many of them to show where there is room. */
  readonly shown: number;
}

/** A text from outside, without anything that could be taken for a mark or that no text needs. */
export function withoutMarks(text: string): string {
  return text.replace(/[[\p{Cc}\ufdd0-\ufdef]--[\n\t]]/gv, "");
}

export function markFlexible(order: number, whole: boolean, body: string): string {
  return `${mark.open}${order}${whole ? "w" : ""}${mark.body}${body}${mark.close}`;
}

export function markList({ style, language, more, items, shown }: List): string {
  return `${mark.list}${[style, language, more, shown, ...items].join(mark.item)}${mark.end}`;
}

export const markPart = (): string => mark.part;

/** The parts of a thread, as the template divides it; one where it does not. */
export function readParts(rendered: string): Piece[][] {
  return rendered.split(mark.part).map(readPieces);
}

const flexible = /\ufdd0(\d+)(w?)\ufdd1([^\ufdd0]*?)\ufdd2/g;

function readPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(flexible)) {
    const [all, order = "0", whole, body = ""] = match;
    pieces.push(printAll(text.slice(at, match.index)));
    pieces.push({ order: Number(order), whole: whole === "w", content: readContent(body) });
    at = match.index + all.length;
  }
  return [...pieces, printAll(text.slice(at))];
}

function readContent(body: string): (string | List)[] {
  return body
    .split(/(\ufdd3[^\ufdd5]*\ufdd5)/)
    .map((one) => (one.startsWith(mark.list) ? readList(one) : one));
}

function readList(text: string): List {
  const [style, language = "und", more = "", shown = "", ...items] = text.slice(1, -1).split(mark.item);
  return { style: style === "lines" ? "lines" : "sentence", language, more, items, shown: Number(shown) };
}

/** Fixed text: lists are printed whole. */
const printAll = (text: string): string => printContent(readContent(text));

export function printContent(content: Flexible["content"]): string {
  return content.map((one) => (typeof one === "string" ? one : printList(one, one.shown))).join("");
}

/** Everything, whether it may give way or not. */
export function printPieces(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : printContent(piece.content))).join("");
}

/** A stretch of text in pieces; an item of a list stands for itself. */
interface Stretch {
  readonly text: string;
  readonly item: boolean;
}

/** All stretches of text, in order. */
export function stretchesOf(pieces: readonly Piece[]): readonly Stretch[] {
  return pieces
    .flatMap((piece) => (typeof piece === "string" ? [piece] : piece.content))
    .flatMap((one): readonly Stretch[] =>
      typeof one === "string"
        ? [{ text: one, item: false }]
        : one.items.map((text) => ({ text, item: true })),
    );
}

/** The same pieces in other words: `change` is asked for every stretch, in order. */
export function reword(pieces: readonly Piece[], change: (text: string) => string): readonly Piece[] {
  const inList = (one: string | List): string | List =>
    typeof one === "string" ? change(one) : { ...one, items: one.items.map((item) => change(item)) };
  return pieces.map((piece) =>
    typeof piece === "string" ? change(piece) : { ...piece, content: piece.content.map(inList) },
  );
}

/** The first items of a list, as a person would write them. */
export function printList({ style, language, more, items }: List, length: number): string {
  const shown = items.slice(0, length);
  if (style === "lines") return shown.join("\n");
  const rest = length < items.length && length > 0 && more !== "" ? [more] : [];
  return formatList(language).format([...shown, ...rest]);
}

const formats = new Map<string, Intl.ListFormat>();

function formatList(language: string): Intl.ListFormat {
  const known = formats.get(language) ?? new Intl.ListFormat(language, { type: "conjunction" });
  formats.set(language, known);
  return known;
}
