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
 * What an entry has to tell, in the words of its stories and in the newsletter's own order: one a section, two below each
 * outermost heading; more of each where that is little. Only stories that can be said in a few words; those with a
 * picture first.
 */
export function highlightsOf(sections: readonly Section[], language: string | null): string[] {
  const topics = Map.groupBy(sections, ({ path }) => path[0] ?? "").values();
  const named = topics
    .map((topic) =>
      topic.map(({ stories }) => stories.toSorted(byPicture).flatMap((story) => nameOf(story, language))),
    )
    .toArray();
  const few = named.flatMap((topic) => topic.flatMap((names) => names.slice(0, 1)).slice(0, 2));
  const chosen =
    few.length < enough ? named.flatMap((topic) => topic.flatMap((names) => names.slice(0, 2))) : few;
  return [...new Set(chosen)].slice(0, most);
}

const byPicture = (a: Story, b: Story): number => Number(b.image !== null) - Number(a.image !== null);

const shortest = 10;
const longest = 80;
const pleasant = 60;

/** A story in a few words: its first sentence, or what stands before the colon; none where that is too long. */
function nameOf({ text }: Story, language: string | null): string[] {
  const lead = leadOf(text, language).replace(/\s*\[\p{Lu}{2}\]/gu, "");
  if (lead.length > longest * 5) return [];
  const [topic, rest] = splitTopic(lead);
  const whole = rest === "" || topic !== "" ? [trimEnd(lead)] : [];
  const isShort = lead.length <= pleasant && !lead.endsWith("?");
  const choices = isShort
    ? [...whole, topic]
    : [topic, ...whole, trimEnd(lead.replace(/\s*\([^)]*\)/gu, ""))];
  const name = choices.find(isName);
  return name === undefined ? [] : [name];
}

/** What stands before a colon and after it; the first is empty where it reads like the beginning of a sentence. */
function splitTopic(lead: string): [string, string] {
  const [, topic = "", rest = ""] = /^((?:\S+\s+){0,5}?\S+):\s(.*)/u.exec(lead) ?? [];
  const words = topic.split(/\s+/);
  const capitals = words.filter((word) => /^\P{Ll}/u.test(word));
  return [capitals.length * 2 >= words.length ? topic : "", rest];
}

function isName(text: string): boolean {
  return text.length >= shortest && text.length <= longest && /\s/.test(text) && !/[([][^)\]]*$/.test(text);
}

/** Without the full stop, and without what a list needs not. */
export function trimEnd(text: string): string {
  return text.replace(/(?<![\s.:;,!])[\s.:;,!]+$/u, "");
}
