import { findLinks } from "./links.ts";

/** What the network itself makes a link of in a text, besides addresses with their scheme. */
export interface Marks {
  /** Domains without a scheme. */
  readonly bare?: true;
  /** `#word`, not of digits alone. */
  readonly tags?: true;
  /** name: `@name`. server: `@name@server.tld`. domain: `@name.tld`. */
  readonly mentions?: "name" | "server" | "domain";
  /** A post that begins with a mention is taken for an answer, and shown to few. */
  readonly addressed?: true;
}

/** A part of a text that followers can press: `start` and `end` in UTF-16 units. */
export interface Mark {
  readonly kind: "link" | "tag" | "mention";
  readonly start: number;
  readonly end: number;
  /** Of a link, with its scheme. */
  readonly url: string | null;
}

const before = String.raw`(?<![\p{L}\p{N}_/&@#.])`;
const tag = new RegExp(String.raw`${before}[#＃](?=\p{N}*[\p{L}_])[\p{L}\p{M}\p{N}_]+`, "gu");

const mentions: Readonly<Record<NonNullable<Marks["mentions"]>, RegExp>> = {
  name: new RegExp(String.raw`${before}[@＠][A-Za-z0-9_]{1,15}(?![\p{L}\p{N}_@])`, "gu"),
  server: new RegExp(
    String.raw`${before}@[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?`,
    "gu",
  ),
  domain: new RegExp(String.raw`${before}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}`, "gu"),
};

/** The parts of a text that the network will link, in order; none inside another. */
export function findMarks(text: string, marks: Marks = {}): readonly Mark[] {
  const links = findLinks(text, { bare: marks.bare ?? false }).map(({ start, end, url }) => ({
    kind: "link" as const,
    start,
    end,
    url,
  }));
  const named = marks.mentions ? find(text, mentions[marks.mentions], "mention") : [];
  const all = [...links, ...named, ...(marks.tags ? find(text, tag, "tag") : [])];
  const sorted = all.toSorted((a, b) => a.start - b.start);
  return sorted.filter(({ start }, at) => sorted.slice(0, at).every(({ end }) => end <= start));
}

function find(text: string, pattern: RegExp, kind: "tag" | "mention"): readonly Mark[] {
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
    kind,
    start: index,
    end: index + found.length,
    url: null,
  }));
}
