import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { WireFault, WireKill } from "./faults.ts";
import { answerOf, spoil, type Answer } from "./spoiling.ts";

export interface Passing {
  readonly publishes: boolean;
  readonly method: string;
  readonly path: string;
}

/** What becomes of one request. */
export type Fate = { readonly fault: WireFault } | { readonly kill: WireKill } | null;

/** Between Carillon and one server: the wire, which can be cut. */
export interface Proxy {
  readonly url: string;
  /** Nothing listens until it is opened again. */
  refuse(refused: boolean): Promise<void>;
  close(): Promise<void>;
}

export interface Wire {
  readonly behind: string;
  isPublish(request: Pick<IncomingMessage, "headers"> & { method: string; path: string }): boolean;
  fateOf(passing: Passing): Fate;
  /** Kills the process that asked. */
  kill(): void;
  /** Milliseconds of the scene's clock until a late request is taken, in the machine's. */
  lateness(): number;
}

export async function startProxy(wire: Wire): Promise<Proxy> {
  let url = "";
  const server = createServer((incoming, outgoing) => {
    incoming.on("error", () => undefined);
    outgoing.on("error", () => undefined);
    void pass(wire, url, incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.keepAliveTimeout = 60_000;
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => void server.listen(port, "127.0.0.1", resolve));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}`;
  return {
    url,
    refuse: async (refused) => {
      if (refused === !server.listening) return;
      await (refused ? close() : listen(port));
    },
    close: async () => void (server.listening && (await close())),
  };
}

/** Milliseconds of the scene's clock. */
const latest = 50_000;

async function pass(
  wire: Wire,
  url: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const path = (incoming.url ?? "/").split("?")[0] ?? "/";
  const { method = "GET", headers } = incoming;
  const publishes = wire.isPublish({ method, headers, path });
  const fate = wire.fateOf({ publishes, method, path });
  const fault = fate !== null && "fault" in fate ? fate.fault : undefined;
  if (fault?.name === "reset before the body") return void incoming.socket.resetAndDestroy();
  const body = await readBody(incoming, fault?.name === "reset during the body");
  if (body === null) return void incoming.socket.resetAndDestroy();
  if (fate !== null && "kill" in fate) return killing(wire, url, incoming, outgoing, body, fate.kill);
  if (fault?.name === "taken late") {
    outgoing.destroy();
    const since = Date.now();
    await wait(wire.lateness());
    // The scene may have moved its clock meanwhile: nothing is under way for longer than Carillon waits for it.
    if (Date.now() - since > latest) return;
    return void (await ask(wire.behind, url, incoming, body));
  }
  const answer = fault?.taken === false ? null : await ask(wire.behind, url, incoming, body);
  await (fault === undefined ? write(outgoing, answer) : spoil(fault, incoming, outgoing, answer));
}

async function killing(
  wire: Wire,
  url: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  body: Buffer,
  { name, taken }: WireKill,
): Promise<void> {
  if (name === "request written") wire.kill();
  const answer = taken ? await ask(wire.behind, url, incoming, body) : null;
  if (name !== "answered") return void outgoing.destroy();
  await write(outgoing, answer);
  wire.kill();
}

/** Null where it is cut off at its first piece. */
async function readBody(incoming: IncomingMessage, cut: boolean): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) {
    chunks.push(chunk as Buffer);
    if (cut) return null;
  }
  return cut ? null : Buffer.concat(chunks);
}

/** Addresses of the server in its answers become the proxy's. */
async function ask(behind: string, url: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  const answer = await answerOf(behind, incoming, body);
  const text = answer.body.includes(behind)
    ? Buffer.from(answer.body.toString().replaceAll(behind, url))
    : answer.body;
  return { ...answer, body: text };
}

async function write(outgoing: ServerResponse, answer: Answer | null): Promise<void> {
  if (answer === null) return void outgoing.destroy();
  outgoing.writeHead(answer.status, { ...answer.headers, "content-length": answer.body.length });
  await new Promise<void>((resolve) => void outgoing.end(answer.body, resolve));
}
