import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { body, type FeedServer, startFeedServer } from "./feed-server.ts";

const main = fileURLToPath(new URL("../../src/main.mjs", import.meta.url));
const configs = fileURLToPath(new URL("../../config", import.meta.url));

/** Milliseconds: the parser's thread ends ten seconds after the last document, and V8 gives pages back ten seconds later. */
const settling = 30_000;
/** Milliseconds: by then accounts have been signed in to for the first time, which loads their libraries. */
const warming = 15_000;
const wanted = 130;
/** Of the newsletter's feed, which holds all its issues, and of its translations'. */
const [large, small] = [4_000_000, 200_000];

const story = `<li><a href="https://bells.example.org/cast">A new bell was cast</a> in the foundry of the old town, and it rings a third lower than the one before it.</li>`;

function feedOf(bytes: number): string {
  const html = `<h2>News</h2><ul>${story.repeat(100)}</ul>`.replaceAll("<", "&lt;");
  const item = (number: number): string =>
    `<item><title>Gazette ${number}</title><link>https://bells.example.org/${number}/</link><guid>${number}</guid><description>${html}</description></item>`;
  const items = Array.from({ length: Math.ceil(bytes / html.length) }, (_, number) => item(number));
  return `<rss version="2.0"><channel><title>The Bell Gazette</title><link>https://bells.example.org/</link><description>Bells</description>${items.join("")}</channel></rss>`;
}

/** A team's configuration of eight accounts and six feeds, its feeds served here and its secrets invented. */
function configureTeam(folder: string, url: string): string {
  const text = readFileSync(join(configs, "example.yaml"), "utf8")
    .replaceAll(/feed: https:\/\/\S+\.xml/g, (_, at: number) => `feed: ${url}/${at}.xml`)
    .replace(/feed: \S+/, `feed: ${url}/large.xml`)
    .replaceAll(/\$\{[^}]+\}/g, "secret")
    .replace(/^site:\n/m, `network: { allowPrivate: true }\nsite:\n`);
  const file = join(folder, "carillon.yaml");
  writeFileSync(file, text);
  return file;
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Resolves when the service has said how to stop it, which is when it has looked at everything. */
async function started(child: ChildProcess): Promise<void> {
  let said = "";
  while (!said.includes("Stop with")) said += String(await once(child.stdout!, "data"));
}

function memoryOf(child: ChildProcess, field: string): number {
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  return Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1000);
}

async function serveFeeds(config: string, server: FeedServer): Promise<void> {
  const [first = "", ...others] = Array.from(
    config.matchAll(/feed: \S+(\/\w+\.xml)/g),
    ([, path = ""]) => path,
  );
  server.serve(first, body(feedOf(large)));
  for (const path of others) server.serve(path, body(feedOf(small)));
}

async function start(config: string, world: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn(process.execPath, [main, "start", "--config", config], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, CARILLON_PORT: String(await findPort()), ...world },
  });
  await started(child);
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill("SIGTERM");
  await once(child, "exit");
}

/**
 * Starts the service with an empty ledger, and says what it holds when it waits for the next newsletter. It was started once
 * before, as on any machine where it is at home: the very first time, Node's compiler of TypeScript stays in the memory.
 */
async function measure(what: string, config: string): Promise<void> {
  const cache = { NODE_COMPILE_CACHE: `${config}-cache` };
  const first = await start(config, { ...cache, DATABASE_URL: `${config}-first.db` });
  await wait(warming);
  await stop(first);
  const child = await start(config, cache);
  await wait(settling);
  console.log(
    `carillon start, idle ${what}: ${memoryOf(child, "VmRSS")} MB (at most ${wanted}; ${memoryOf(child, "VmHWM")} MB at its highest)`,
  );
  await stop(child);
}

/** What a newcomer starts, with its ledger elsewhere. */
async function measureSample(folder: string): Promise<void> {
  cpSync(configs, join(folder, "config"), { recursive: true });
  await measure("with the sample's configuration", join(folder, "config", "carillon.yaml"));
}

async function measureTeam(folder: string): Promise<void> {
  const server = await startFeedServer();
  const file = configureTeam(folder, server.url);
  await serveFeeds(readFileSync(file, "utf8"), server);
  await measure("with eight accounts and a feed of 4 MB read", file);
  await server.close();
}

export async function benchIdle(): Promise<void> {
  if (!existsSync("/proc/self/status"))
    return console.log("idle memory: not measured, there is no /proc here");
  const folder = mkdtempSync(join(tmpdir(), "carillon-bench-"));
  await measureSample(folder);
  await measureTeam(folder);
  rmSync(folder, { recursive: true });
}
