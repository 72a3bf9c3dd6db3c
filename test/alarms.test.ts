import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished, vi } from "vitest";
import type { Status } from "../src/app/status.ts";
import { startCable } from "./bench/cable.ts";
import { startMastodon } from "./bench/mastodon.ts";
import { startWebhook } from "./bench/webhook.ts";
import { someCarillon, type Carillon } from "./fixtures/carillon.ts";
import { gazetteOf } from "./fixtures/gazette.ts";
import { someDocument } from "./fixtures/replay.ts";

const secret = `whsec_${Buffer.alloc(32, 6).toString("base64")}`;
const after = (minutes: number): Date => new Date(Date.now() + minutes * 60_000);
const fromNow = (minutes: number): string => after(minutes).toISOString();

async function findPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** An issue was found two hours ago, and its network was down; alarms go to a webhook. */
async function someSilence() {
  const [mastodon, webhook, feed, port] = await Promise.all([
    startMastodon({}),
    startWebhook({ secret }),
    someDocument(gazetteOf("January")),
    findPort(),
  ]);
  onTestFinished(async () => void (await Promise.all([mastodon.close(), webhook.close()])));
  const network = await startCable(mastodon.url);
  onTestFinished(() => network.cut().catch(() => undefined));
  const carillon = someCarillon(
    `site: { name: The Belfry, timezone: Europe/Berlin, port: ${port} }
ledger: ./ledger.db
network: { allowPrivate: true }
alarm: hook
sources:
  gazette: { feed: "${feed.url}" }
accounts:
  bells: { channel: mastodon, server: "${network.url}", accessToken: "${mastodon.tokenOf("comms")}" }
  hook: { channel: webhook, server: "${webhook.url}", secret: "${secret}" }
campaigns:
  gazette: { source: gazette, steps: { announcement: { to: [bells], at: now } } }
`,
  );
  await carillon.prepare(after(-180));
  feed.set(gazetteOf("February", "January"));
  await network.cut();
  await carillon.prepare(after(-120));
  const told = async () => (await webhook.world.visible()).map(({ text }) => text);
  const [post] = (await carillon.json<Pick<Status, "deliveries">>("status", "--now", fromNow(-119)))
    .deliveries;
  return { mastodon, network, carillon, told, id: post!.id, url: `http://127.0.0.1:${port}` };
}

const alarmsOf = async (carillon: Carillon, ...args: readonly string[]): Promise<readonly string[]> =>
  (await carillon.json<Pick<Status, "alarms">>("status", ...args)).alarms.map(({ key }) => key);

/** Until the service has said how to stop it; killed after the test, whatever becomes of it. */
async function started(carillon: Carillon): Promise<ChildProcess> {
  const child = carillon.begin("start");
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  while (!said.includes("Stop with")) said += String(await once(child.stdout!, "data"));
  return child;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}

it("a network that is down is told once, and so is that it is back", { timeout: 60_000 }, async () => {
  const { mastodon, network, carillon, told, id } = await someSilence();
  expect(await told()).toEqual([]);
  const { err } = await carillon.run("once");
  expect(err).toContain(`The post ${id} to bells is late: The server could not be reached (ECONNREFUSED)`);
  await carillon.run("once");
  expect(await told()).toEqual([
    expect.stringMatching(/^The Belfry: 1 alarm\n\nThe post \w+ to bells is late/),
  ]);
  const { out } = await carillon.run("status");
  expect(out).toMatch(
    /^Alarms\n {2}alarm The post \w+ to bells is late: .* Since .* Berlin, 2 hours ago\.\n {6}It is tried/,
  );
  await network.mend();
  await carillon.run("retry", id);
  await carillon.run("once");
  await carillon.run("once");
  expect(mastodon.seen("comms")).toHaveLength(1);
  expect(await told()).toEqual([
    expect.any(String),
    expect.stringMatching(/^The Belfry: 1 over\n\nOver: The post/),
  ]);
  expect(await alarmsOf(carillon)).toEqual([]);
});

it(
  "a service tells, is unhealthy but ready meanwhile, and well again afterwards",
  { timeout: 60_000 },
  async () => {
    const { network, carillon, told, id, url } = await someSilence();
    const child = await started(carillon);
    await vi.waitFor(async () => expect(await told()).toHaveLength(1), { timeout: 25_000 });
    const [health, ready] = await Promise.all([fetch(`${url}/healthz`), fetch(`${url}/readyz`)]);
    expect([health.status, ready.status]).toEqual([503, 200]);
    expect(await health.json()).toMatchObject({
      ok: false,
      problems: [expect.stringContaining(`The post ${id} to bells is late`)],
      alarms: [{ key: `late:${id}`, severity: "alarm", mend: expect.stringContaining("carillon retry") }],
    });
    await network.mend();
    await carillon.run("retry", id);
    await vi.waitFor(async () => expect((await fetch(`${url}/healthz`)).status).toBe(200), {
      timeout: 25_000,
    });
    await end(child, "SIGTERM");
  },
);

it("a service that is killed is missed, and one that is ended is not", { timeout: 60_000 }, async () => {
  const carillon = someCarillon(`ledger: ./ledger.db\nsite: { port: ${await findPort()} }\n`);
  await end(await started(carillon), "SIGKILL");
  expect(await alarmsOf(carillon, "--now", fromNow(4))).toEqual([]);
  expect(await alarmsOf(carillon, "--now", fromNow(6))).toEqual([expect.stringMatching(/^worker:/)]);
  const next = await started(carillon);
  await end(next, "SIGTERM");
  // The one that was killed a moment ago is not yet taken for gone.
  expect(await alarmsOf(carillon, "--now", fromNow(6))).toHaveLength(1);
});
