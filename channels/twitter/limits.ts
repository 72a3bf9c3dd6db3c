import type { Limits } from "../../src/channel/channel.ts";

/**
 * @see https://docs.x.com/fundamentals/counting-characters
 * @see https://docs.x.com/x-api/media/quickstart/best-practices
 */
export const limits: Limits = {
  text: [{ unit: "weighted", max: 280, links: { length: 23, bare: true } }],
  title: null,
  media: 4,
  mediaBytes: 5_242_880,
  // What the small card takes: the page itself chooses between that and the large one.
  cardImage: { minWidth: 144, minHeight: 144, maxSide: 4096, maxBytes: 5_000_000 },
  alt: 1000,
  tags: 2,
  linkInText: true,
};
