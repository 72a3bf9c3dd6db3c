import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

/** A web server of feeds, with every bad manner that real ones have. */
export interface FeedServer {
  readonly url: string;
  /** What was asked, in order. */
  readonly requests: readonly { readonly path: string; readonly headers: IncomingMessage["headers"] }[];
  /** Connections that are open now. */
  connections(): Promise<number>;
  /** From now on the path is answered so. */
  serve(path: string, manner: Manner): void;
  close(): Promise<void>;
}

export type Manner = (request: IncomingMessage, response: ServerResponse) => void;

export async function startFeedServer(): Promise<FeedServer> {
  const manners = new Map<string, Manner>();
  const requests: { path: string; headers: IncomingMessage["headers"] }[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    requests.push({ path, headers: request.headers });
    (manners.get(path) ?? status(404))(request, response);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    connections: () => new Promise((resolve) => server.getConnections((_, count) => resolve(count))),
    serve: (path, manner) => void manners.set(path, manner),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Headers = Readonly<Record<string, string>>;

/** A whole answer. */
export function body(content: string | Uint8Array, headers: Headers = {}): Manner {
  return (_, response) => {
    response.writeHead(200, { "content-type": "application/rss+xml", ...headers });
    response.end(content);
  };
}

export function status(code: number, headers: Headers = {}): Manner {
  return (_, response) => void response.writeHead(code, headers).end();
}

/** Answers 304 to whoever knows the content already, by its ETag or its date. */
export function conditional(content: string, changed = new Date("2026-01-05T00:00:00Z")): Manner {
  const etag = `"${createHash("sha256").update(content).digest("hex").slice(0, 16)}"`;
  const date = changed.toUTCString();
  return (request, response) => {
    const known = request.headers["if-none-match"] === etag || request.headers["if-modified-since"] === date;
    response.writeHead(known ? 304 : 200, {
      etag,
      "last-modified": date,
      "content-type": "application/rss+xml",
    });
    response.end(known ? undefined : content);
  };
}

/** A byte now and then, for ever. */
export function drip(everyMs: number): Manner {
  return (_, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write("x"), everyMs);
    response.on("close", () => clearInterval(timer));
  };
}

/** As fast as it is taken, for ever. */
export function endless(): Manner {
  const chunk = Buffer.alloc(65_536, "x");
  return (_, response) => {
    response.writeHead(200);
    const pour = (): void => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on("drain", pour);
    pour();
  };
}

/** Says that it sends more than it does. */
export function cutOff(content: string, missing: number): Manner {
  return (_, response) => {
    response.writeHead(200, { "content-length": content.length + missing });
    response.write(content, () => response.destroy());
  };
}

/** A few kilobytes that become as many megabytes as asked for. */
export function gzipBomb(megabytes: number): Manner {
  return body(gzipSync(Buffer.alloc(megabytes * 1_000_000)), { "content-encoding": "gzip" });
}
