import type { Random } from "./random.ts";
import type { Step } from "./preload/steps.ts";
import { wireKills, type WireKill } from "./faults.ts";
import type { Kind } from "./scenario.ts";

/** One process (or two) from its start to its end. */
export interface Round {
  readonly command: "once" | "start";
  /** `name#nth`, as preload/steps.ts reads it. */
  readonly step?: string;
  /** Killed by what the nth post does on the wire. */
  readonly wire?: { readonly kill: WireKill; readonly nth: number };
  /** Killed after so many of the machine's milliseconds. */
  readonly moment?: number;
  /** How much of what is published, and of all other requests, goes wrong. */
  readonly faults: { readonly publishes: number; readonly others: number };
  /** Nothing listens where the network should be. */
  readonly refused: boolean;
  readonly disk?: "full" | "read-only" | "quota";
  /** Milliseconds by which our clock is wrong at first, and by which it jumps on the way. */
  readonly skew: number;
  readonly jump: number;
  /** A second process beside it. */
  readonly beside: boolean;
  /** It is stopped, not killed, and goes on after others have worked for so many milliseconds. */
  readonly sleep?: number;
  /** Milliseconds of the clock until the next round. */
  readonly rest: number;
}

const minute = 60_000;
const hour = 60 * minute;

/** Reached by every delivery. */
const usual: readonly Step[] = [
  "before claim",
  "after claim",
  "preparing",
  "during prepare",
  "prepared",
  "before arm",
  "armed",
  "publishing",
  "answered",
  "before record",
  "recorded",
  "in a transaction",
  "before commit",
  "after commit",
];

/** Of what comes after a kill or a lost answer. */
const recovering: readonly Step[] = [
  "after claim",
  "looking",
  "looked",
  "before arm",
  "armed",
  "publishing",
  "answered",
  "before record",
  "before failure",
  "after failure",
];

/** How many are passed before: statements are many. */
const most: Partial<Record<Step, number>> = {
  "in a transaction": 60,
  "before commit": 16,
  "after commit": 16,
  looking: 1,
  looked: 1,
  "before renewal": 1,
  "during renewal": 1,
  "after renewal": 1,
};

export const calm: Round = {
  command: "once",
  faults: { publishes: 0, others: 0 },
  refused: false,
  skew: 0,
  jump: 0,
  beside: false,
  rest: 0,
};

/** `again`: the process before was killed, and this one is to be killed while it clears up. */
export function drawRound(
  { kind, more }: { readonly kind: Kind; readonly more: readonly Step[] },
  random: Random,
  again: boolean,
): Round {
  const rest = random.pick([0, 0, 2_000, 20_000, 61_000, 200_000, 11 * minute]);
  const base = { ...calm, rest, ...faultsOf(kind, random) };
  const disk = kind === "disk" && random.chance(0.5);
  if (disk) {
    const command = random.pick(["once", "start"] as const);
    return { ...base, command, disk: random.pick(["full", "read-only", "quota"]) };
  }
  if (kind === "sleep" && random.chance(0.6)) return { ...base, ...sleepOf(random) };
  const killed = { ...base, ...killOf(random, again, more) };
  if (kind === "clock") return { ...killed, ...clockOf(random) };
  return { ...killed, beside: kind === "workers" };
}

function faultsOf(kind: Kind, random: Random): Pick<Round, "faults" | "refused"> {
  const wild = kind === "wire" || (kind !== "kills" && random.chance(0.4));
  const share = random.pick([0.15, 0.35, 0.7]);
  const refused = wild && random.chance(0.08);
  return { refused, faults: wild ? { publishes: share, others: share / 6 } : calm.faults };
}

function killOf(random: Random, again: boolean, more: readonly Step[]): Partial<Round> {
  const style = random.next();
  const command = random.chance(0.3) ? "start" : "once";
  if (!again && style < 0.25)
    return { command, wire: { kill: random.pick(wireKills), nth: random.between(1, 4) } };
  if (!again && style < 0.4) return { command, moment: random.between(150, 900) };
  const step = random.pick(again ? recovering : [...usual, ...more, ...more]);
  return { command, step: `${step}#${random.between(1, again ? 1 : (most[step] ?? 4))}` };
}

function clockOf(random: Random): Pick<Round, "skew" | "jump"> {
  return { skew: random.pick([-hour, 0, 0, hour]), jump: random.pick([-hour, 0, hour]) };
}

/** Before anything is on the wire, or after. */
const resting: readonly Step[] = ["prepared", "before arm", "armed", "publishing", "answered"];

/** Stopped after it was armed, while others take over; or for a day. */
function sleepOf(random: Random): Partial<Round> {
  const step = random.pick(resting);
  return { step: `${step}#${random.between(1, 4)}#stop`, sleep: random.pick([4 * minute, 24 * hour]) };
}
