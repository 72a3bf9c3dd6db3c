import type { Channel } from "../../src/channel/channel.ts";
import { connect } from "./connect.ts";
import { classify } from "./failure.ts";
import { limits } from "./limits.ts";
import { idAt, share } from "./share.ts";
import { warnOfSunset } from "./sunset.ts";

/** Posts of a page or of a member. @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api */
const linkedin: Channel = {
  contract: 1,
  id: "linkedin",
  label: "LinkedIn",
  settings: {
    organization: {
      type: "text",
      label: "Page",
      help: "The number in the address of the page's admin view, linkedin.com/company/NUMBER/admin. Either this or a member.",
      example: "2414183",
    },
    member: {
      type: "text",
      label: "Member",
      help: "To post as a person instead of a page: me, whoever the token is of, or the `sub` that /v2/userinfo answers to it.",
    },
    accessToken: {
      type: "text",
      label: "Access token",
      help: "Made with the OAuth token generator of the app, at linkedin.com/developers; it ends after 60 days.",
      required: true,
      secret: true,
      example: "${LINKEDIN_TOKEN}",
    },
    clientId: {
      type: "text",
      label: "Client id",
      help: "At linkedin.com/developers, on the app's page Auth; with it and the secret `carillon accounts connect` gets the token.",
      example: "77abc123def456",
    },
    clientSecret: {
      type: "text",
      label: "Client secret",
      help: "On the same page.",
      secret: true,
      example: "${LINKEDIN_CLIENT_SECRET}",
    },
    version: {
      type: "text",
      label: "API version",
      help: "A year and a month, YYYYMM. LinkedIn keeps each for a year or a little longer; take a newer one before that.",
      default: "202609",
    },
    server: {
      type: "url",
      label: "Server",
      help: "Only where requests take another way than to LinkedIn itself.",
      default: "https://api.linkedin.com",
    },
    website: {
      type: "url",
      label: "Website",
      help: "Where people allow the app; changed together with the server.",
      default: "https://www.linkedin.com",
    },
  },
  limits,
  card: "supplied",
  look: {
    avatar: "square",
    card: "side",
    host: "below",
    handle: "unseen",
    ink: "navy",
    fold: 3,
    acts: ["agree", "reply", "repost", "send"],
  },
  marks: { bare: true, tags: true },
  abilities: { thread: true, edit: true, remove: true, metrics: true, language: false, altText: true },
  repeat: { find: true },
  connect,
  share,
  idAt,
  warn: warnOfSunset,
  // @see https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/rate-limits
  dailyLimits: "https://www.linkedin.com/developers/apps",
  words: { de: () => import("./words.de.ts") },
  async open(settings, io) {
    const { openSession } = await import("./session.ts");
    return openSession(settings, io);
  },
  // The link and its card stay as they were first posted.
  editable: (_receipt, before, after) => before.link === after.link,
  classify,
};

export default linkedin;
