import type { Failure } from "../../src/channel/failure.ts";
import { afterDoubt, afterFailure, afterLook, afterLost, afterLostAgain } from "../../src/deliver/decide.ts";
import type { Next } from "../../src/ledger/claims.ts";
import type { Delivery } from "../../src/model/delivery.ts";
import { failed, sent } from "./ledger.ts";
import type { Rules } from "./rules.ts";
import {
  idle,
  tick,
  withWorker,
  type Answer,
  type Copy,
  type Kind,
  type Worker,
  type World,
} from "./world.ts";

/** What a worker makes of an answer or of a look. The decisions are the real ones. */

/** A moment to reckon from: the model knows only ages. */
const base = new Date("2026-03-10T12:00:00Z");
const ago = (ticks: number | null): string | null =>
  ticks === null ? null : new Date(base.getTime() - ticks * tick * 1000).toISOString();

/** How long it has gone on: not counted, but tried in every way that makes a difference to the decisions. */
export interface Mood {
  readonly tries: number;
  /** A day has passed. */
  readonly tired: boolean;
}

const fresh: Mood = { tries: 0, tired: false };
const moods: readonly Mood[] = [fresh, { tries: 99, tired: false }, { tries: 99, tired: true }];
export const moodsOf = ({ tires }: Rules): readonly Mood[] => (tires ? moods : moods.slice(0, 2));

/** The worker's copy, as the real decisions want it. */
const deliveryOf = ({ armed, tried }: Copy, { tries, tired }: Mood): Delivery =>
  ({ armedAt: ago(armed), triedAt: ago(tried), tries, firstDueAt: ago(tired ? 9999 : 0) }) as Delivery;

/** Who doubts for the last time has done so for long. */
const doubtOf = (copy: Copy, mood: Mood): Delivery => deliveryOf({ ...copy, tried: mood.tries }, mood);

const moment = { now: base, random: 0 };

export const answer = (world: World, index: number, seen: Answer): World =>
  withWorker(world, index, { at: "answered", answer: seen, call: null });

/** What its worker no longer waits for. Where the term ends with the waiting, nothing begins after it. */
export function strayed(world: World, { call }: Worker, { life }: Kind, rules: Rules): World["strays"] {
  if (call === null || (call.wire === null ? rules.term !== null : call.wire > life)) return world.strays;
  return [...world.strays, call];
}

export function record(world: World, index: number, worker: Worker, rules: Rules, mood: Mood): World {
  const { row, copy, kind } = worker;
  if (worker.answer === "receipt") return withWorker(sent(world, row, index), index, idle);
  if (worker.answer !== "lost") {
    const follow = kind === "same" && rules.doubts ? afterDoubt : afterFailure;
    const next = follow(doubtOf(copy, mood), failureOf(worker.answer), moment);
    return withWorker(keep(world, row, index, next, rules), index, idle);
  }
  const { triedAt, ...next } = afterLost({ kind: "lost", reason: "" }, base, rules.lease * tick);
  const lost = keep(
    world,
    row,
    index,
    { ...next, ...(rules.settlesFromEnd && triedAt && { triedAt }) },
    rules,
  );
  const tried = rules.settlesFromEnd ? 0 : copy.tried;
  const at = kind !== "first" ? "later" : rules.looks ? "look" : "again";
  return withWorker(lost, index, { ...worker, at, kind, copy: { ...copy, tried } });
}

const keep = (world: World, row: number, index: number, next: Next, rules: Rules): World =>
  failed(world, row, index, next, base, rules);

const failureOf = (met: Answer | null): Failure => ({ kind: met as "down", reason: "" });

export function leave(world: World, index: number, { row, copy }: Worker, rules: Rules): World {
  return withWorker(
    keep(world, row, index, afterLostAgain(deliveryOf(copy, fresh), moment), rules),
    index,
    idle,
  );
}

export function looksOf(
  world: World,
  { row }: Worker,
  kind: Kind,
  rules: Rules,
): readonly (readonly [Answer, World["faults"]])[] {
  const { faults, network } = world;
  if (!kind.repeat.find) return [["unknown", faults]];
  if (!rules.finds) return [["absent", faults]];
  const seen: Answer = (network.posts[row] ?? 0) > 0 ? "receipt" : "absent";
  const less = { ...faults, mishaps: faults.mishaps - 1 };
  return faults.mishaps > 0
    ? [
        [seen, faults],
        ["down", less],
        ["lost", less],
      ]
    : [[seen, faults]];
}

export function decide(
  world: World,
  index: number,
  worker: Worker,
  kind: Kind,
  rules: Rules,
  mood: Mood,
): World {
  const { row, copy, answer: seen, age } = worker;
  if (seen === "receipt") return withWorker(sent(world, row, index), index, idle);
  const look = seen === "absent" || seen === "unknown" ? seen : failureOf(seen);
  const looked = rules.looksAge ? new Date(base.getTime() - age * tick * 1000) : base;
  const known = typeof look === "string" ? deliveryOf(copy, mood) : doubtOf(copy, mood);
  const verdict = afterLook(known, look, kind.repeat, { ...moment, looked });
  if (typeof verdict !== "string") return withWorker(keep(world, row, index, verdict, rules), index, idle);
  return withWorker(world, index, {
    ...worker,
    at: "again",
    kind: verdict === "publish again" ? "again" : "same",
    answer: null,
  });
}
