import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openApp, type App } from "../../src/app.ts";
import { readingOf } from "../../src/app/reading.ts";
import { receptionOf } from "../../src/app/reception.ts";
import { invite } from "../../src/app/team/admission.ts";
import { makeToken } from "../../src/app/team/api-tokens.ts";
import { teamOf } from "../../src/app/team/team.ts";
import { serve } from "../../src/web/serve.ts";
import { createSite } from "../../src/web/site.ts";
import { tokenRights } from "../../src/web/team/api-tokens.ts";
import { fullConfig, now } from "./full-config.ts";
import { holdMany, stopAll } from "./full-fates.ts";
import { fillLedger, type Fullness } from "./full-ledger.ts";
import { badDay, pagesOf, stopped, type Page } from "./page-list.ts";
import { median, timed } from "./process.ts";

/**
 * Two ledgers whose newest thousand posts are the same, so that only what lies before them makes a difference; and one of a team
 * that says far more: 2,000 posts in its month, six times as many as the others have in theirs.
 */
const ledgers: readonly Fullness[] = [
  { size: 1_000, recent: 1_000, since: "2026-01-01T00:00:00Z" },
  { size: 100_000, recent: 1_000, since: "2026-01-01T00:00:00Z" },
  { size: 100_000, recent: 2_000, since: "2026-03-01T00:00:00Z" },
];
const looks = 15;

const legend = `Server time, the median of ${looks}: with 100,000 deliveries; with 1,000 (the newest 1,000 are the same in both and lie in January,
February and March, 344 of them in March); how many times that is; and with 100,000 of which 2,000 fall in March. “!”: more than 50 ms, or more than twice.`;

/** Milliseconds by the names of pages. */
type Times = ReadonlyMap<string, number>;

/** Pages as a browser that is signed in gets them, or a program. */
interface Visitor {
  open(page: Page): Promise<void>;
  close(): Promise<void>;
}

async function visit(app: App): Promise<Visitor> {
  const site = createSite(await readingOf(app), console.error, receptionOf(app), teamOf(app));
  const served = await serve(site, { port: 0, host: "127.0.0.1" });
  if ("problem" in served) throw new Error(served.problem);
  const cookie = await signIn(app, served.url);
  return {
    open: async (page) => {
      const program = page.path.startsWith("/api/") && (await bearer(app, page.name));
      const headers = program
        ? { authorization: program, "content-type": "application/json" }
        : { cookie, origin: served.url, "content-type": "application/x-www-form-urlencoded" };
      await get(served.url + page.path, {
        headers,
        ...(page.body !== undefined && { method: "POST", body: page.body }),
      });
    },
    close: () => served.close(),
  };
}

const bearers = new WeakMap<App, Map<string, string>>();

/** A program a page: none may ask too often. */
async function bearer(app: App, name: string): Promise<string> {
  const known = bearers.get(app) ?? new Map<string, string>();
  bearers.set(app, known);
  const made = known.get(name) ?? (await makeBearer(app, `program-${known.size}`));
  known.set(name, made);
  return made;
}

async function makeBearer(app: App, name: string): Promise<string> {
  const made = await makeToken(app, { name, rights: tokenRights, days: 90 }, "bench");
  if ("problem" in made) throw new Error(made.problem);
  return `Bearer ${made.secret}`;
}

async function get(address: string, init: RequestInit): Promise<void> {
  const answer = await fetch(address, init);
  await answer.arrayBuffer();
  if (!answer.ok && !address.endsWith("/healthz")) throw new Error(`${address} answered ${answer.status}.`);
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

/** In turns: what else this machine does is the same for all. */
async function lookAt(
  pages: readonly (readonly Page[])[],
  visitors: readonly Visitor[],
): Promise<readonly Times[]> {
  const times = visitors.map(() => new Map<string, number>());
  for (const [at, { name }] of (pages[0] ?? []).entries()) {
    const runs: number[][] = visitors.map(() => []);
    for (let look = 0; look < looks + 2; look++)
      for (const [which, visitor] of visitors.entries()) {
        const page = pages[which]?.[at];
        if (page !== undefined) runs[which]?.push(await timed(() => visitor.open(page)));
      }
    for (const [which, some] of runs.entries()) times[which]?.set(name, median(some.slice(2)));
  }
  return times;
}

function print([small, large, busy]: readonly Times[]): void {
  for (const [page, time] of large ?? []) {
    const before = small?.get(page) ?? 0;
    const most = busy?.get(page) ?? 0;
    const missed = Math.max(time, most) > 50 || time > 2 * before;
    console.log(
      `${page.padEnd(46)} ${say(time)} ms, ${say(before)} ms: ×${(time / before).toFixed(2)}; busy ${say(most)} ms${missed ? "  !" : ""}`,
    );
  }
}

const say = (time: number): string => time.toFixed(1).padStart(6);

export async function benchPages(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "carillon-bench-"));
  const apps: App[] = [];
  for (const [at, full] of ledgers.entries()) {
    const config = await fullConfig(folder, `ledger-${at}`);
    const app = await openApp({ config, problems: [], now: () => now });
    await fillLedger(app, full);
    apps.push(app);
  }
  console.log(legend);
  const visitors = await Promise.all(apps.map(visit));
  print(await lookAt(await Promise.all(apps.map(pagesOf)), visitors));
  const same = (pages: readonly Page[]): readonly (readonly Page[])[] => apps.map(() => pages);
  for (const app of apps) await holdMany(app, 1_000);
  print(await lookAt(same(badDay), visitors));
  for (const app of apps) await stopAll(app, 200);
  print(await lookAt(same(stopped), visitors));
  for (const visitor of visitors) await visitor.close();
  for (const app of apps) await app.close();
  rmSync(folder, { recursive: true });
}
