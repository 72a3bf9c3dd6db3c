import type { Story } from "../model/entry.ts";
import { isRelease } from "../model/release.ts";
import { worded } from "../model/worded.ts";

/** What a story has that makes a good post of its own, and what that counts. */
const merits: readonly {
  readonly points: number;
  readonly what: string;
  readonly has: (story: Story, page: string) => boolean;
}[] = [
  { points: 3, what: worded`has an image`, has: ({ image }) => image !== null },
  {
    points: 2,
    what: worded`has a link of its own`,
    has: ({ link }, page) => link !== null && !isSame(link, page),
  },
  { points: 1, what: worded`tells of a release`, has: (story) => isRelease(story) },
  { points: 1, what: worded`fits into one post`, has: ({ text }) => text.length >= 40 && text.length <= 280 },
];

const isSame = (link: string, page: string): boolean => link.split("#")[0] === page.split("#")[0];

export interface Ranked {
  readonly story: Story;
  readonly points: number;
  /** “has an image (3), fits into one post (1)”. */
  readonly why: string;
}

/** The best first; those with as many points in the order of the page. `page`: the entry's own address. */
export function rank(stories: readonly Story[], page: string): readonly Ranked[] {
  return stories.map((story) => judge(story, page)).toSorted((a, b) => b.points - a.points);
}

function judge(story: Story, page: string): Ranked {
  const had = merits.filter(({ has }) => has(story, page));
  return {
    story,
    points: had.reduce((sum, { points }) => sum + points, 0),
    why: had.map(({ what, points }) => `${what} (${points})`).join(", ") || worded`nothing speaks for it`,
  };
}
