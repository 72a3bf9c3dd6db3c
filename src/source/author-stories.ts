import { plainLink } from "../model/difference.ts";
import type { Section } from "../model/entry.ts";
import { worded } from "../model/worded.ts";

type Found = { readonly id: string } | { readonly problem: string; readonly mend: string };

/** The story that an author means: by its id, its link, or the words that it begins with. */
export function findStory(named: string, sections: readonly Section[]): Found {
  const stories = sections.flatMap((section) => section.stories);
  const exact = stories.find(({ id }) => id === named);
  if (exact) return { id: exact.id };
  const isLink = /^https?:\/\//i.test(named);
  const found = isLink
    ? stories.filter(({ link }) => link !== null && plainLink(link) === plainLink(named))
    : stories.filter(({ text }) => fold(text).startsWith(fold(named)));
  const [first] = found;
  if (first !== undefined && found.length === 1) return { id: first.id };
  const what = isLink ? worded`has this link` : worded`begins so`;
  return first === undefined
    ? {
        problem: worded`No story of this issue ${what}.`,
        mend: worded`Copy the story's link, or its first words; \`carillon read\` shows both.`,
      }
    : {
        problem: worded`More than one story ${what}.`,
        mend: isLink ? worded`Write the first words of the story.` : worded`Write more of its first words.`,
      };
}

const fold = (text: string): string => text.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
