import { startLemmy } from "../../bench/lemmy.ts";
import { startTwitter } from "../../bench/twitter.ts";
import type { Network } from "./network.ts";

export const lemmy: Network = {
  name: "lemmy",
  class: "look-up",
  channel: "lemmy",
  threads: true,
  edits: true,
  removes: true,
  isPublish: ({ method, path }) => method === "POST" && /^\/api\/v3\/(post|comment)$/.test(path),
  async start() {
    const server = await startLemmy();
    return {
      url: server.url,
      settings: (url) => ({ ...server.settings, server: url }),
      visible: () => server.world.visible(),
      close: server.close,
    };
  },
};

export const twitter: Network = {
  name: "twitter",
  class: "look-up",
  channel: "twitter",
  threads: true,
  edits: false,
  removes: true,
  isPublish: ({ method, path }) => method === "POST" && path === "/2/tweets",
  async start() {
    const server = await startTwitter({ strict: false, window: 1_000_000 });
    return {
      url: server.url,
      settings: (url) => ({ server: url, ...server.keysOf("comms") }),
      visible: () => server.worldOf("comms").visible(),
      close: server.close,
    };
  },
};
