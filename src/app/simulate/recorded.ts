import { mkdtemp, readFile, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openApp, type App } from "../../app.ts";
import type { Config } from "../../config/config.ts";
import { openLedger } from "../../ledger/ledger.ts";
import { sendAllDue } from "../../ledger/rehearsal.ts";
import type { Simulation } from "../../model/simulation.ts";
import { parseFeed } from "../read.ts";
import type { Look } from "../poll.ts";
import { planNews, round } from "../round.ts";
import type { Recording } from "./recordings.ts";
import type { Request } from "./rehearsal.ts";
import { simulate } from "./simulate.ts";

/**
 * What would have gone out, had Carillon begun with the first of these recordings: with a ledger of its own, which is gone
 * afterwards. The real one only tells the limits of servers.
 */
export async function simulateRecorded(
  config: Config,
  recordings: readonly Recording[],
  request: Request,
): Promise<Simulation> {
  const folder = await mkdtemp(join(tmpdir(), "carillon-simulate-"));
  let now = recordings[0]?.at ?? request.from;
  const opened = await openApp({
    config: { ...config, ledger: join(folder, "ledger.db") },
    problems: [],
    now: () => now,
  });
  // Nobody is asked anything: what a page would tell is as the feed says.
  const app: App = { ...opened, io: { ...opened.io, fetch: () => Promise.reject(new Error("rehearsed")) } };
  try {
    await copyLimits(config, app);
    for (const [index, recording] of recordings.entries()) {
      if (recording.at >= request.to) break;
      now = recording.at;
      request.say?.(`${recording.file} (${index + 1} of ${recordings.length}) …`);
      await sendAllDue(app.ledger.store, now);
      const { polls } = await round(app, () => undefined, [recording.source.name], lookAt(recording));
      for (const reason of polls.flatMap(({ reasons }) => reasons))
        request.warn?.(`${recording.file}: ${reason}`);
      const until = Math.min(recordings[index + 1]?.at.getTime() ?? Infinity, request.to.getTime());
      await passTo(app, now, until, (at) => (now = at));
    }
    return await simulate(app, { ...request, recorded: true });
  } finally {
    await app.close();
    await rm(folder, { recursive: true });
  }
}

/** What the servers said about themselves, as far as the real ledger knows it. */
async function copyLimits(config: Config, app: App): Promise<void> {
  if (!existsSync(config.ledger)) return;
  const ledger = await openLedger(config.ledger);
  try {
    for (const [name, { limits }] of await ledger.accounts.all())
      if (limits) await app.ledger.accounts.remember(name, limits);
  } finally {
    await ledger.close();
  }
}

const lookAt =
  ({ file }: Recording): Look =>
  async (_config, _now, source) => {
    const bytes = await readFile(file);
    const url = source.kind === "feed" ? source.feed : source.site;
    const parsed = await parseFeed(source, { bytes, contentType: null, url });
    if (parsed.kind === "failed") return { kind: "failed", reason: parsed.reason, retryAt: null };
    return { kind: "entries", entries: parsed.entries, problems: [], validators: {}, retryAt: null };
  };

/** Days between two plans: what comes by the calendar is planned a week ahead. */
const rhythm = 6 * 86_400_000;

/** To right before a moment: all that comes due goes out, and what comes by the calendar is planned. */
async function passTo(app: App, from: Date, until: number, set: (at: Date) => void): Promise<void> {
  if (!app.config.campaigns.some(({ steps }) => steps.some(({ on }) => on))) return;
  for (let at = from.getTime() + rhythm; at < until; at += rhythm) {
    set(new Date(at));
    await sendAllDue(app.ledger.store, new Date(at));
    await planNews(app);
  }
}
