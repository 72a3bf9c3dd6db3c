import type { Channel } from "../src/channel/channel.ts";

type Loader = () => Promise<{ readonly default: Channel }>;

/** One line a channel; loaded when an account first needs it. */
export const builtIn: Readonly<Record<string, Loader>> = {
  bluesky: () => import("./bluesky/channel.ts"),
  facebook: () => import("./facebook/channel.ts"),
  lemmy: () => import("./lemmy/channel.ts"),
  linkedin: () => import("./linkedin/channel.ts"),
  mastodon: () => import("./mastodon/channel.ts"),
  page: () => import("./page/channel.ts"),
  reddit: () => import("./reddit/channel.ts"),
  twitter: () => import("./twitter/channel.ts"),
  webhook: () => import("./webhook/channel.ts"),
  xmpp: () => import("./xmpp/channel.ts"),
};
