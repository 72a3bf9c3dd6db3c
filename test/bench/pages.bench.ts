import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openApp, type App } from "../../src/app.ts";
import { readingOf } from "../../src/app/reading.ts";
import { receptionOf } from "../../src/app/reception.ts";
import { invite } from "../../src/app/team/admission.ts";
import { teamOf } from "../../src/app/team/team.ts";
import type { PlannedDelivery, State } from "../../src/model/delivery.ts";
import { faceOf } from "../../src/source/identity.ts";
import { serve } from "../../src/web/serve.ts";
import { createSite } from "../../src/web/site.ts";
import { doorList } from "../../src/web/team/doors.ts";
import { someConfig } from "../fixtures/config.ts";
import { someEntry, someSection } from "../fixtures/entry.ts";
import { median, timed } from "./process.ts";

const sizes = [1_000, 100_000];
const postsAnEntry = 50;
const accounts = ["here", "fedi", "other", "third", "fourth"];
const looks = 15;
const now = new Date("2026-03-10T12:00:00Z");

/** As a busy team's ledger is: nearly all was sent, a little waits, a little has gone wrong. */
function stateOf(at: number, size: number): State {
  if (at < size - 60) return at % 500 === 0 ? "cancelled" : "sent";
  return (["scheduled", "draft", "held", "failed", "unsure"] as const)[at % 5] ?? "scheduled";
}

async function openFull(folder: string, size: number): Promise<App> {
  const config = someConfig({
    ledger: join(folder, `${size}.db`),
    accounts: accounts.map((name) => ({ name, channel: name === "here" ? "page" : "webhook", settings: {} })),
  });
  const app = await openApp({ config, problems: [], now: () => now });
  for (let at = 0; at < size; at += postsAnEntry) await fill(app, at, size);
  return app;
}

async function fill(app: App, first: number, size: number): Promise<void> {
  const hours = size - first;
  const time = new Date(now.getTime() - hours * 600_000);
  const url = `https://example.org/${first}/`;
  const sections = [
    someSection(
      "Articles",
      ...Array.from({ length: 12 }, (_, at) => `Story ${first + at} of the bells, told at length.`),
    ),
  ];
  const { entry, keys, fingerprint } = faceOf(
    someEntry({
      id: url,
      url,
      title: `Issue ${first}`,
      summary: `Summary ${first}`,
      published: time.toISOString(),
      sections,
    }),
  );
  const sighting = { kind: "new", entry, state: "news", reason: null } as const;
  await app.ledger.entries.keep([{ sighting, keys, unknown: keys, fingerprint }], time);
  const [known] = await app.ledger.entries.unplanned();
  const planned = Array.from({ length: postsAnEntry }, (_, at) =>
    plannedAt(known?.id ?? "", first + at, time),
  );
  await app.ledger.entries.plan(known?.id ?? "", planned, true, time);
  await settle(app, known?.id ?? "", first, size);
}

const plannedAt = (entry: string, at: number, time: Date): PlannedDelivery => ({
  entry,
  story: null,
  campaign: "newsletter",
  step: `step${Math.floor((at % postsAnEntry) / accounts.length)}`,
  part: 1,
  parts: 1,
  account: accounts[at % accounts.length] ?? "here",
  channel: at % accounts.length === 0 ? "page" : "webhook",
  state: "scheduled",
  dueAt: new Date(time.getTime() + (at % postsAnEntry) * 60_000).toISOString(),
  post: {
    title: null,
    text: `Post ${at}: the bells of the tower ring again. https://example.org/${at}`,
    link: null,
    card: null,
    media: [],
    language: "en",
    tags: [],
  },
  approvalsNeeded: 0,
  reason: null,
});

/** What became of them, written as it would be after some years. */
function settle(app: App, entry: string, first: number, size: number): Promise<void> {
  return app.ledger.store.commit(async (tx) => {
    const rows = await tx.all("SELECT id FROM delivery WHERE entry = ? ORDER BY due_at", entry);
    for (const [at, row] of rows.entries()) {
      const state = stateOf(first + at, size);
      const receipt =
        state === "sent"
          ? JSON.stringify({
              remoteId: row.id,
              permalink: `https://x.org/${String(row.id)}`,
              at: now.toISOString(),
            })
          : null;
      await tx.run(
        "UPDATE delivery SET state = ?, receipt = ?, reason = ? WHERE id = ?",
        state,
        receipt,
        state === "sent" ? null : "It waits.",
        row.id ?? null,
      );
    }
  });
}

/** Of each page in milliseconds, as a browser that is signed in gets it. */
async function lookAt(app: App): Promise<ReadonlyMap<string, number>> {
  const site = createSite(await readingOf(app), console.error, receptionOf(app), teamOf(app));
  const served = await serve(site, { port: 0, host: "127.0.0.1" });
  if ("problem" in served) throw new Error(served.problem);
  const cookie = await signIn(app, served.url);
  const [newest] = await app.ledger.deliveries.list({ newest: true, limit: 1 });
  const open = (door: string): string =>
    (door.split(" ")[1] ?? "")
      .replace("/entries/:id", `/entries/${newest?.entry}`)
      .replace(":id", newest?.id ?? "");
  const doors = ["GET /", "GET /feed.atom", ...doorList.filter((door) => door.startsWith("GET /desk"))];
  const times = new Map<string, number>();
  for (const door of doors.filter((one) => !/:(?!id)|\.(csv|json)$/.test(one))) {
    const runs: number[] = [];
    for (let look = 0; look <= looks; look++)
      runs.push(await timed(() => get(served.url + open(door), cookie)));
    times.set(door.slice(4), median(runs.slice(1)));
  }
  await served.close();
  return times;
}

async function get(address: string, cookie: string): Promise<void> {
  const answer = await fetch(address, { headers: { cookie } });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
}

async function signIn(app: App, url: string): Promise<string> {
  const secret = await invite(app, "administrator", "bench");
  const body = new URLSearchParams({ login: "anna", name: "Anna", password: "three bells at noon" });
  const answer = await fetch(`${url}/join/${secret}`, {
    method: "POST",
    headers: { origin: url },
    body,
    redirect: "manual",
  });
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

export async function benchPages(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "carillon-bench-"));
  const measured: ReadonlyMap<string, number>[] = [];
  for (const size of sizes) {
    const app = await openFull(folder, size);
    measured.push(await lookAt(app));
    await app.close();
  }
  const [small, large] = measured;
  for (const [page, time] of large ?? []) {
    const before = small?.get(page) ?? 0;
    console.log(
      `${page.padEnd(28)} ${time.toFixed(1).padStart(7)} ms with 100,000 deliveries, ${before.toFixed(1).padStart(6)} ms with 1,000: ×${(time / before).toFixed(2)}`,
    );
  }
  rmSync(folder, { recursive: true });
}
