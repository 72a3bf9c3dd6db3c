import type { Limits } from "../../src/channel/channel.ts";

/**
 * UTF-16 units of what followers read, without the backslashes that escaping adds: LinkedIn refuses a longer "ShareCommentary text", which is what it
 * made of the escaped one. A comment takes less; the documents do not say how much.
 */
export const longest = { post: 3000, comment: 1250 } as const;

/**
 * LinkedIn tells how many pixels an image may have (36,152,320) and not how many bytes: those are ours.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/multiimage-post-api
 */
export const limits: Limits = {
  text: [{ unit: "utf16", max: longest.post }],
  reply: [{ unit: "utf16", max: longest.comment }],
  title: null,
  media: 20,
  mediaBytes: 8_000_000,
  mediaTypes: ["image/png", "image/jpeg", "image/gif"],
  cardImage: { maxBytes: 8_000_000, maxPixels: 36_152_320 },
  alt: 4086,
  tags: 3,
  linkInText: false,
};
