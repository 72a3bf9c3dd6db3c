import type { Next } from "../../src/ledger/claims.ts";
import type { Rules } from "./rules.ts";
import { tick, type Row, type World, withRow } from "./world.ts";

/** The ledger's steps, as `src/ledger/claims.ts` takes them: each is one change, done whole or not at all. */

const isReady = ({ rows }: World, row: Row, rules: Rules): boolean =>
  row.part === 1 ||
  !rules.inOrder ||
  rows.some(({ part, state }) => part === row.part - 1 && state === "sent");

/** The row that a claim would take; -1 where there is none. */
export function candidate(world: World, rules: Rules): number {
  if (world.parked) return -1;
  const left = world.rows.findIndex(({ state }) => state === "sending");
  if (left >= 0) return rules.claimAsksLease && lives(world.rows[left]) ? -1 : left;
  return world.rows.findIndex(
    (row) => row.state === "scheduled" && row.due === 0 && isReady(world, row, rules),
  );
}

const lives = (row: Row | undefined): boolean => row !== undefined && row.lease > 0;

export const claim = (world: World, index: number, worker: number, rules: Rules): World =>
  withRow(world, index, { state: "sending", holder: worker, lease: rules.lease });

const isHolder = (world: World, index: number, worker: number): boolean =>
  world.rows[index]?.state === "sending" && world.rows[index].holder === worker;

/** Undefined: the lease was lost. */
export function arm(
  world: World,
  index: number,
  worker: number,
  memo: number,
  rules: Rules,
): World | undefined {
  const row = world.rows[index];
  if (row === undefined || (rules.armAsksHolder && !isHolder(world, index, worker))) return undefined;
  const tried = rules.settlesFromEnd ? -(rules.term ?? 0) : 0;
  const armed = { memo, armed: row.armed ?? 0, tried, lease: rules.lease };
  return withRow(world, index, rules.memoFirst ? armed : { lease: rules.lease });
}

/** A receipt counts also where the lease was lost. */
export function sent(world: World, index: number, worker: number): World {
  const state = world.rows[index]?.state;
  const late = state === "sending" || state === "unsure" || state === "failed";
  if (!isHolder(world, index, worker) && !late) return world;
  return withRow(world, index, { state: "sent", holder: null, lease: 0 });
}

/** Longer waits are cut: what is safe must not depend on how long somebody is patient. */
const longestWait = 2;

export function failed(
  world: World,
  index: number,
  worker: number,
  next: Next,
  now: Date,
  rules: Rules,
): World {
  const row = world.rows[index];
  if (row === undefined || !isHolder(world, index, worker)) return world;
  const wait =
    next.at === undefined ? 0 : Math.max(0, Math.ceil((next.at.getTime() - now.getTime()) / 1000 / tick));
  const stays = next.state === "sending";
  const changed = withRow(world, index, {
    state: next.state,
    due: stays ? 0 : Math.min(wait, longestWait),
    lease: stays ? (wait === rules.lease ? wait : Math.min(wait, longestWait)) : 0,
    holder: stays ? row.holder : null,
    ...(next.triedAt
      ? { tried: Math.round((now.getTime() - next.triedAt.getTime()) / 1000 / tick) }
      : !stays && next.state !== "unsure" && { tried: null }),
    ...(next.anew && { memo: null, armed: null, key: row.key + 1 }),
  });
  return next.park === undefined ? changed : { ...changed, parked: true };
}
