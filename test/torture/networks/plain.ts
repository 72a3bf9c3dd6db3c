import { startPlain } from "../channels/plain-server.ts";
import type { Network } from "./network.ts";

const plain = {
  threads: true,
  edits: true,
  removes: true,
  async start() {
    const server = await startPlain();
    return {
      url: server.url,
      settings: (url: string) => ({ server: url }),
      visible: async () => server.posts.filter(({ removed }) => !removed).map((post) => ({ ...post })),
      close: server.close,
    };
  },
} satisfies Partial<Network>;

/** A hidden container first, which can be made visible once. No channel of Carillon's own is so yet. */
export const twofold: Network = {
  ...plain,
  name: "twofold (a channel for this test)",
  class: "two-phase",
  channel: new URL("../channels/twofold.ts", import.meta.url).href,
  isPublish: ({ method, path }) => method === "POST" && path.endsWith("/publish"),
};

/** Takes a post and can say nothing about it afterwards. */
export const mute: Network = {
  ...plain,
  name: "mute (a channel for this test)",
  class: "nothing",
  channel: new URL("../channels/mute.ts", import.meta.url).href,
  permalinkOf: (id) => `http://plain.example/posts/${id}`,
  isPublish: ({ method, path }) => method === "POST" && path === "/posts",
};
