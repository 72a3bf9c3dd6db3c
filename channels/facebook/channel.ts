import type { Channel } from "../../src/channel/channel.ts";
import { connect } from "./connect.ts";
import { classify } from "./failure.ts";
import { left } from "./allowance.ts";
import { limits } from "./limits.ts";
import { idAt, share } from "./share.ts";

/** A Facebook Page, by the Graph API. @see https://developers.facebook.com/docs/pages-api */
const facebook: Channel = {
  contract: 1,
  id: "facebook",
  label: "Facebook",
  settings: {
    page: {
      type: "text",
      label: "Page id",
      help: "A number: on the Page under About, Page transparency.",
      required: true,
      example: "123456789012345",
    },
    accessToken: {
      type: "text",
      label: "Page access token",
      help: "The Page's own, best made from a system user's: others stop within hours or days.",
      required: true,
      secret: true,
      example: "${FACEBOOK_TOKEN}",
    },
    clientId: {
      type: "text",
      label: "Client id",
      help: "At developers.facebook.com, on the app's page under App settings, Basic: the app id; with it and the secret `carillon accounts connect` gets the token.",
      example: "123456789012345",
    },
    clientSecret: {
      type: "text",
      label: "Client secret",
      help: "On the same page.",
      secret: true,
      example: "${FACEBOOK_APP_SECRET}",
    },
    version: {
      type: "text",
      label: "Version",
      help: "Of the Graph API; each ends about two years after it came.",
      default: "v26.0",
    },
    server: {
      type: "url",
      label: "Server",
      help: "Only where requests take another way than to Facebook itself.",
      default: "https://graph.facebook.com",
    },
    website: {
      type: "url",
      label: "Website",
      help: "Where people allow the app; changed together with the server.",
      default: "https://www.facebook.com",
    },
  },
  limits,
  card: "scraped",
  look: { avatar: "round", card: "wide", handle: "unseen", ink: "blue", acts: ["agree", "reply", "share"] },
  marks: { bare: true, tags: true },
  abilities: { thread: true, edit: true, remove: true, metrics: true, language: false, altText: true },
  repeat: { find: true },
  connect,
  share,
  idAt,
  left,
  words: { de: () => import("./words.de.ts") },
  async open(settings, io) {
    const { openSession } = await import("./session.ts");
    return openSession(settings, io);
  },
  // The link stays as it was first posted.
  editable: (_receipt, before, after) => before.link === after.link,
  classify,
};

export default facebook;
