import type { Entry, Section, Story } from "../model/entry.ts";

/**
 * Marks what stood in the previous issue already: a section with nothing else becomes `recurring`; from others such
 * stories are left out.
 */
export function markRecurring(entry: Entry, previous: Entry): Entry {
  const known = new Set(previous.sections.flatMap(({ stories }) => stories.map(sayingOf)));
  return { ...entry, sections: entry.sections.map((section) => markSection(section, known)) };
}

function markSection(section: Section, known: ReadonlySet<string>): Section {
  if (section.kind !== "stories" || section.stories.length === 0) return section;
  const fresh = section.stories.filter((story) => !known.has(sayingOf(story)));
  return fresh.length === 0 ? { ...section, kind: "recurring" } : { ...section, stories: fresh };
}

/** What a story says, whatever its typography. */
function sayingOf({ text }: Story): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
