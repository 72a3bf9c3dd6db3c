import { findMarks, type Marks } from "../channel/marks.ts";
import { reword, stretchesOf, type Piece } from "./marks.ts";
import type { Mentionable } from "../model/mentionable.ts";

export interface Mention {
  /** As it stood in the text. */
  readonly name: string;
  readonly handle: string;
}

export interface Mentioned {
  readonly parts: readonly (readonly Piece[])[];
  readonly mentions: readonly Mention[];
}

/** Where a person's handle is looked for: the account's, else the channel's. */
export interface Network {
  readonly account: string | null;
  readonly channel: string;
  readonly marks: Marks | undefined;
}

/**
 * The first time that somebody is named, as the network's mention of them; every part of a thread counts. Who is mentioned
 * already stays a name, and so does what stands in a link, a hashtag or another's name, or would not become a mention.
 */
export function mentionPeople(
  parts: readonly (readonly Piece[])[],
  people: readonly Mentionable[],
  network: Network,
): Mentioned {
  const pattern = patternOf(people);
  if (network.marks?.mentions === undefined || pattern === undefined) return { parts, mentions: [] };
  const known = new Map(people.flatMap((one) => one.names.map((name) => [fold(name), one] as const)));
  const seen = new Set<string>(parts.flatMap((part) => handlesIn(layOut(part).text, network.marks)));
  const mentions: Mention[] = [];
  const worded = parts.map((part) => {
    const found = findNames(part, pattern, network.marks ?? {}).flatMap((one): Found[] => {
      const handle = handleOf(known.get(fold(one.name)), network);
      return handle === undefined ? [] : [{ ...one, handle }];
    });
    const chosen = found.filter(({ name, handle, fits }) => {
      if (seen.has(handle.toLowerCase()) || !fits(handle)) return false;
      seen.add(handle.toLowerCase());
      mentions.push({ name, handle });
      return true;
    });
    return replace(part, chosen);
  });
  return { parts: worded, mentions };
}

const fold = (name: string): string => name.normalize("NFC").replace(/\s+/g, " ");

function handleOf(person: Mentionable | undefined, { account, channel }: Network): string | undefined {
  return (account === null ? undefined : person?.handles[account]) ?? person?.handles[channel];
}

/** Names as whole words, the longest first. */
function patternOf(people: readonly Mentionable[]): RegExp | undefined {
  const names = people.flatMap(({ names: own }) => own.map(fold)).toSorted((a, b) => b.length - a.length);
  const any = names.map((name) => RegExp.escape(name).replaceAll("\\x20", "[ \\u00a0]")).join("|");
  if (any === "") return undefined;
  return new RegExp(
    String.raw`(?<![\p{L}\p{M}\p{N}_@#＠＃/.-])(?:${any})(?![\p{L}\p{M}\p{N}_@]|[.-][\p{L}\p{N}])`,
    "gu",
  );
}

/** The stretches as one text, and where each begins. */
interface Layout {
  readonly text: string;
  readonly starts: readonly number[];
}

function layOut(pieces: readonly Piece[]): Layout {
  const starts: number[] = [];
  let text = "";
  for (const one of stretchesOf(pieces)) {
    if (one.item) text += "\n";
    starts.push(text.length);
    text += one.item ? `${one.text}\n` : one.text;
  }
  return { text, starts };
}

const handlesIn = (text: string, marks: Marks | undefined): string[] =>
  findMarks(text, marks)
    .filter(({ kind }) => kind === "mention")
    .map(({ start, end }) => text.slice(start, end).toLowerCase());

interface Name {
  readonly name: string;
  readonly start: number;
  /** Whether a handle in its place would be a mention. */
  readonly fits: (handle: string) => boolean;
}

interface Found extends Name {
  readonly handle: string;
}

function findNames(pieces: readonly Piece[], pattern: RegExp, marks: Marks): Name[] {
  const { text } = layOut(pieces);
  const taken = findMarks(text, { ...marks, bare: true, tags: true });
  return Array.from(text.matchAll(pattern), ({ 0: name, index: start }) => ({
    name,
    start,
    end: start + name.length,
  }))
    .filter(({ start, end }) => !taken.some((mark) => mark.start < end && start < mark.end))
    .filter(({ name, start, end }) => isWhole(name, text.slice(0, start), text.slice(end)))
    .map(({ name, start, end }) => ({ name, start, fits: fitsAt(text, start, end, marks) }));
}

/** One word alone is part of another's name where a capitalised one stands beside it, unless that begins a sentence. */
function isWhole(name: string, before: string, after: string): boolean {
  if (/\s/.test(name)) return true;
  return (
    !/^[ \u00a0]\p{Lu}/u.test(after) && !/[^\s.!?:…"“„«(][ \u00a0]+\p{Lu}[\p{L}’'-]*[ \u00a0]$/u.test(before)
  );
}

/** Some networks take a mention for one only after a white space or an opening bracket. */
function fitsAt(text: string, start: number, end: number, marks: Marks): (handle: string) => boolean {
  const before = text.slice(0, start);
  if (!/(?:^|[\s(])$/.test(before) || (marks.addressed && before.trim() === "")) return () => false;
  return (handle) =>
    findMarks(before + handle + text.slice(end, end + 40), marks).some(
      (mark) => mark.kind === "mention" && mark.start === start && mark.end === start + handle.length,
    );
}

function replace(pieces: readonly Piece[], found: readonly Found[]): readonly Piece[] {
  const { starts } = layOut(pieces);
  let index = 0;
  return reword(pieces, (text) => {
    const from = starts[index++] ?? 0;
    const own = found.filter(({ start, name }) => start >= from && start + name.length <= from + text.length);
    return own.reduceRight((rest, { start, name, handle }) => {
      return rest.slice(0, start - from) + handle + rest.slice(start - from + name.length);
    }, text);
  });
}
