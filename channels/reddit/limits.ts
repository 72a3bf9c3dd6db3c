import type { Limits, Repeat } from "../../src/channel/channel.ts";

/**
 * A title has 300 characters, a post's own text 40,000, a comment 10,000, and so has each part of a thread.
 * Reddit counts code points of the Markdown; UTF-16 never counts fewer.
 * @see https://github.com/reddit-archive/reddit/blob/master/r2/r2/lib/validator/validator.py `VTitle`, `VMarkdownLength`
 */
export const limits: Limits = {
  text: [{ unit: "utf16", max: 10_000 }],
  title: { unit: "utf16", max: 300 },
  media: 0,
  mediaBytes: 0,
  alt: 0,
  tags: 0,
  linkInText: false,
};

/** Lists are filled some time after a post was taken, those with media after minutes; a list that lacks it tells nothing at first. */
export const repeat: Repeat = { find: true, settling: 180 };

/** Of the Markdown, which is longer than the text where it is escaped. In code points. */
export const longest = { post: 40_000, comment: 10_000 } as const;
