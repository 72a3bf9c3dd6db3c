import { startFacebook } from "../../bench/facebook.ts";
import { startReddit } from "../../bench/reddit.ts";
import type { Network } from "./network.ts";

export const facebook: Network = {
  name: "facebook",
  class: "look-up",
  channel: "facebook",
  threads: true,
  // The bench's posts are not at facebook.com, and nothing is done to what is elsewhere.
  edits: false,
  removes: false,
  isPublish: ({ method, path }) => method === "POST" && /\/(feed|comments)$/.test(path),
  async start() {
    const server = await startFacebook();
    const account = { page: server.pageOf("comms"), accessToken: server.tokenOf("comms") };
    return {
      url: server.url,
      settings: (url) => ({ server: url, version: "v26.0", ...account }),
      visible: () => server.worldOf("comms").visible(),
      close: server.close,
    };
  },
};

export const reddit: Network = {
  name: "reddit",
  class: "look-up",
  channel: "reddit",
  threads: true,
  edits: true,
  removes: true,
  isPublish: ({ method, path }) => method === "POST" && /^\/api\/(submit|comment)$/.test(path),
  async start() {
    const server = await startReddit({ window: 1_000_000 });
    return {
      url: server.url,
      settings: (url) => ({ ...texts(server.settingsOf("comms")), server: url, website: url }),
      visible: () => server.worldOf("comms").visible(),
      close: server.close,
    };
  },
};

const texts = (settings: object): Record<string, string> =>
  Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, String(value)]));
