import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { startCarillon, type Ended, type Running, type Setting } from "./carillon.ts";
import type { Round } from "./round.ts";
import { note, type Log, type RoundWires } from "./wires.ts";
import type { World } from "./world.ts";

/** How fast the clock goes while a process runs that is to be killed. */
const speed = 30;
/** The machine's milliseconds after which a service that nothing killed is killed all the same. */
const longest = 2_500;

export interface Stage {
  readonly world: World;
  readonly wires: RoundWires;
  readonly log: Log;
}

/** Runs a round to its end; how each process of it ended. */
export async function play(stage: Stage, round: Round): Promise<readonly Ended[]> {
  const { world, log } = stage;
  world.ours.set(world.clock.now() + round.skew);
  await world.refuse(round.refused);
  if (round.refused) note(log, "wire: connection refused");
  if (round.disk) note(log, `disk: ${round.disk}`);
  pace(world, speed);
  try {
    return await (round.sleep === undefined ? run(stage, round) : sleep(stage, round, round.sleep));
  } finally {
    pace(world, 1);
    await world.refuse(false);
    world.clock.move(round.rest);
  }
}

const pace = ({ clock, ours }: World, times: number): void => [clock, ours].forEach((one) => one.run(times));

async function run(stage: Stage, round: Round): Promise<readonly Ended[]> {
  const { world, wires, log } = stage;
  const running = startCarillon(settingOf(world, round), ...wordsOf(round));
  wires.begin(round, () => running.kill());
  const others = round.beside ? [startCarillon(settingOf(world), "start", "--role", "worker")] : [];
  if (round.jump !== 0) {
    note(log, `clock: ${round.jump / 3_600_000} hour on the way`);
    void wait(350).then(() => world.ours.move(round.jump));
  }
  const killed = new AbortController();
  const limit = round.moment ?? (round.command === "start" ? longest : undefined);
  if (limit !== undefined)
    void wait(limit, undefined, { signal: killed.signal }).then(
      () => running.kill(),
      () => undefined,
    );
  const ended = await running.ended;
  killed.abort();
  if (ended.killed) note(log, `kill: ${nameOf(round)}`);
  await wait(others.length > 0 ? 400 : 0);
  for (const other of others) other.kill();
  for (const _ of others) note(log, "kill: second worker");
  return [ended, ...(await Promise.all(others.map((other) => other.ended)))];
}

function nameOf({ step, moment, wire }: Round): string {
  if (wire !== undefined) return "by the wire";
  return step?.split("#")[0] ?? (moment === undefined ? "service" : "any moment");
}

const wordsOf = ({ command }: Round): readonly string[] =>
  command === "start" ? ["start", "--role", "worker"] : ["once"];

export function settingOf({ folder, ours }: World, round?: Round): Setting {
  const base = { folder, clock: ours.file, step: round?.step };
  if (round?.disk === "quota") return { ...base, largest: largestIn(folder) };
  return { ...base, disk: round?.disk };
}

/** A few pages more than the largest file of the ledger has. */
function largestIn(folder: string): number {
  const sizes = ["ledger.db", "ledger.db-wal"].map((file) => sizeOf(join(folder, file)));
  return Math.max(...sizes) + 3 * 4096;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** It is stopped at its step; others work meanwhile; then it goes on as if nothing had been. */
async function sleep(stage: Stage, round: Round, pause: number): Promise<readonly Ended[]> {
  const { world, wires, log } = stage;
  const sleeper = startCarillon(settingOf(world, round), "once");
  wires.begin(round, () => sleeper.kill());
  if (!(await isStopped(sleeper))) return [await sleeper.ended];
  note(log, `sleep: ${nameOf(round)}, ${pause / 60_000} minutes`);
  const others: Ended[] = [];
  for (const part of [pause, 70_000, 70_000]) {
    for (const clock of [world.clock, world.ours]) clock.move(part);
    others.push(await startCarillon(settingOf(world), "once").ended);
  }
  sleeper.kill("SIGCONT");
  return [await sleeper.ended, ...others];
}

async function isStopped({ pid, ended }: Running): Promise<boolean> {
  for (;;) {
    if (stateOf(pid) === "T") return true;
    if (await Promise.race([ended, wait(10, null)])) return false;
  }
}

/** As the kernel has it. */
function stateOf(pid: number): string {
  try {
    return /\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1] ?? "";
  } catch {
    return "";
  }
}
