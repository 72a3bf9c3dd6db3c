import { afterDoubt, afterFailure, afterLost, afterLostAgain } from "../../src/deliver/decide.ts";
import { begins, lease } from "../../src/deliver/workshop.ts";
import type { Next } from "../../src/ledger/claims.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import type { Value } from "../../src/ledger/store.ts";
import type { Delivery } from "../../src/model/delivery.ts";
import { noon } from "../fixtures/shop.ts";
import * as model from "./ledger.ts";
import { protocol } from "./rules.ts";
import { ageRow } from "./time.ts";
import { tick, type Row, type World } from "./world.ts";

/** The model's ledger and the real one, side by side. */
export interface Pair {
  readonly world: World;
  /** Ticks since noon. */
  readonly time: number;
}

/** What both answer. */
export interface Answers {
  readonly pair: Pair;
  readonly model: unknown;
  readonly real: unknown;
}

const moments = (time: number): Date => new Date(noon.getTime() + time * tick * 1000);
const workerOf = (index: number): string => `elsewhere:${index}:w`;

export type Call = (ledger: Ledger, ids: readonly string[], pair: Pair) => Promise<Answers>;

const claim =
  (worker: number): Call =>
  async (ledger, ids, { world, time }) => {
    const row = model.candidate(world, protocol);
    const claimed = await ledger.claims.claim("one", workerOf(worker), moments(time), lease);
    const left = world.rows[row]?.state === "sending";
    const after = row < 0 ? world : model.claim(world, row, worker, protocol);
    const real = claimed && { row: ids.indexOf(claimed.delivery.id), left: claimed.left };
    return { pair: { world: after, time }, model: row < 0 ? undefined : { row, left }, real };
  };

const arm =
  (worker: number, row: number): Call =>
  async (ledger, ids, { world, time }) => {
    const memo = world.rows[row]?.memo ?? world.rows[row]?.key ?? 0;
    const after = model.arm(world, row, worker, memo, protocol);
    const armed = await ledger.claims.arm(
      ids[row] ?? "",
      workerOf(worker),
      memo,
      moments(time),
      lease,
      begins,
    );
    return { pair: { world: after ?? world, time }, model: after !== undefined, real: armed };
  };

const receipt = { remoteId: "1", permalink: null, at: noon.toISOString() };

/** As `keep` does it: a receipt counts also where the lease was lost. */
const sent =
  (worker: number, row: number): Call =>
  async (ledger, ids, { world, time }) => {
    const after = model.sent(world, row, worker);
    const at = moments(time);
    const attempt = { at: at.toISOString(), outcome: "sent", reason: null } as const;
    const id = ids[row] ?? "";
    const kept =
      (await ledger.claims.sent(id, workerOf(worker), attempt, receipt)) ||
      (await ledger.deliveries.change(id, ["sending", "unsure", "failed"], { state: "sent", receipt }, at));
    return { pair: { world: after, time }, model: after !== world, real: kept };
  };

type Follow = (delivery: Delivery, now: Date) => Next;

const failed =
  (worker: number, row: number, follow: Follow): Call =>
  async (ledger, ids, { world, time }) => {
    const now = moments(time);
    const delivery = { tries: 0, firstDueAt: noon.toISOString(), triedAt: noon.toISOString() } as Delivery;
    const next = follow(delivery, now);
    const after = model.failed(world, row, worker, next, now, protocol);
    const done = await ledger.claims.failed(ids[row] ?? "", workerOf(worker), null, next);
    return { pair: { world: after, time }, model: after !== world, real: done };
  };

const pass: Call = async (_, __, { world, time }) => {
  const rows = world.rows.map((row) => ageRow(row, { armed: Infinity, tried: Infinity }));
  return { pair: { world: { ...world, rows }, time: time + 1 }, model: null, real: null };
};

const met = (kind: "refused" | "down" | "lost") => ({ kind, reason: "No." });
const follows: readonly Follow[] = [
  (_, now) => afterLost(met("lost"), now, lease),
  (delivery, now) => afterLostAgain(delivery, { now, random: 0 }),
  (delivery, now) => afterFailure(delivery, met("down"), { now, random: 0 }),
  (delivery, now) => afterFailure(delivery, met("refused"), { now, random: 0 }),
  (delivery, now) =>
    afterDoubt({ ...delivery, tries: 99, triedAt: new Date(0).toISOString() }, met("lost"), {
      now,
      random: 0,
    }),
  () => ({ state: "held", reason: "The part before it has failed.", setAside: true }),
];

const workers = [0, 1];
const rows = [0, 1];
const pairs = workers.flatMap((worker) => rows.map((row) => [worker, row] as const));

/** Everything that may be asked, also by whom it is not; what goes on more often than what ends. */
export const calls: readonly Call[] = [
  ...Array.from({ length: 12 }, () => pass),
  ...[...workers, ...workers, ...workers, ...workers].map(claim),
  ...[...pairs, ...pairs].map(([worker, row]) => arm(worker, row)),
  ...pairs.map(([worker, row]) => sent(worker, row)),
  ...pairs.flatMap(([worker, row]) => follows.map((follow) => failed(worker, row, follow))),
];

type Shown = Omit<Row, "part" | "key">;

/** The real rows, in the model's words. */
export async function showReal({ store }: Ledger, { time }: Pair): Promise<readonly Shown[]> {
  const now = moments(time).getTime();
  const since = (at: Value = null): number | null =>
    at === null ? null : Math.round((now - Date.parse(String(at))) / 1000 / tick);
  const found = await store.read("SELECT * FROM delivery ORDER BY part");
  return found.map((row) => ({
    state: row["state"] as Row["state"],
    due: row["state"] === "scheduled" ? Math.max(0, -(since(row["due_at"]) ?? 0)) : 0,
    memo: row["memo"] === null ? null : Number(row["memo"]),
    armed: since(row["armed_at"]),
    tried: since(row["tried_at"]),
    holder: row["lease_by"] === null ? null : Number(String(row["lease_by"]).split(":")[1]),
    lease: Math.max(0, -(since(row["lease_until"]) ?? 0)),
  }));
}

export const showModel = ({ world }: Pair): readonly Shown[] =>
  world.rows.map(({ state, due, memo, armed, tried, holder, lease: left }) => ({
    state,
    due: state === "scheduled" ? due : 0,
    memo,
    armed,
    tried,
    holder,
    lease: left,
  }));
