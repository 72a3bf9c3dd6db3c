import type { Channel } from "../../src/channel/channel.ts";
import { classify } from "./failure.ts";
import { left } from "./allowance.ts";
import { limits } from "./limits.ts";

/** Bluesky, and any server of the AT Protocol. @see https://docs.bsky.app */
const bluesky: Channel = {
  contract: 1,
  id: "bluesky",
  label: "Bluesky",
  settings: {
    identifier: {
      type: "text",
      label: "Handle",
      help: "The account's handle, without @, or its DID.",
      required: true,
      example: "news.example.org",
    },
    password: {
      type: "text",
      label: "App password",
      help: "In the app: Settings, Privacy and security, App passwords. Never the account's own password.",
      required: true,
      secret: true,
      example: "${BLUESKY_PASSWORD}",
    },
    server: {
      type: "url",
      label: "Server",
      help: "Where the account signs in; change it only for an account on a server of your own.",
      default: "https://bsky.social",
    },
    web: {
      type: "url",
      label: "Web app",
      help: "Where followers read posts: permalinks lead there.",
      default: "https://bsky.app",
    },
  },
  limits,
  card: "supplied",
  look: {
    avatar: "round",
    card: "wide",
    host: "below",
    handle: "beside",
    ink: "sky",
    acts: ["reply", "repost", "like", "share"],
  },
  marks: { bare: true, tags: true, mentions: "domain" },
  abilities: { thread: true, edit: false, remove: true, metrics: true, language: true, altText: true },
  // The record's key makes a second publish the same post for ever, unless a person deleted the first: `find` tells that.
  repeat: { sameFor: Infinity, find: true },
  left,
  words: { de: () => import("./words.de.ts") },
  async open(settings, io) {
    const { openSession } = await import("./session.ts");
    return openSession(settings, io);
  },
  classify,
};

export default bluesky;
