import type { Entry, Section, Story } from "../model/entry.ts";
import { leadOf } from "./sentences.ts";

/** The sections that tell news. */
export function newsOf(entry: Entry): Section[] {
  return entry.sections.filter(({ kind, stories }) => kind === "stories" && stories.length > 0);
}

/** The outermost headings, without the word that they all begin with (a newsletter's own subject, say). */
export function headingsOf(sections: readonly Section[]): string[] {
  const headings = [...new Set(sections.flatMap(({ path }) => path.slice(0, 1)))];
  return headings.map((heading) => dropShared(heading, sharedWord(headings)));
}

/** A section's own heading, as short as `headingsOf` makes them. */
export function headingOf({ path }: Section, sections: readonly Section[]): string {
  return dropShared(path.at(-1) ?? "", sharedWord(sections.flatMap((section) => section.path)));
}

function sharedWord(headings: readonly string[]): string | null {
  const firsts = headings.map((heading) => heading.split(" ")[0] ?? "");
  const best = Map.groupBy(firsts, (word) => word);
  const [word, uses] = [...best].toSorted((a, b) => b[1].length - a[1].length)[0] ?? ["", []];
  return uses.length >= 3 && uses.length * 2 >= headings.length ? word : null;
}

function dropShared(heading: string, word: string | null): string {
  const rest = word !== null && heading.startsWith(`${word} `) ? heading.slice(word.length + 1) : heading;
  return /^\p{Ll}/u.test(rest) ? heading : rest;
}

/** Fewer than these need no second look. */
const enough = 4;
const most = 6;

/**
 * What an entry has to tell, in the words of its stories: one a section, in the order of the sections; a second of the
 * sections that tell most where there are few. Only stories that can be said in a few words.
 */
export function highlightsOf(sections: readonly Section[], language: string | null): string[] {
  const named = sections.map(({ stories }) =>
    stories.toSorted(byWeight).flatMap((story) => nameOf(story, language)),
  );
  const first = named.flatMap((names) => names.slice(0, 1));
  const wanted = Math.max(0, enough - first.length);
  const second = first.length < enough ? named.flatMap((names) => names.slice(1, 2)).slice(0, wanted) : [];
  return [
    ...new Set(named.flatMap((names) => names.filter((name) => [...first, ...second].includes(name)))),
  ].slice(0, most);
}

/** More is said about what matters more; a picture is a sign too. */
function byWeight(a: Story, b: Story): number {
  return weigh(b) - weigh(a);
}

function weigh({ text, link, image }: Story): number {
  return Math.min(text.length, 400) / 100 + (link === null ? 0 : 2) + (image === null ? 0 : 2);
}

const shortest = 10;
const longest = 80;

/** A story in a few words: its first sentence, or what stands before the colon; none where that is too long. */
function nameOf({ text }: Story, language: string | null): string[] {
  const lead = leadOf(text, language);
  const sentence = trimEnd(lead);
  const beforeColon = trimEnd(/^(?:\S+\s+){1,5}?\S+(?=:\s)/u.exec(lead)?.[0] ?? "");
  const name = [sentence, beforeColon, withoutAside(sentence)].find(isName);
  return name === undefined ? [] : [name];
}

function isName(text: string): boolean {
  return text.length >= shortest && text.length <= longest && /\s/.test(text);
}

function withoutAside(text: string): string {
  return trimEnd(text.replace(/\s*\([^)]*\)/gu, ""));
}

/** Without the full stop, and without what a list needs not. */
export function trimEnd(text: string): string {
  return text.replace(/[\s.:;,!]+$/u, "");
}
