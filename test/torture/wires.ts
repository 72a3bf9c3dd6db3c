import { wireFaults } from "./faults.ts";
import type { Fate, Passing } from "./proxy.ts";
import type { Random } from "./random.ts";
import type { Round } from "./round.ts";
import type { Wires } from "./world.ts";

/** How often each thing happened, by its name. */
export type Log = Map<string, number>;

export const note = (log: Log, name: string): void => void log.set(name, (log.get(name) ?? 0) + 1);

/** The wires of a scene, which do what the round under way says. */
export interface RoundWires extends Wires {
  /** `kill`: ends the process of the round. `writes`: also what changes a post counts as publishing. */
  begin(round: Round, kill: () => void, writes?: boolean): void;
}

const speed = 30;

export function wiresOf(random: Random, log: Log, calmRound: Round): RoundWires {
  const draws = new Map<string, Random>();
  const drawsOf = (account: string): Random => {
    const known = draws.get(account) ?? random.branch(account);
    draws.set(account, known);
    return known;
  };
  let round = calmRound;
  let kill = (): void => undefined;
  let published = 0;
  let allWrites = false;
  return {
    begin(next, end, writes = false) {
      [round, kill, published, allWrites] = [next, end, 0, writes];
    },
    fateOf(account, passing) {
      if (!isAct(passing, allWrites)) return faultOf(drawsOf(account), round.faults.others, log, passing);
      published += 1;
      if (round.wire?.nth === published) {
        const { name, taken } = round.wire.kill;
        note(log, `kill: ${name}${taken ? ", taken" : ""}`);
        return { kill: round.wire.kill };
      }
      return faultOf(drawsOf(account), round.faults.publishes, log, passing);
    },
    kill: () => kill(),
    // Up to 45 seconds of the scene's clock.
    lateness: () => (random.between(1, 45) * 1000) / speed,
  };
}

const isAct = ({ publishes, method }: Passing, allWrites: boolean): boolean =>
  publishes || (allWrites && method !== "GET");

function faultOf(random: Random, share: number, log: Log, { publishes }: Passing): Fate {
  if (share === 0 || !random.chance(share)) return null;
  const fault = random.pick(wireFaults);
  note(log, `wire: ${fault.name}${publishes && fault.taken ? ", taken" : ""}`);
  return { fault };
}
