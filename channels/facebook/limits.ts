import type { Limits } from "../../src/channel/channel.ts";

/**
 * Facebook documents neither the length of a text nor that of an alternative text: 63,206 is what it has taken for years, and
 * UTF-16 never counts fewer than code points. Photos must stay below 10 MB, and are best below 4.
 * @see https://developers.facebook.com/docs/graph-api/reference/photo
 */
export const limits: Limits = {
  text: [{ unit: "utf16", max: 63_206 }],
  title: null,
  media: 10,
  mediaBytes: 4_000_000,
  mediaTypes: ["image/jpeg", "image/png", "image/gif"],
  // @see https://developers.facebook.com/docs/sharing/webmasters/images/
  cardImage: { minWidth: 200, minHeight: 200, maxBytes: 8_000_000 },
  alt: 1000,
  tags: 3,
  linkInText: false,
};
