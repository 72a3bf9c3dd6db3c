import type { Entry } from "../../src/model/entry.ts";
import { type Extracted, readTests } from "../channel/vectors.ts";

/** Counts of the networks' own documents, written without the program's: each is a second opinion of `src/channel/measure.ts`. */
const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const graphemesOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

const schemed = /https?:\/\/\S+?(?=[.,;:!?)\]’”»"']*(?:\s|$))/gi;
const bare = /(?<![\w@/.-])(?:[a-z0-9][a-z0-9-]*\.)+([a-z]{2,})(?![\w@])(?:\/[^\s,;)…]*)?/gi;
const remote = /(?<![\w/])(@\w+)@[\w.-]+\w/g;
const link = "x".repeat(23);

const pictures = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]/u;
const light = /[\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]/u;

const weightOf = (grapheme: string): number =>
  pictures.test(grapheme) ? 2 : Array.from(grapheme, (one) => (light.test(one) ? 1 : 2)).reduce(add, 0);
const add = (sum: number, next: number): number => sum + next;

/** The network's own list of top-level domains: `https://twitter.LAST`, one a vector. */
const readTopLevels = (): Set<string> => {
  const vectors = Object.values(readTests<Extracted>("twitter-text.tlds.yml")).flat();
  return new Set(vectors.map(({ text }) => text.slice(text.lastIndexOf(".") + 1)));
};
let topLevels: Set<string> | undefined;
const isTopLevel = (name: string): boolean => (topLevels ??= readTopLevels()).has(name.toLowerCase());

/** @see https://docs.x.com/fundamentals/counting-characters */
const weightedOf = (text: string): number =>
  graphemesOf(
    text
      .normalize("NFC")
      .replaceAll(schemed, link)
      .replaceAll(bare, (found, last: string) => (isTopLevel(last) ? link : found)),
  )
    .map(weightOf)
    .reduce(add, 0);

interface Reference {
  readonly unit: string;
  readonly max: number;
  readonly count: (text: string) => number;
}

const graphemes = (text: string): number => graphemesOf(text).length;
const bytes = (text: string): number => new TextEncoder().encode(text).length;
const utf16 = (text: string): number => text.length;

/** What the networks take, the first being what people know. */
export const references: Readonly<Record<string, readonly Reference[]>> = {
  mastodon: [
    {
      unit: "graphemes",
      max: 500,
      count: (text) => graphemes(text.replaceAll(schemed, link).replaceAll(remote, "$1")),
    },
  ],
  twitter: [{ unit: "weighted", max: 280, count: weightedOf }],
  bluesky: [
    { unit: "graphemes", max: 300, count: graphemes },
    { unit: "bytes", max: 3000, count: bytes },
  ],
  reddit: [{ unit: "UTF-16", max: 10_000, count: utf16 }],
  linkedin: [{ unit: "UTF-16", max: 3000, count: utf16 }],
  facebook: [{ unit: "UTF-16", max: 63_206, count: utf16 }],
  xmpp: [{ unit: "bytes", max: 8000, count: bytes }],
};

/** Links as a reader would copy them; one that was cut is another one. */
export const linksIn = (text: string): string[] => text.match(schemed) ?? [];

/** All links of an entry. */
export const linksOf = ({ url, title, summary, sections }: Entry): Set<string> => {
  const stories = sections.flatMap((section) => section.stories);
  const texts = [title, summary, ...stories.map(({ text }) => text)];
  return new Set([url, ...stories.flatMap((story) => story.link ?? []), ...texts.flatMap(linksIn)]);
};
