import type { Limits } from "../../src/channel/channel.ts";

/** Bytes of a card's picture, and of a picture in a post. @see lexicons app.bsky.embed.external and app.bsky.embed.images */
export const thumbnailBytes = 1_000_000;
export const imageBytes = 2_000_000;

/** As the server checks them; the length of an alternative text is what Bluesky's own apps take. @see lexicon app.bsky.feed.post */
export const limits: Limits = {
  text: [
    { unit: "graphemes", max: 300 },
    { unit: "bytes", max: 3000 },
  ],
  title: null,
  media: 4,
  mediaBytes: imageBytes,
  cardImage: { maxBytes: thumbnailBytes },
  alt: 2000,
  tags: 3,
  linkInText: false,
};
