import { once } from "node:events";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { request } from "undici";
import { fetchDocument } from "../../src/source/fetch.ts";
import { guardedDispatcher } from "../../src/source/guard.ts";
import { conditional, startFeedServer } from "./feed-server.ts";

/** Polling 10,000 feeds that have not changed, compared with the same requests and nothing around them. */
const feeds = 10_000;
const together = 64;
const rounds = 9;
const wanted = 0.7;

const date = new Date("2026-01-05T00:00:00Z");

/** In a thread of its own, so that its work is no part of what is measured. */
async function serve(): Promise<void> {
  const server = await startFeedServer();
  const unchanged = conditional("<rss/>", date);
  for (let at = 0; at < feeds; at++) server.serve(`/${at}`, unchanged);
  parentPort?.postMessage(server.url, []);
}

/** What polling all feeds once takes: seconds, and seconds of this thread's processor. */
interface Turn {
  readonly wall: number;
  readonly processor: number;
}

async function poll(look: (at: number) => Promise<void>): Promise<Turn> {
  let next = 0;
  const start = performance.now();
  const before = process.threadCpuUsage();
  const lanes = Array.from({ length: together }, async () => {
    while (next < feeds) await look(next++);
  });
  await Promise.all(lanes);
  const { user, system } = process.threadCpuUsage(before);
  return { wall: (performance.now() - start) / 1000, processor: (user + system) / 1e6 };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const dispatcher = guardedDispatcher(true);
const validators = { etag: null, lastModified: date.toUTCString(), bodyHash: null };

/** The same on the wire; only what is done around it differs. */
const headers = {
  accept: "application/atom+xml, application/rss+xml",
  "accept-encoding": "gzip, deflate, br, zstd",
  "user-agent": "bench",
  "if-modified-since": validators.lastModified,
};

async function askBarely(url: string): Promise<void> {
  const { statusCode, body } = await request(url, { dispatcher, headers });
  await body.dump();
  if (statusCode !== 304) throw new Error(`The server answered ${statusCode}.`);
}

async function askFully(url: string): Promise<void> {
  const { accept, "user-agent": userAgent } = headers;
  const options = { validators, dispatcher, userAgent, accept, now: new Date() };
  const fetched = await fetchDocument(url, options);
  if (fetched.kind !== "unchanged") throw new Error(`The document is ${fetched.kind}.`);
}

/** Both ways by turns, since other programs slow a machine down now and then; the first turn only warms up. */
async function measure(url: string): Promise<void> {
  const turns: { bare: Turn; full: Turn }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const bare = await poll((at) => askBarely(`${url}/${at}`));
    turns.push({ bare, full: await poll((at) => askFully(`${url}/${at}`)) });
  }
  report(turns.slice(1));
}

/** Fails where neither the clock nor the processor's time, which other programs disturb less, shows what is wanted. */
function report(turns: readonly { bare: Turn; full: Turn }[]): void {
  const rate = (of: "bare" | "full"): number =>
    Math.round(feeds / median(turns.map((turn) => turn[of].wall)));
  const ratio = (of: keyof Turn): number => median(turns.map(({ bare, full }) => bare[of] / full[of]));
  const [wall, processor] = [ratio("wall"), ratio("processor")];
  console.log(
    `polling ${feeds} unchanged feeds: ${rate("full")}/s, the same requests alone ${rate("bare")}/s, ` +
      `ratio ${wall.toFixed(2)}, of processor time ${processor.toFixed(2)} (at least ${wanted})`,
  );
  if (Math.max(wall, processor) < wanted) process.exitCode = 1;
}

if (isMainThread) {
  const server = new Worker(new URL(import.meta.url));
  const [url]: string[] = await once(server, "message");
  await measure(url ?? "");
  await server.terminate();
} else {
  await serve();
}
