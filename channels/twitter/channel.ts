import type { Channel } from "../../src/channel/channel.ts";
import { connect } from "./connect.ts";
import { classify } from "./failure.ts";
import { left } from "./allowance.ts";
import { limits } from "./limits.ts";
import { cost, countCost } from "./price.ts";
import { idAt, share } from "./share.ts";

/** X, formerly Twitter, by its API v2. @see https://docs.x.com/x-api */
const twitter: Channel = {
  contract: 1,
  id: "twitter",
  label: "Twitter",
  settings: {
    apiKey: {
      type: "text",
      label: "API key",
      help: "In the developer portal: the app's page, Keys and tokens, Consumer keys. Left out with an OAuth 2 token.",
      secret: true,
      example: "${X_API_KEY}",
    },
    apiSecret: {
      type: "text",
      label: "API key secret",
      help: "Shown once, beside the API key.",
      secret: true,
      example: "${X_API_SECRET}",
    },
    accessToken: {
      type: "text",
      label: "Access token",
      help: "In the developer portal: Authentication tokens, made after the app was given the right to read and write.",
      required: true,
      secret: true,
      example: "${X_ACCESS_TOKEN}",
    },
    accessSecret: {
      type: "text",
      label: "Access token secret",
      help: "Shown once, beside the access token.",
      secret: true,
      example: "${X_ACCESS_SECRET}",
    },
    clientId: {
      type: "text",
      label: "Client id",
      help: "Instead of the four above: Keys and tokens, OAuth 2.0 Client ID; `carillon accounts connect` then signs in.",
      example: "ZDhCaVg1b0Z4Q0Vx",
    },
    clientSecret: {
      type: "text",
      label: "Client secret",
      help: "Shown once, beside the client id.",
      secret: true,
      example: "${X_CLIENT_SECRET}",
    },
    server: {
      type: "url",
      label: "Server",
      help: "Only where requests take another way than to X itself.",
      default: "https://api.x.com",
    },
    website: {
      type: "url",
      label: "Website",
      help: "Where people allow the app; changed together with the server.",
      default: "https://x.com",
    },
  },
  limits,
  card: "scraped",
  look: {
    avatar: "round",
    card: "over",
    handle: "beside",
    ink: "sky",
    acts: ["reply", "repost", "like", "save"],
  },
  marks: { bare: true, tags: true, mentions: "name", addressed: true },
  abilities: { thread: true, edit: false, remove: true, metrics: true, language: false, altText: true },
  repeat: { find: true },
  previewTags: { "twitter:card": "summary_large_image" },
  connect,
  cost,
  countCost,
  warn: () => [
    "X refuses replies to many apps of its self-serve tier, perhaps also to one's own posts: a thread may end after its first part. Prefer steps without `thread`.",
  ],
  share,
  idAt,
  left,
  words: { de: () => import("./words.de.ts") },
  async open(settings, io) {
    const { openSession } = await import("./session.ts");
    return openSession(settings, io);
  },
  classify,
};

export default twitter;
