import type { Section, SectionKind } from "../model/entry.ts";
import { isIntroHeading, isStandingAppeal } from "./newsletter-phrases.ts";
import type { Part } from "./section.ts";
import { readPreamble, readStories } from "./section-stories.ts";
import { finishStories, type StoryDraft } from "./story.ts";

/** Paragraphs with a link that make an introduction one with news in it. */
const newsInIntroduction = 3;

/** A document's sections with their stories. */
export function readSections(parts: readonly Part[], base: string): Section[] {
  const taken = new Map<string, number>();
  const least = parts.length > 1 ? newsInIntroduction : 1;
  return parts.map((part) => {
    const drafts = draftsOf(part, base, least);
    const kind = kindOf(part, drafts);
    return { path: part.path, kind, stories: finishStories(drafts, base, taken) };
  });
}

function draftsOf(part: Part, base: string, least: number): StoryDraft[] {
  if (part.boilerplate) return [];
  if (part.heading === null || isIntroHeading(part.path.at(-1) ?? "")) return readPreamble(part, base, least);
  return readStories(part, base);
}

function kindOf(part: Part, stories: readonly StoryDraft[]): SectionKind {
  const heading = part.path.at(-1) ?? "";
  if (part.boilerplate) return "boilerplate";
  if (isStandingAppeal(heading, part.blocks.map(({ text }) => text).join(" "))) return "recurring";
  if (stories.length > 0) return "stories";
  if (part.heading === null || isIntroHeading(heading)) return "intro";
  return part.children > 0 ? "group" : "placeholder";
}
