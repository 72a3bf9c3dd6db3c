import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makePost } from "../bench/post.ts";
import { type Prosody, startProsody, whyNoProsody } from "../bench/prosody.ts";
import { startTcpProxy } from "../bench/tcp-proxy.ts";
import { failureOf, openAt, send } from "../bench/xmpp-acts.ts";
import { openRoom, type RoomReader } from "../bench/xmpp-room.ts";

if (whyNoProsody !== undefined) console.log(`Skipped: ${whyNoProsody}`);

describe.skipIf(whyNoProsody !== undefined)("a connection", () => {
  let prosody: Prosody;
  let reader: RoomReader;
  beforeAll(async () => {
    prosody = await startProsody();
    reader = await openRoom(prosody.port, "hall@rooms.localhost");
    await reader.configure({ "muc#roomconfig_persistentroom": "1" });
  });
  afterAll(async () => {
    await reader?.close();
    await prosody?.close();
  });

  test("may speak at once, five times in a row, and stands where stream management is offered", async () => {
    const written: string[] = [];
    const proxy = await startTcpProxy(prosody.port, (text) => written.push(text) < 0);
    const times: string[] = [];
    for (let count = 0; count < 5; count++) times.push(await timeOne(proxy.port, reader.room));
    await proxy.close();
    console.log(`XMPP, ms to open, first publish, second: ${times.join(" · ")}`);
    expect(await reader.visible()).toHaveLength(10);
    expect(proxy.count()).toBe(5);
    // Right after signing in, server and library would count differently.
    expect(written.join("")).not.toContain("urn:xmpp:sm:3");
  });

  test("leaves nothing running, and no error uncaught, when it failed and when it is closed", async () => {
    expect(await runProcess({ server: `xmpp://127.0.0.1:${prosody.port}`, room: reader.room })).toBe(
      turnedDownThenSent,
    );
    expect((await reader.visible()).at(-1)).toMatchObject({ text: "From a process" });
  });

  test("to a server of another domain is refused in words", async () => {
    const act = (): Promise<unknown> =>
      openAt(prosody.port, { room: reader.room, jid: "bells@elsewhere.example" });
    expect(await failureOf(act)).toEqual({
      kind: "unauthorised",
      reason:
        "The server does not serve the domain of bells@elsewhere.example: check the settings jid and server.",
    });
  });

  test("is made anew after the server was restarted", async () => {
    const session = await openAt(prosody.port, { room: reader.room });
    await reader.close();
    await prosody.stop();
    expect(await failureOf(() => send(session, makePost()))).toMatchObject({ kind: "down" });
    await prosody.start();
    reader = await openRoom(prosody.port, reader.room);
    await send(session, makePost({ text: "After the restart" }));
    expect((await reader.visible()).at(-1)).toMatchObject({ text: "After the restart" });
    await session.close?.();
  });
});

describe.skipIf(whyNoProsody !== undefined)("an encrypted server", () => {
  let prosody: Prosody;
  beforeAll(async () => {
    prosody = await startProsody({ encrypted: true });
  });
  afterAll(() => prosody?.close());

  test("whose certificate nobody trusts is down, and the reason says how to trust it", async () => {
    expect(await failureOf(() => openAt(prosody.port, { room: "hall@rooms.localhost" }))).toEqual({
      kind: "down",
      reason: `The server xmpp://127.0.0.1:${prosody.port} could not be reached (DEPTH_ZERO_SELF_SIGNED_CERT); NODE_EXTRA_CA_CERTS names a file of authorities to trust.`,
    });
  });

  test("may encrypt after the first words, from the first byte, or under a WebSocket", async () => {
    const { port, tlsPort, webPort, certificate } = prosody;
    const servers = [
      `xmpp://127.0.0.1:${port}`,
      `xmpps://localhost:${tlsPort}`,
      `ws://127.0.0.1:${webPort}/xmpp-websocket`,
    ];
    const ran = servers.map((server) => runProcess({ server, node: "urn:xmpp:microblog:0" }, certificate));
    expect(await Promise.all(ran)).toEqual(servers.map(() => turnedDownThenSent));
  });
});

const turnedDownThenSent =
  "The server does not accept the password of bells@localhost: set jid and password again.\ndelivery-1\n";

/** In a process of its own, which must end by itself. `trust`: a file of certificates. */
async function runProcess(settings: Record<string, string>, trust = ""): Promise<string> {
  const script = new URL("../bench/xmpp-process.ts", import.meta.url).pathname;
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: trust };
  const args = [script, JSON.stringify(settings)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { timeout: 30_000, env });
  return stdout;
}

async function timeOne(port: number, room: string): Promise<string> {
  const moments = [performance.now()];
  const session = await openAt(port, { room });
  moments.push(performance.now());
  for (const text of ["Again", "And again"]) {
    await send(session, makePost({ text }));
    moments.push(performance.now());
  }
  await session.close?.();
  return moments
    .slice(1)
    .map((moment, index) => Math.round(moment - moments[index]!))
    .join(" ");
}
