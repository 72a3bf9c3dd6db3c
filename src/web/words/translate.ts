import { cutList, cutSentences, withoutStop } from "./cut.ts";
import { openDictionary, type Found, type Sentences } from "./dictionary.ts";
import { asItCame, dropStop, endWith, own, type Tell, type Told } from "./told.ts";

export interface Language {
  readonly sentences: Sentences;
  /** Single words in holes that ask for them, `{1:term}`, and the “and” of lists. */
  readonly terms: Readonly<Record<string, string>>;
}

type Known = readonly Told[] | null;

/** Sentences that one may be made of, and how deep one may stand in another. */
const widest = 6;
const deepest = 5;
/** Of a list. */
const mostItems = 60;
/** Looks into the dictionary that one text is worth, however it is nested. */
const patience = 3_000;
/** Characters: longer texts are nobody's sentences. */
const longest = 4_000;

/** One language, while it is asked for one text. */
interface Speech {
  readonly find: (text: string) => readonly Found[];
  readonly terms: Language["terms"];
  looks: number;
}

/** Carillon's English in another language, sentence by sentence. What it does not know stays as it is. */
export function openTranslation({ sentences, terms }: Language): Tell {
  const find = openDictionary(sentences);
  return (text) => (text.length > longest ? [asItCame(text)] : tellAll({ find, terms, looks: 0 }, text, 0));
}

function tellAll(speech: Speech, text: string, depth: number): readonly Told[] {
  const cuts = cutSentences(text);
  const said: Told[] = [];
  for (let at = 0, from = 0; at < cuts.length;) {
    const start = cuts[at]?.start ?? 0;
    const { known, last } = tellRun(speech, text, cuts.slice(at, at + widest), depth);
    const end = cuts[at + last]?.end ?? text.length;
    said.push(own(text.slice(from, start)), ...(known ?? [asItCame(text.slice(start, end))]));
    at += last + 1;
    from = end;
  }
  return said;
}

/** What is several sentences in its own words; else the shortest run that is known: no hole swallows the sentence after it. */
function tellRun(speech: Speech, text: string, cuts: ReturnType<typeof cutSentences>, depth: number) {
  const start = cuts[0]?.start ?? 0;
  const runs = cuts.map(({ end }, last) => ({ run: text.slice(start, end), last }));
  for (const { run, last } of runs.slice(1)) {
    const known = tellExactly(speech, run, depth, true);
    if (known !== null) return { known, last };
  }
  for (const { run, last } of runs) {
    const known = tellOne(speech, run, depth);
    if (known !== null) return { known, last };
  }
  return { known: null, last: 0 };
}

/** One sentence or a part of one; null where it is not known. */
function tellOne(speech: Speech, text: string, depth: number): Known {
  if (depth > deepest || ++speech.looks > patience) return null;
  return (
    tellExactly(speech, text, depth) ??
    tellStopped(speech, text, depth) ??
    tellBrackets(speech, text, depth) ??
    tellHalves(speech, text, depth)
  );
}

/** A part that stands as a sentence, or a sentence that stands as a part. */
function tellStopped(speech: Speech, text: string, depth: number): Known {
  const bare = withoutStop(text);
  const said = tellExactly(speech, bare ?? `${text}.`, depth);
  return said && (bare === null ? dropStop(said) : endWith(said, "."));
}

function tellExactly(speech: Speech, text: string, depth: number, onlyWide = false): Known {
  for (const found of speech.find(text)) {
    const said = onlyWide && !found.isWide ? null : fill(speech, found, depth);
    if (said !== null) return said;
  }
  return null;
}

/** “(a reason)”; “a reason (a number)”. */
function tellBrackets(speech: Speech, text: string, depth: number): Known {
  const open = text.lastIndexOf("(");
  if (!text.endsWith(")") || open < 0) return null;
  const inside = [own("("), ...tellHole(speech, text.slice(open + 1, -1), depth), own(")")];
  if (open === 0) return inside;
  const head = tellOne(speech, text.slice(0, open).trimEnd(), depth + 1);
  return head && [...head, own(" "), ...inside];
}

/** “a reason: what it means”; “a.name: what is wrong with it”. */
function tellHalves(speech: Speech, text: string, depth: number): Known {
  const at = text.indexOf(": ");
  if (at < 0) return null;
  const [head, rest] = [text.slice(0, at), text.slice(at + 2)];
  const known = tellExactly(speech, head, depth + 1) ?? tellStopped(speech, head, depth + 1);
  if (known !== null) return [...known, own(": "), ...tellHole(speech, rest, depth)];
  const [, name, line] = /^(\S+)( \(line \d+\))?$/u.exec(head) ?? [];
  const named = name === undefined ? null : tellOne(speech, rest, depth + 1);
  const place = (line ?? "").replace("line", speech.terms["line"] ?? "line");
  return named && [own(`${name}${place}: `), ...named];
}

function fill(speech: Speech, { meaning, holes }: Found, depth: number): Known {
  const said: Told[] = [];
  for (const [at, part] of meaning.split(/\{(\d[^}]*)\}/u).entries()) {
    const told =
      at % 2 === 0 ? [own(part)] : tellIn(speech, holes[Number(part[0]) - 1] ?? "", part.slice(1), depth);
    if (told === null) return null;
    said.push(...told);
  }
  return said;
}

/** `!`: must be known, or one word. `:term`: single words. `:own`: somebody's own words. */
function tellIn(speech: Speech, hole: string, kind: string, depth: number): Known {
  if (kind === ":own") return [own(hole)];
  if (kind === ":term") return [own(hole.replaceAll(/[A-Za-z]\w*/gu, (word) => termOf(speech, word)))];
  if (kind === "!") return /^\S*$/u.test(hole) ? [asItCame(hole)] : tellOne(speech, hole.trim(), depth + 1);
  return tellHole(speech, hole, depth);
}

/** Words of anybody's may be called as a method of objects is. */
const termOf = ({ terms }: Speech, word: string): string =>
  Object.hasOwn(terms, word) ? (terms[word] ?? word) : word;

function tellHole(speech: Speech, hole: string, depth: number): readonly Told[] {
  const whole = tellOne(speech, hole.trim(), depth + 1);
  if (whole !== null) return [own(hole.startsWith(" ") ? " " : ""), ...whole];
  const [lead = ""] = /^[:;,] /u.exec(hole) ?? [];
  const rest = hole.slice(lead.length);
  const isOne = lead === "" && cutSentences(rest).length === 1;
  const said = isOne ? [] : tellAll(speech, rest, depth + 1);
  const isKnown = said.some((one) => one.own && one.text.trim() !== "");
  return [own(lead), ...(isKnown ? said : tellList(speech, rest, depth))];
}

/** Items may hold what divides them, as titles do: the shortest run that is known is one. */
function tellList(speech: Speech, text: string, depth: number): readonly Told[] {
  const items = cutList(text);
  if (items.length === 1 || items.length > mostItems) return [asItCame(text)];
  const said: Told[] = [];
  for (let at = 0; at < items.length;) {
    const { known, next } = tellItem(speech, items, at, depth);
    if (known === null && !said.some((one) => one.own)) return [asItCame(text)];
    said.push(...(known ?? [asItCame(items[at] ?? "")]), own(inList(speech, items[next - 1])));
    at = next;
  }
  return said;
}

const inList = ({ terms }: Speech, divider = ""): string => divider.replace("and", terms["and"] ?? "and");

function tellItem(speech: Speech, items: readonly string[], at: number, depth: number) {
  for (let next = at + 2; next <= Math.min(items.length + 1, at + 2 * widest); next += 2) {
    const known = tellOne(speech, items.slice(at, next - 1).join(""), depth + 1);
    if (known !== null) return { known, next };
  }
  return { known: null, next: at + 2 };
}
