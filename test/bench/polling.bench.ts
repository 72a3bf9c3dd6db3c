import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { request } from "undici";
import { openApp, type App } from "../../src/app.ts";
import { round } from "../../src/app/round.ts";
import { unseen } from "../../src/ledger/sources.ts";
import type { FeedSource } from "../../src/model/source.ts";
import { guardedDispatcher } from "../../src/source/guard.ts";
import { someConfig } from "../fixtures/config.ts";
import { median, startChild, timed } from "./process.ts";

const feeds = 10_000;
const together = 64;
const rounds = 7;
const modified = new Date("2026-01-05T00:00:00Z").toUTCString();

const sourceAt = (url: string, at: number): FeedSource => ({
  name: `feed${at}`,
  kind: "feed",
  feed: `${url}/${at}`,
  poll: "*/15 * * * *",
  language: null,
  translates: null,
  only: { newsletter: false },
  brake: 10,
  maxAge: 30,
});

/** The program with a ledger that has seen every feed before. */
async function openWith(folder: string, sources: readonly FeedSource[]): Promise<App> {
  const config = someConfig({ ledger: join(folder, "ledger.db"), sources });
  const app = await openApp({ config, problems: [] });
  const known = { lastModified: modified, baselineAt: new Date().toISOString() };
  await Promise.all(sources.map(({ name }) => app.ledger.sources.set({ ...unseen(name), ...known })));
  return app;
}

async function poll(app: App): Promise<void> {
  const { polls } = await round(app, () => undefined);
  const other = polls.find(({ outcome }) => outcome !== "unchanged");
  if (polls.length !== feeds || other) throw new Error(`A feed is ${other?.outcome ?? "missing"}.`);
}

/** The same on the wire, and nothing kept. */
async function askBarely(sources: readonly FeedSource[]): Promise<void> {
  const dispatcher = guardedDispatcher(true);
  const headers = {
    accept: "application/atom+xml, application/rss+xml",
    "accept-encoding": "gzip, deflate, br, zstd",
    "user-agent": "bench",
    "if-modified-since": modified,
  };
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let source = sources[next++]; source !== undefined; source = sources[next++]) {
      const { statusCode, body } = await request(source.feed, { dispatcher, headers });
      await body.dump();
      if (statusCode !== 304) throw new Error(`The server answered ${statusCode}.`);
    }
  };
  await Promise.all(Array.from({ length: together }, lane));
}

/** Milliseconds by the clock, and of this thread's processor. */
async function spent(work: () => Promise<void>): Promise<{ wall: number; processor: number }> {
  const before = process.threadCpuUsage();
  const wall = await timed(work);
  const { user, system } = process.threadCpuUsage(before);
  return { wall, processor: (user + system) / 1000 };
}

export async function benchPolling(): Promise<void> {
  const server = await startChild("feeds", String(feeds));
  const folder = mkdtempSync(join(tmpdir(), "carillon-bench-"));
  const sources = Array.from({ length: feeds }, (_, at) => sourceAt(server.url, at));
  const app = await openWith(folder, sources);
  const turns = [];
  // The first turn only warms up.
  for (let turn = 0; turn <= rounds; turn++)
    turns.push({ bare: await spent(() => askBarely(sources)), full: await spent(() => poll(app)) });
  const counted = turns.slice(1);
  const ratio = (of: "wall" | "processor"): string =>
    median(counted.map(({ bare, full }) => bare[of] / full[of])).toFixed(2);
  const speed = (of: "bare" | "full"): number =>
    Math.round((feeds * 1000) / median(counted.map((turn) => turn[of].wall)));
  console.log(
    `polling unchanged feeds with a ledger ÷ the same requests alone: ${ratio("wall")} (${speed("full")} and ${speed("bare")} feeds/s; by the processor's time ${ratio("processor")})`,
  );
  await app.close();
  server.close();
  rmSync(folder, { recursive: true });
}
