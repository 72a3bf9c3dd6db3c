import type { Channel } from "../../src/channel/channel.ts";
import { connect } from "./connect.ts";
import { classify } from "./failure.ts";
import { left } from "./allowance.ts";
import { limits, repeat } from "./limits.ts";
import { editable } from "./receipt.ts";
import { idAt, share } from "./share.ts";

/** Posts in one subreddit. @see https://www.reddit.com/dev/api */
const reddit: Channel = {
  contract: 1,
  id: "reddit",
  label: "Reddit",
  settings: {
    clientId: {
      type: "text",
      label: "Client id",
      help: "At reddit.com/prefs/apps, below the app's name. Since November 2025 Reddit approves new apps by hand.",
      required: true,
      example: "p-jcoLKBynTLew",
    },
    clientSecret: {
      type: "text",
      label: "Client secret",
      help: "On the same page.",
      required: true,
      secret: true,
      example: "${REDDIT_CLIENT_SECRET}",
    },
    refreshToken: {
      type: "text",
      label: "Refresh token",
      help: "What the app got when the account allowed it to act for it, permanently.",
      required: true,
      secret: true,
      example: "${REDDIT_REFRESH_TOKEN}",
    },
    subreddit: {
      type: "text",
      label: "Subreddit",
      help: "Its name, without r/.",
      required: true,
      byHand: true,
      example: "xmpp",
    },
    kind: {
      type: "text",
      label: "Kind of post",
      help: "link: the title leads to the page. self: a text that has the link in it.",
      choices: ["link", "self"],
      default: "link",
    },
    body: {
      type: "flag",
      label: "Text below a link",
      help: "Off where the subreddit takes links with nothing but a title.",
      default: true,
    },
    flair: {
      type: "text",
      label: "Flair",
      help: "The words or the id of a post flair, where the subreddit has them.",
      example: "News",
    },
    server: {
      type: "url",
      label: "Server",
      help: "Only where requests take another way than to Reddit itself.",
      default: "https://oauth.reddit.com",
    },
    website: {
      type: "url",
      label: "Website",
      help: "Where tokens are given and posts are read; changed together with the server.",
      default: "https://www.reddit.com",
    },
  },
  limits,
  card: "scraped",
  look: { avatar: "round", card: "side", ink: "sky", acts: ["vote", "reply", "share"] },
  connect,
  abilities: { thread: true, edit: true, remove: true, metrics: true, language: false, altText: false },
  repeat,
  share,
  idAt,
  left,
  words: { de: () => import("./words.de.ts") },
  async open(settings, io) {
    const { openSession } = await import("./session.ts");
    return openSession(settings, io);
  },
  editable,
  classify,
};

export default reddit;
