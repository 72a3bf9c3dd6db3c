import type { Limits } from "../../src/channel/channel.ts";

/**
 * The text as followers read it. LinkedIn says "ShareCommentary text length (8694 characters) exceeded the maximum allowed
 * (3000 characters)", and that text is what it made of the escaped one; so the backslashes are not counted here.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api
 */
export const limits: Limits = {
  text: [{ unit: "utf16", max: 3000 }],
  title: null,
  media: 20,
  mediaBytes: 8_000_000,
  alt: 4086,
  tags: 3,
  linkInText: false,
};
