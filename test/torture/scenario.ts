import { randomOf, type Random } from "./random.ts";
import { networks } from "./networks/index.ts";
import type { Class, Network } from "./networks/network.ts";

/** What a scene is about. Each has kills; `README.md` says what else happens. */
export const kinds = [
  "kills",
  "wire",
  "mixed",
  "disk",
  "clock",
  "workers",
  "sleep",
  "changes",
  "migration",
] as const;
export type Kind = (typeof kinds)[number];

/** How many scenes of each there are for one another. */
const weights: Readonly<Record<Kind, number>> = {
  kills: 4,
  wire: 3,
  mixed: 4,
  disk: 2,
  clock: 2,
  workers: 3,
  sleep: 1,
  changes: 2,
  migration: 1,
};

/** One ledger, one network, some accounts, and what happens to them. All of it follows from `seed`. */
export interface Scenario {
  readonly seed: number;
  readonly network: string;
  readonly class: Class;
  readonly kind: Kind;
  readonly accounts: number;
  readonly entries: number;
  readonly thread: boolean;
  readonly kills: number;
  /** What the clock shows at first, ISO 8601. */
  readonly start: string;
}

export interface Wish {
  readonly seed: number;
  readonly kills: number;
  readonly classes: readonly Class[];
  readonly networks: readonly Network[];
  readonly kinds: readonly Kind[];
  /** How many kills a scene gets. */
  readonly share: number;
}

/** Two of them an hour before the clocks of Berlin go back, and forward. */
const starts = ["2026-11-02T06:00:00Z", "2026-10-25T00:00:00Z", "2026-03-29T00:00:00Z"] as const;

/** As many scenes as make up the kills, by turns over networks and kinds. */
export function plan(wish: Wish): readonly Scenario[] {
  const random = randomOf(wish.seed);
  const wanted = networks.filter((one) => wish.classes.includes(one.class) && wish.networks.includes(one));
  const count = Math.ceil(wish.kills / wish.share);
  return Array.from({ length: count }, (_, index) => {
    const network = wanted[index % wanted.length] ?? networks[0];
    const kind = random.pick(
      kinds.flatMap((one) => Array<Kind>(wish.kinds.includes(one) ? weights[one] : 0).fill(one)),
    );
    if (network === undefined) throw new Error("There is no network to try.");
    return scenarioOf(network, kind, wish.share, random);
  });
}

function scenarioOf(network: Network, kind: Kind, kills: number, random: Random): Scenario {
  const thread = network.threads && random.chance(0.4);
  return {
    seed: random.between(1, 2 ** 31),
    network: network.name,
    class: network.class,
    kind,
    accounts: network.class === "rkey" ? 3 : 4,
    // A thread has three parts.
    entries: Math.ceil((kills * 1.6) / (thread ? 3 : 1)),
    thread,
    kills,
    start: kind === "clock" ? random.pick(starts) : starts[0],
  };
}
