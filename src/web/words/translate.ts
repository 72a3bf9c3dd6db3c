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

/** Carillon's English in another language, sentence by sentence. What it does not know stays as it is. */
export function openTranslation({ sentences, terms }: Language): Tell {
  const find = openDictionary(sentences);
  let looks = 0;

  function tellAll(text: string, depth: number): readonly Told[] {
    const cuts = cutSentences(text);
    const said: Told[] = [];
    for (let at = 0, from = 0; at < cuts.length;) {
      const start = cuts[at]?.start ?? 0;
      const { known, last } = tellRun(text, cuts.slice(at, at + widest), depth);
      const end = cuts[at + last]?.end ?? text.length;
      said.push(own(text.slice(from, start)), ...(known ?? [asItCame(text.slice(start, end))]));
      at += last + 1;
      from = end;
    }
    return said;
  }

  /** What is several sentences in its own words; else the shortest run that is known: no hole swallows the sentence after it. */
  function tellRun(text: string, cuts: ReturnType<typeof cutSentences>, depth: number) {
    const start = cuts[0]?.start ?? 0;
    const runs = cuts.map(({ end }, last) => ({ run: text.slice(start, end), last }));
    for (const { run, last } of runs.slice(1)) {
      const known = tellExactly(run, depth, true);
      if (known !== null) return { known, last };
    }
    for (const { run, last } of runs) {
      const known = tellOne(run, depth);
      if (known !== null) return { known, last };
    }
    return { known: null, last: 0 };
  }

  /** One sentence or a part of one; null where it is not known. */
  function tellOne(text: string, depth: number): Known {
    if (depth > deepest || ++looks > patience) return null;
    return (
      tellExactly(text, depth) ??
      tellStopped(text, depth) ??
      tellBrackets(text, depth) ??
      tellHalves(text, depth)
    );
  }

  /** A part that stands as a sentence, or a sentence that stands as a part. */
  function tellStopped(text: string, depth: number): Known {
    const bare = withoutStop(text);
    const said = tellExactly(bare ?? `${text}.`, depth);
    return said && (bare === null ? dropStop(said) : endWith(said, "."));
  }

  function tellExactly(text: string, depth: number, onlyWide = false): Known {
    for (const found of find(text)) {
      const said = onlyWide && !found.isWide ? null : fill(found, depth);
      if (said !== null) return said;
    }
    return null;
  }

  /** “(a reason)”; “a reason (a number)”. */
  function tellBrackets(text: string, depth: number): Known {
    const open = text.lastIndexOf("(");
    if (!text.endsWith(")") || open < 0) return null;
    const inside = [own("("), ...tellHole(text.slice(open + 1, -1), depth), own(")")];
    if (open === 0) return inside;
    const head = tellOne(text.slice(0, open).trimEnd(), depth + 1);
    return head && [...head, own(" "), ...inside];
  }

  /** “a reason: what it means”; “a.name: what is wrong with it”. */
  function tellHalves(text: string, depth: number): Known {
    const at = text.indexOf(": ");
    if (at < 0) return null;
    const [head, rest] = [text.slice(0, at), text.slice(at + 2)];
    const known = tellExactly(head, depth + 1) ?? tellStopped(head, depth + 1);
    if (known !== null) return [...known, own(": "), ...tellHole(rest, depth)];
    const named = head.includes(" ") ? null : tellOne(rest, depth + 1);
    return named && [own(`${head}: `), ...named];
  }

  function fill({ meaning, holes }: Found, depth: number): Known {
    const said: Told[] = [];
    for (const [at, part] of meaning.split(/\{(\d[^}]*)\}/u).entries()) {
      const told =
        at % 2 === 0 ? [own(part)] : tellIn(holes[Number(part[0]) - 1] ?? "", part.slice(1), depth);
      if (told === null) return null;
      said.push(...told);
    }
    return said;
  }

  /** `!`: must be known, or one word. `:term`: single words. `:own`: somebody's own words. */
  function tellIn(hole: string, kind: string, depth: number): Known {
    if (kind === ":own") return [own(hole)];
    if (kind === ":term") return [own(hole.replaceAll(/[A-Za-z]\w*/gu, (word) => terms[word] ?? word))];
    if (kind === "!") return /^\S*$/u.test(hole) ? [asItCame(hole)] : tellOne(hole.trim(), depth + 1);
    return tellHole(hole, depth);
  }

  function tellHole(hole: string, depth: number): readonly Told[] {
    const whole = tellOne(hole.trim(), depth + 1);
    if (whole !== null) return [own(hole.startsWith(" ") ? " " : ""), ...whole];
    const [lead = ""] = /^[:;,] /u.exec(hole) ?? [];
    const rest = hole.slice(lead.length);
    const isOne = lead === "" && cutSentences(rest).length === 1;
    const said = isOne ? [] : tellAll(rest, depth + 1);
    const isKnown = said.some((one) => one.own && one.text.trim() !== "");
    return [own(lead), ...(isKnown ? said : tellList(rest, depth))];
  }

  /** Items may hold what divides them, as titles do: the shortest run that is known is one. */
  function tellList(text: string, depth: number): readonly Told[] {
    const items = cutList(text);
    if (items.length === 1 || items.length > mostItems) return [asItCame(text)];
    const said: Told[] = [];
    for (let at = 0; at < items.length;) {
      const { known, next } = tellItem(items, at, depth);
      if (known === null && !said.some((one) => one.own)) return [asItCame(text)];
      said.push(...(known ?? [asItCame(items[at] ?? "")]), own(inList(items[next - 1])));
      at = next;
    }
    return said;
  }

  const inList = (divider = ""): string => divider.replace("and", terms["and"] ?? "and");

  function tellItem(items: readonly string[], at: number, depth: number) {
    for (let next = at + 2; next <= Math.min(items.length + 1, at + 2 * widest); next += 2) {
      const known = tellOne(items.slice(at, next - 1).join(""), depth + 1);
      if (known !== null) return { known, next };
    }
    return { known: null, next: at + 2 };
  }

  return (text) => {
    looks = 0;
    return text.length > longest ? [asItCame(text)] : tellAll(text, 0);
  };
}
