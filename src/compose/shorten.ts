import { lazy } from "../model/lazy.ts";
import { findLinks } from "../channel/links.ts";

/** Fewer letters than this say nothing; a third of it where a letter is a syllable or a word. */
const least = 12;

/** Where a text may end: before a white space, or between words of a script that is written without spaces. */
export function findCuts(text: string): number[] {
  const isSpaced = !unspaced.test(text);
  const spaces = Array.from(text.matchAll(/(?<=\S)(?=\s)/g), ({ index }) => index);
  const all = isSpaced ? spaces : [...spaces, ...wordEnds(text)].toSorted((a, b) => a - b);
  return all.filter((cut) => cut >= (isSpaced ? least : least / 3));
}

/**
 * The text up to a cut, as a person would end it: at a sentence where one ends near, else with "…" and without
 * dangling punctuation, small words or an opened bracket.
 */
export function cutAt(text: string, cut: number): string {
  const head = text.slice(0, cut).trimEnd();
  const sentence = lastSentenceEnd(head);
  if (sentence >= head.length * 0.7) return head.slice(0, sentence);
  const kept = dropDangling(dropOpened(head));
  return kept + (endsWithLink(kept) ? " …" : "…");
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const words = lazy(() => new Intl.Segmenter("und", { granularity: "word" }));
/** Links, hashtags and mentions stay whole. */
const whole = /(?:https?:\/\/|[#@＃＠])\S*/giu;

function wordEnds(text: string): number[] {
  const kept = Array.from(
    text.matchAll(whole),
    (match) => [match.index, match.index + match[0].length] as const,
  );
  return Array.from(words().segment(text), ({ index }) => index)
    .filter((at) => unspaced.test(text.slice(at - 1, at)) && unspaced.test(text.slice(at, at + 2)))
    .filter((at) => !kept.some(([start, end]) => start < at && at < end));
}

const sentenceEnd = /[.!?…。！？]["”»’)\]]*(?=\s|$)/g;
const abbreviation = /(?:^|[\s(])(?:\p{L}{1,2}|\p{Lu}\p{L}{1,3}|\d+|\p{L}\.\s?\p{L})\.$/u;

function lastSentenceEnd(head: string): number {
  const ends = Array.from(head.matchAll(sentenceEnd), (match) => match.index + match[0].length);
  return ends.findLast((end) => !abbreviation.test(head.slice(Math.max(0, end - 12), end))) ?? -1;
}

function endsWithLink(head: string): boolean {
  return /\S+:\/\/\S+$|\S\.\S+$/.test(head) && findLinks(head, { bare: true }).at(-1)?.end === head.length;
}

/** Where a bracket or quotation was opened late and not closed: the text before it. */
function dropOpened(head: string): string {
  const opened = /\s[([“„«"][^)\]”»“"]*$/u.exec(head);
  return opened !== null && opened.index > head.length / 2 ? head.slice(0, opened.index) : head;
}

/** Words of at most three small letters are seldom worth ending with, in any of the languages we know. */
function dropDangling(head: string): string {
  const bare = dropPunctuation(head);
  const shorter = bare.replace(/(?:\s+\p{Ll}{1,3}[,;:]?){1,2}$/u, "");
  return shorter.length > bare.length / 2 ? dropPunctuation(shorter) : bare;
}

const dangling = /(?<![\s\p{Pd}\p{Ps}\p{Pi},;:.·&+/¿¡])[\s\p{Pd}\p{Ps}\p{Pi},;:.·&+/¿¡]+$/u;

function dropPunctuation(text: string): string {
  return endsWithLink(text) ? text : text.replace(dangling, "");
}
