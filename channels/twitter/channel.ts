import type { Channel } from "../../src/channel/channel.ts";
import { ChannelError, classifyNetwork } from "../../src/channel/failure.ts";

const previewOnly = "Posts can be looked at, and publishing follows: copy the preview by hand until then.";

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
    server: {
      type: "url",
      label: "Server",
      help: "Only where requests take another way than to X itself.",
      default: "https://api.x.com",
    },
  },
  limits: {
    text: [{ unit: "weighted", max: 280, links: { length: 23, bare: true } }],
    title: null,
    media: 4,
    mediaBytes: 5_242_880,
    alt: 1000,
    tags: 2,
    linkInText: true,
  },
  card: "scraped",
  abilities: {
    thread: true,
    edit: false,
    remove: true,
    metrics: true,
    language: false,
    altText: true,
    previewOnly,
  },
  repeat: { find: true },
  open: () => Promise.reject(new ChannelError({ kind: "unauthorised", reason: previewOnly })),
  classify: classifyNetwork,
};

export default twitter;
