import type { Channel } from "../../src/channel/channel.ts";
import { connect } from "./connect.ts";
import { classify, scopes } from "./failure.ts";
import { defaultLimits, defaultRepeat } from "./instance.ts";
import { left } from "./allowance.ts";
import { idAt, share } from "./share.ts";

/** Mastodon, and servers that speak its client API. @see https://docs.joinmastodon.org/client/ */
const mastodon: Channel = {
  contract: 1,
  id: "mastodon",
  label: "Mastodon",
  settings: {
    server: {
      type: "url",
      label: "Server",
      help: "The address of the server that the account is on.",
      required: true,
      byHand: true,
      example: "https://fosstodon.org",
    },
    accessToken: {
      type: "text",
      label: "Access token",
      help: `On the server: Preferences, Development, New application, with the scopes ${scopes}.`,
      required: true,
      secret: true,
      example: "${MASTODON_TOKEN}",
    },
    visibility: {
      type: "text",
      label: "Who sees the posts",
      choices: ["public", "unlisted", "private"],
      default: "public",
    },
    contentWarning: {
      type: "text",
      label: "Content warning",
      help: "Shown before every post, which is folded behind it; counts as text.",
    },
  },
  limits: defaultLimits,
  card: "scraped",
  look: { avatar: "square", card: "wide", ink: "violet", acts: ["reply", "repost", "star", "save"] },
  marks: { tags: true, mentions: "server" },
  abilities: { thread: true, edit: true, remove: true, metrics: true, language: true, altText: true },
  repeat: defaultRepeat,
  connect,
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

export default mastodon;
