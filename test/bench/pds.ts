import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AtpAgent } from "@atproto/api";
import type { World } from "../../src/channel/contract.ts";
import { type AppView, appViewDid, startAppView } from "./appview.ts";
import { makeExpiry } from "./expiry.ts";
import { json, type Reply } from "./bench-server.ts";
import { type FaultProxy, startFaultProxy } from "./fault-proxy.ts";
import { listPosts, makeWorld } from "./pds-world.ts";

/** A real Personal Data Server with one account. It listens on every interface: it has no setting for that. */
export interface Pds {
  /** Behind a proxy that can misbehave; the account's DID document names this address too. */
  readonly url: string;
  readonly proxy: FaultProxy;
  readonly handle: string;
  readonly appPassword: string;
  /** The account's owner, in another app: not through the proxy. */
  readonly owner: AtpAgent;
  readonly appView: AppView;
  readonly world: World;
  /** Of the next sign-in: these tokens ended an hour ago. */
  expireNext: ReturnType<typeof makeExpiry>["ask"];
  close(): Promise<void>;
}

const handle = "bells.test";
const password = "the-owner-s-own-password";

/** False, with the reason printed, where the server's packages are not installed or do not run here. */
export async function canStartPds(): Promise<boolean> {
  try {
    await Promise.all([import("@atproto/pds"), import("@did-plc/server")]);
    return true;
  } catch (error) {
    console.log(`skipped: no Personal Data Server to try it on (${String(error).split("\n")[0]})`);
    return false;
  }
}

export async function startPds(): Promise<Pds> {
  const { PDS, envToCfg, envToSecrets } = await import("@atproto/pds");
  const folder = await mkdtemp(join(tmpdir(), "carillon-pds-"));
  const directory = await startDirectory();
  const appView = await startAppView();
  const env = environment(folder, directory.url, appView.url);
  const expiry = makeExpiry(env.jwtSecret);
  const proxy = await startFaultProxy({ isPublish, busy, change: expiry.change });
  const config = envToCfg(env);
  const service = { ...config.service, publicUrl: proxy.url };
  const pds = await PDS.create({ ...config, service }, envToSecrets(env));
  const { port } = (await pds.start()).address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  proxy.forwardTo(url);
  const account = await createAccount(url);
  appView.follow(async () => (await listPosts(account.owner)).map(({ uri }) => uri));
  return {
    ...account,
    url: proxy.url,
    proxy,
    handle,
    appView,
    expireNext: expiry.ask,
    world: makeWorld(account.owner, proxy),
    async close() {
      await Promise.all([proxy.close(), appView.close()]);
      await pds.destroy();
      await directory.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const isPublish: Parameters<typeof startFaultProxy>[0]["isPublish"] = ({ path }) =>
  path === "/xrpc/com.atproto.repo.putRecord";

function busy(): Reply {
  const reset = String(Math.ceil(Date.now() / 1000) + 120);
  const headers = { "ratelimit-limit": "5000", "ratelimit-remaining": "0", "ratelimit-reset": reset };
  return json(429, { error: "RateLimitExceeded", message: "Rate Limit Exceeded" }, headers);
}

/** What the official server is told by environment variables; nothing leads outside this machine. */
function environment(folder: string, didPlcUrl: string, bskyAppViewUrl: string) {
  return {
    port: 0,
    hostname: "localhost",
    devMode: true,
    inviteRequired: false,
    enableDidDocWithSession: true,
    dataDirectory: folder,
    blobstoreDiskLocation: join(folder, "blobs"),
    didPlcUrl,
    bskyAppViewUrl,
    bskyAppViewDid: appViewDid,
    jwtSecret: makeSecret(),
    adminPassword: makeSecret(),
    plcRotationKeyK256PrivateKeyHex: makeSecret(),
  };
}

const makeSecret = (): string => randomBytes(32).toString("hex");

/** Keeps DIDs in memory only. */
async function startDirectory(): Promise<{ url: string; close(): Promise<void> }> {
  const { Database, PlcServer } = await import("@did-plc/server");
  const plc = PlcServer.create({ db: Database.mock(), port: 0 });
  const { port } = (await plc.start()).address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => plc.destroy() };
}

async function createAccount(service: string): Promise<Pick<Pds, "owner" | "appPassword">> {
  const { AtpAgent } = await import("@atproto/api");
  const owner = new AtpAgent({ service, fetch: stayAt(service) });
  await owner.createAccount({ email: "bells@example.test", handle, password });
  const { data } = await owner.com.atproto.server.createAppPassword({ name: "carillon" });
  return { owner, appPassword: data.password };
}

/** The DID document names the proxy; the owner goes past it. */
function stayAt(service: string): typeof globalThis.fetch {
  return async (input, init) => {
    const asked = new URL(input instanceof Request ? input.url : input);
    const url = new URL(asked.pathname + asked.search, service);
    return input instanceof Request ? fetch(new Request(url, input)) : fetch(url, init);
  };
}
