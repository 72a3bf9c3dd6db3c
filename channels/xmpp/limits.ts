import type { Limits } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import { fits } from "../../src/channel/measure.ts";
import type { Post } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";

/** Every server takes a stanza of 10,000 bytes (RFC 6120, section 13.12); the rest is for what surrounds the text. */
const text: Limits["text"] = [{ unit: "bytes", max: 8_000 }];

/** Of a room, where a post is one chat message. */
export const roomLimits: Limits = {
  text,
  title: null,
  media: 4,
  mediaBytes: 10_000_000,
  alt: 1_000,
  tags: 0,
  linkInText: true,
};

/** Of a node, where a post is an Atom entry with a title, a link and categories of its own. */
export const nodeLimits: Limits = {
  ...roomLimits,
  title: { unit: "graphemes", max: 200 },
  tags: 5,
  linkInText: false,
};

/** Throws ChannelError for a text that does not fit. */
export function checkText(post: Post): void {
  const measure = text.find((one) => !fits(post.text, one));
  if (measure === undefined) return;
  const reason = worded`The text is longer than the ${measure.max} ${measure.unit} that every server takes: shorten it.`;
  throw new ChannelError({ kind: "refused", reason });
}
