import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Fault } from "../../src/channel/contract.ts";

/** A server on a spare port of this machine. */
export interface BenchServer {
  readonly url: string;
  close(): Promise<void>;
}

export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

/** `accept` has happened when `answer` is called; a fault may keep the answer back. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type Misbehaviour = Fault | "nonsense" | "emptyError" | "none";

/** Of the faults: before the request is looked at (true) or after it was accepted. */
const before: Readonly<Record<string, boolean>> = { reset: true, busy: true };

export async function startServer(
  handle: (request: Request) => Reply | Promise<Reply>,
  faultOf: (request: Request) => Misbehaviour = () => "none",
  busy: () => Reply = () => ({ status: 429, headers: { "retry-after": "60" } }),
): Promise<BenchServer> {
  const server = createServer((incoming, outgoing) => {
    void serve(incoming, outgoing).catch((error: unknown) => {
      console.error("bench server:", error);
      outgoing.destroy();
    });
  });
  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = await read(incoming);
    const fault = faultOf(request);
    if (fault === "busy") return write(outgoing, busy());
    if (before[fault]) return void outgoing.destroy();
    const reply = await handle(request);
    if (reply.status >= 400 || fault === "none") return write(outgoing, reply);
    spoil(fault, outgoing, reply);
  }
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The request was accepted; its answer goes wrong. */
function spoil(fault: Misbehaviour, outgoing: ServerResponse, reply: Reply): void {
  const spoilers: Readonly<Record<string, () => void>> = {
    loseAnswer: () => outgoing.destroy(),
    unavailable: () => write(outgoing, { status: 500, body: '{"error":"Something went wrong"}' }),
    emptyError: () => write(outgoing, { status: 502, headers: { "content-type": "text/html" } }),
    nonsense: () =>
      write(outgoing, { status: 200, headers: { "content-type": "text/html" }, body: "<h1>Welcome</h1>" }),
    slow: () => void setTimeout(() => write(outgoing, reply), 3000).unref(),
  };
  spoilers[fault]?.();
}

function readBody(incoming: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    incoming.on("error", reject);
  });
}

async function read(incoming: IncomingMessage): Promise<Request> {
  const body = await readBody(incoming);
  const target = incoming.url ?? "/";
  const mark = target.indexOf("?");
  return {
    method: incoming.method ?? "GET",
    path: mark < 0 ? target : target.slice(0, mark),
    query: new URLSearchParams(mark < 0 ? "" : target.slice(mark)),
    headers: incoming.headers,
    body,
  };
}

function write(outgoing: ServerResponse, { status, headers, body = "" }: Reply): void {
  const length = Buffer.byteLength(body);
  outgoing.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": length,
    ...headers,
  });
  outgoing.end(body);
}

export function json(status: number, data: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers, body: JSON.stringify(data) };
}
