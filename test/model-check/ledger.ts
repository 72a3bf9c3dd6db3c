import type { Next } from "../../src/ledger/claims.ts";
import type { Rules } from "./rules.ts";
import { tick, type Row, type World, withRow } from "./world.ts";

/** The ledger's steps, as `src/ledger/claims.ts` takes them: each is one change, done whole or not at all. */

/** A part behind one that has failed is claimed too: the gate sets it aside. */
const isReady = (world: World, row: Row, rules: Rules): boolean => {
  const before = stateBefore(world, row);
  return before === undefined || !rules.inOrder || before === "sent" || before === "failed";
};

/** Undefined for the first part. */
export const stateBefore = ({ rows }: World, row: Row | undefined): Row["state"] | undefined =>
  rows.find(({ part }) => part === (row?.part ?? 1) - 1)?.state;

/** What was set aside comes back with the part before it. */
export const bringBack = (world: World, index: number): World => ({
  ...world,
  rows: world.rows.map((row) =>
    row.state === "held" && row.part > (world.rows[index]?.part ?? 1) ? { ...row, state: "scheduled" } : row,
  ),
});

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
  const to = withRow(world, index, { state: "sent", holder: null, lease: 0 });
  // Who holds it commits its receipt, and had nothing set aside behind it.
  return isHolder(world, index, worker) ? to : bringBack(to, index);
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
  const isBack = next.setAside === true && stateBefore(world, row) !== "failed";
  const changed = withRow(world, index, {
    state: isBack ? "scheduled" : next.state,
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
