import { createServer, type AddressInfo } from "node:net";
import { once } from "node:events";
import { startOauth } from "../../bench/oauth.ts";
import { startTwitter } from "../../bench/twitter.ts";
import type { Network } from "./network.ts";

const scopes = ["tweet.write", "tweet.read", "users.read", "media.write", "offline.access"];
const paths = { authorize: "/i/oauth2/authorize", token: "/2/oauth2/token" };

/** Signed in by browser: access tokens last a quarter of an hour, and each refresh token is good once. */
export const connected: Network = {
  name: "twitter by browser",
  class: "look-up",
  channel: "twitter",
  threads: true,
  edits: false,
  removes: true,
  steps: ["before renewal", "during renewal", "after renewal"],
  isPublish: ({ method, path }) => method === "POST" && (path === "/2/tweets" || path === paths.token),
  async start() {
    const behind = await startTwitter({ strict: false, window: 1_000_000 });
    const port = await findPort();
    const client = {
      id: "app-of-bells",
      secret: "hush-hush",
      redirects: [`http://127.0.0.1:${port}/connect/callback`],
      scopes,
    };
    const network = await startOauth({
      behind: behind.url,
      tokenOf: behind.bearerOf,
      paths,
      client,
      clientAuth: "basic",
      scopes,
      access: 900,
      refresh: "rotating",
    });
    return {
      url: network.url,
      port,
      settings: (url) => ({ server: url, website: url, clientId: client.id, clientSecret: client.secret }),
      visible: () => behind.worldOf("comms").visible(),
      close: async () => void (await Promise.all([network.close(), behind.close()])),
    };
  },
};

async function findPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
