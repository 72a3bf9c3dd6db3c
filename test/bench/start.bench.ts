import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startMastodon } from "./mastodon.ts";
import { forward } from "./forward.ts";
import { median } from "./process.ts";

const rounds = 11;
const main = fileURLToPath(new URL("../../src/main.mjs", import.meta.url));
const script = fileURLToPath(new URL("script.ts", import.meta.url));

const item = (number: number): string =>
  `<item><title>The Bell Gazette ${number}</title><link>https://bells.example.org/${number}/</link><guid>https://bells.example.org/${number}/</guid>
   <pubDate>${new Date(Date.now() - number * 1000).toUTCString()}</pubDate><description>&lt;p&gt;What rang this month, told by those who rang it. ${"Ding dong. ".repeat(100)}&lt;/p&gt;</description></item>`;

const feedOf = (numbers: readonly number[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>The Bell Gazette</title><link>https://bells.example.org/</link><description>Bells</description>${numbers.map(item).join("")}</channel></rss>`;

async function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ url: string; close(): void }> {
  const server = createServer(handle).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => void server.close(),
  };
}

type Environment = Readonly<Record<string, string>>;

/** Milliseconds from the start of a process to the moment at which its first post reaches the network. */
async function firstPost(
  args: readonly string[],
  env: Environment,
  posted: () => Promise<number>,
): Promise<number> {
  const start = performance.now();
  const arrival = posted();
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...env },
  });
  const ended = once(child, "exit").then(([code]) => code as number);
  const at = await Promise.race([arrival, ended.then(() => NaN)]);
  await ended;
  return at - start;
}

export async function benchStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "carillon-bench-"));
  let body = feedOf([2, 3]);
  let arrived: (at: number) => void = () => undefined;
  const feed = await listen(
    (_request, response) => void response.setHeader("content-type", "application/rss+xml").end(body),
  );
  const mastodon = await startMastodon({ strict: false });
  const network = await listen((request, response) => {
    if (request.method === "POST" && request.url?.startsWith("/api/v1/statuses")) arrived(performance.now());
    forward(mastodon.url, request, response);
  });
  const config = join(folder, "carillon.yaml");
  writeFileSync(
    config,
    [
      `site: { name: Bench, timezone: Europe/Berlin }`,
      `ledger: ./ledger.db`,
      `network: { allowPrivate: true }`,
      `sources: { news: { feed: "${feed.url}/feed.xml" } }`,
      `accounts: { one: { channel: mastodon, server: "${network.url}", accessToken: token-of-comms } }`,
      `campaigns: { c: { source: news, steps: { announcement: { to: [one], at: now } } } }`,
    ].join("\n"),
  );
  const posted = (): Promise<number> => new Promise((resolve) => (arrived = resolve));
  // The cache holds what earlier runs of this command needed, as on a machine where it runs by itself.
  const ours = (): Promise<number> =>
    firstPost([main, "once", "--config", config], { NODE_COMPILE_CACHE: `${folder}-cache` }, posted);
  const theirs = (): Promise<number> =>
    firstPost(
      [script, feed.url, network.url, join(folder, "seen.json")],
      { TOKEN: "token-of-comms" },
      posted,
    );
  for (const run of [ours, theirs]) await run();
  cpSync(folder, `${folder}-before`, { recursive: true });
  body = feedOf([1, 2, 3]);
  const [mine, other]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    cpSync(`${folder}-before`, folder, { recursive: true });
    other.push(await theirs());
    mine.push(await ours());
  }
  console.log(
    `carillon once, start to first post ÷ a script with rss-parser, masto and a JSON file: ${(median(mine) / median(other)).toFixed(2)} (${median(mine).toFixed(0)} ms, ${median(other).toFixed(0)} ms)`,
  );
  feed.close();
  network.close();
  await mastodon.close();
  for (const one of [folder, `${folder}-before`, `${folder}-cache`]) rmSync(one, { recursive: true });
}
