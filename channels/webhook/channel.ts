import type { Channel } from "../../src/channel/channel.ts";
import { readStandard } from "../../src/channel/allowance.ts";
import { classify } from "./failure.ts";
import { maxText } from "./limits.ts";
import { openSession } from "./session.ts";

/**
 * Any program that takes a POST: posts as signed events `post.published`, `post.edited` and `post.removed`. Receivers drop
 * an event whose `webhook-id` they have had.
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
const webhook: Channel = {
  contract: 1,
  id: "webhook",
  label: "Webhook",
  settings: {
    server: {
      type: "url",
      label: "Address",
      help: "Where the receiver takes its events.",
      required: true,
      example: "https://hooks.example.org/newsletter",
    },
    secret: {
      type: "text",
      label: "Signing secret",
      help: "As the receiver has it: 24 to 64 bytes in base64, with or without whsec_ before them.",
      required: true,
      secret: true,
      example: "${HOOK_SECRET}",
    },
  },
  limits: {
    text: [{ unit: "bytes", max: maxText }],
    title: { unit: "graphemes", max: 300 },
    media: 4,
    mediaBytes: 20_000_000,
    alt: 1000,
    tags: 0,
    linkInText: false,
  },
  card: "supplied",
  abilities: { thread: true, edit: true, remove: true, metrics: false, language: true, altText: true },
  repeat: { sameFor: Infinity },
  left: (answered) => readStandard({ what: "requests", each: 1 }, answered),
  words: { de: () => import("./words.de.ts") },
  open: openSession,
  classify,
};

export default webhook;
