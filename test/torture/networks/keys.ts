import { startMastodon, type MastodonOptions } from "../../bench/mastodon.ts";
import { startWebhook } from "../../bench/webhook.ts";
import type { Network, Place } from "./network.ts";

async function placeOf(change: Partial<MastodonOptions>): Promise<Place> {
  const server = await startMastodon({ strict: false, ...change });
  return {
    url: server.url,
    settings: (url) => ({ server: url, accessToken: server.tokenOf("comms") }),
    visible: () => server.worldOf("comms").visible(),
    close: server.close,
  };
}

const statuses = {
  channel: "mastodon",
  threads: true,
  edits: true,
  removes: true,
  isPublish: ({ method, path }) => method === "POST" && path === "/api/v1/statuses",
} satisfies Partial<Network>;

/** Keeps idempotency keys for an hour. */
export const mastodon: Network = {
  ...statuses,
  name: "mastodon",
  class: "key",
  start: () => placeOf({ keys: "kept" }),
};

/** Speaks Mastodon's API and ignores the keys, as GoToSocial does. */
export const forgetful: Network = {
  ...statuses,
  name: "mastodon without keys",
  class: "look-up",
  start: () =>
    placeOf({
      keys: "ignored",
      version: "0.21.0",
      sourceUrl: "https://codeberg.org/superseriousbusiness/gotosocial",
    }),
};

const secret = `whsec_${Buffer.from("a secret that only tests know of").toString("base64")}`;

export const webhook: Network = {
  name: "webhook",
  class: "key",
  channel: "webhook",
  threads: true,
  edits: true,
  removes: true,
  isPublish: ({ method }) => method === "POST",
  async start() {
    const server = await startWebhook({ secret });
    return {
      url: server.url,
      settings: (url) => ({ server: url, secret }),
      visible: () => server.world.visible(),
      close: server.close,
    };
  },
};
