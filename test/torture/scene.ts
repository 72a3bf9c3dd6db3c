import type { Seen } from "../../src/channel/contract.ts";
import type { Delivery } from "../../src/model/delivery.ts";
import type { Ended } from "./carillon.ts";
import { correct } from "./corrections.ts";
import type { Clock } from "./clock.ts";
import { migrate } from "./migration.ts";
import { release, say, settle, signIn } from "./person.ts";
import { play, type Stage } from "./play.ts";
import { randomOf } from "./random.ts";
import { calm, drawRound } from "./round.ts";
import { rowsOf, whyNotOpen, withLedger } from "./rows.ts";
import type { Scenario } from "./scenario.ts";
import { brokenThreads, tally, type Sights, type Tally } from "./tally.ts";
import { note, wiresOf, type Log } from "./wires.ts";
import { startWorld, type World } from "./world.ts";

export interface Report extends Tally {
  readonly scenario: Scenario;
  readonly kills: number;
  readonly runs: number;
  /** Posts that were `unsure` or `failed` when the faults ended, and posts that were so at the very end. */
  readonly unsure: number;
  readonly failed: readonly string[];
  readonly left: number;
  /** Milliseconds of the clock from the end of the faults until nothing was under way. */
  readonly settled: number;
  readonly log: readonly (readonly [string, number])[];
}

/** Plays a scenario whole, and counts. */
export async function playScene(scenario: Scenario, clock: Clock, ledger?: string): Promise<Report> {
  const random = randomOf(scenario.seed);
  const log: Log = new Map();
  const wires = wiresOf(random.branch("wires"), log, calm);
  const world = await startWorld(scenario, clock, wires, ledger);
  const stage: Stage = { world, wires, log };
  try {
    return await judge(scenario, stage);
  } finally {
    await world.close();
  }
}

async function judge(scenario: Scenario, stage: Stage): Promise<Report> {
  const { world, log } = stage;
  const breaches: string[] = [];
  const parts = scenario.thread ? 3 : 1;
  const expected = scenario.entries * scenario.accounts * parts;
  const ends: Ended[] = [];
  if (scenario.kind === "migration")
    breaches.push(
      ...(await migrate(stage, scenario.kills, randomOf(scenario.seed).branch("migration"), ends)),
    );
  ends.push(await begin(world));
  for (const account of world.places.keys()) await signIn(world, account);
  ends.push(...(await trouble(scenario, stage, breaches)));
  const { rows, settled } = await recover({ expected, stage }, ends);
  const unsure = rows.filter(({ state }) => state === "unsure");
  const failed = rows.filter(({ state }) => state === "failed");
  if (scenario.class !== "nothing")
    breaches.push(...unsure.map((row) => `left unsure: ${JSON.stringify({ ...row, post: row.post.text })}`));
  for (let turn = 0; turn < 9 && (await settle(world, await rowsOf(world.ledger))) > 0; turn++)
    await recover({ expected, stage }, ends);
  if (scenario.kind === "changes") breaches.push(...(await correct(scenario, stage)));
  const last = await rowsOf(world.ledger);
  const sights = await look(world);
  const counted = tally(
    { issues: world.gazette.issues, accounts: [...world.places.keys()], parts },
    last,
    sights,
  );
  breaches.push(...counted.breaches, ...brokenThreads(last, sights), ...crashesIn(ends));
  breaches.push(...(await ledgerFaults(world)));
  return {
    ...counted,
    scenario,
    breaches,
    kills: ends.filter(({ killed }) => killed).length + (log.get("kill: correction") ?? 0),
    runs: ends.length,
    unsure: unsure.length,
    failed: failed.map(({ reason }) => reason ?? ""),
    left: last.filter(({ state }) => state !== "sent" && state !== "retracted").length,
    settled,
    log: [...log],
  };
}

/** The first look at the source, after which everything is news. */
async function begin(world: World): Promise<Ended> {
  for (;;) {
    const ended = await say(world, "once");
    if (ended.code === 0) return ended;
  }
}

/** Rounds until there were as many kills as wanted, or it is no use. */
async function trouble(scenario: Scenario, stage: Stage, breaches: string[]): Promise<readonly Ended[]> {
  const { world } = stage;
  const random = randomOf(scenario.seed).branch("rounds");
  const ends: Ended[] = [];
  let killed = 0;
  let again = false;
  for (let count = 0; killed < scenario.kills && count < scenario.kills * 2.5; count++) {
    // Several at once, since a round that finds nothing new is quicker.
    const due = Math.ceil((scenario.entries * (count - (count % 3) + 3)) / (scenario.kills * 1.2));
    world.gazette.publish(Math.max(0, Math.min(due, scenario.entries) - world.gazette.issues));
    const done = await play(
      stage,
      drawRound({ kind: scenario.kind, more: world.network.steps ?? [] }, random, again),
    );
    ends.push(...done);
    const hit = done.filter((one) => one.killed).length;
    killed += hit;
    again = hit > 0 && random.chance(0.35);
    const why = await whyNotOpen(world.ledger);
    if (why !== null) breaches.push(`The ledger does not open after round ${count + 1}: ${why}`);
  }
  world.gazette.publish(Math.max(0, scenario.entries - world.gazette.issues));
  return ends;
}

/** The faults have ended; the clock goes to wherever something is due, until nothing is. */
async function recover(
  { expected, stage }: { readonly expected: number; readonly stage: Stage },
  ends: Ended[],
): Promise<{ readonly rows: readonly Delivery[]; readonly settled: number }> {
  const { world, wires } = stage;
  const ended = world.clock.now();
  for (let turn = 0; turn < 60; turn++) {
    wires.begin(calm, () => undefined);
    world.ours.set(world.clock.now());
    ends.push(await say(world, "once"));
    const rows = await rowsOf(world.ledger);
    const over = rows.length >= expected && !rows.some(isUnderWay);
    if (over || !(await goOn(stage, rows))) return { rows, settled: world.clock.now() - ended };
  }
  return { rows: await rowsOf(world.ledger), settled: Infinity };
}

/** To when something is due; an account that waits for an operator is let go. False where all waits for a person. */
async function goOn({ world, log }: Stage, rows: readonly Delivery[]): Promise<boolean> {
  const { clock } = world;
  const { next, parked } = await withLedger(world.ledger, async ({ claims, accounts }) => ({
    next: await claims.next(new Date(clock.now())),
    parked: [...(await accounts.all()).values()].filter((one) => one.parked !== null),
  }));
  for (const { name, parked: why } of parked) {
    note(log, `operator: ${why?.replaceAll(name, "ACCOUNT")}`);
    await signIn(world, name);
  }
  if (parked.length > 0) await release(world, rows);
  if (next !== null) clock.set(Math.max(clock.now(), next.getTime()) + 1000);
  else if (parked.length === 0 && rows.some(isUnderWay)) return false;
  // A source that failed is asked again later.
  else if (parked.length === 0) clock.move(3_600_000);
  return true;
}

const isUnderWay = ({ state }: Delivery): boolean => state === "scheduled" || state === "sending";

async function look(world: World): Promise<Sights> {
  const sights = new Map<string, readonly Seen[]>();
  for (const [name, place] of world.places) sights.set(name, await place.visible());
  return sights;
}

/** Nobody sees a stack trace, whatever happens. */
function crashesIn(ends: readonly Ended[]): readonly string[] {
  const crashed = ends.filter(({ err }) => /\n\s+at |did not foresee|Unhandled/.test(err));
  return crashed.map(({ err, code }) => `A process ended with ${code}, and said: ${err.slice(0, 1500)}`);
}

/** The ledger opens, and keeps its own rules. */
async function ledgerFaults(world: World): Promise<readonly string[]> {
  const why = await whyNotOpen(world.ledger);
  if (why !== null) return [`The ledger does not open: ${why}`];
  const { code, out, err } = await say(world, "check", "--ledger");
  return code === 0 ? [] : [`\`carillon check --ledger\` ends with ${code}: ${out}${err}`];
}
