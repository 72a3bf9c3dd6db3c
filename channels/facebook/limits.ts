import type { Limits } from "../../src/channel/channel.ts";

/**
 * Facebook documents no length of a text: 63,206 is what its own site takes and other programs keep to. UTF-16 never counts fewer than code points.
 * @see https://developers.facebook.com/docs/graph-api/reference/page/photos
 */
export const limits: Limits = {
  text: [{ unit: "utf16", max: 63_206 }],
  title: null,
  media: 10,
  mediaBytes: 4_000_000,
  alt: 1000,
  tags: 3,
  linkInText: false,
};
