import { mayBecome, needsPerson } from "../../src/model/delivery.ts";
import type { Rules } from "./rules.ts";
import { stepsOf, type Step } from "./steps.ts";
import { eventsOf } from "./surroundings.ts";
import { nameOf } from "./name.ts";
import type { Kind, Worker, World } from "./world.ts";

export interface Explored {
  readonly states: number;
  readonly steps: number;
  /** The shortest way to what must never happen, one sentence a step; null where there is none. */
  readonly counterexample: readonly string[] | null;
  /** In how many states each thing was so. */
  readonly met: Readonly<Record<string, number>>;
}

interface Known {
  readonly parent: number;
  readonly said: string;
}

/** Every state that can be reached, the nearest first; stops at the first that is wrong. */
export function explore(first: World, kind: Kind, rules: Rules): Explored {
  const seen = new Map<string, number>([[nameOf(first), 0]]);
  const known: Known[] = [{ parent: -1, said: "" }];
  const before: number[][] = [[]];
  const ends: number[] = [];
  const met: Record<string, number> = {};
  let wave: [number, World][] = [[0, first]];
  let steps = 0;
  while (wave.length > 0) {
    const next: [number, World][] = [];
    for (const [at, world] of wave) {
      count(met, world);
      if (isEnd(world)) ends.push(at);
      for (const step of allSteps(world, kind, rules)) {
        steps += 1;
        const name = nameOf(step.to);
        const old = seen.get(name);
        const id = old ?? seen.size;
        const wrong = step.wrong ?? whatIsWrong(world, step.to, rules);
        if (old === undefined) {
          seen.set(name, id);
          known.push({ parent: at, said: `${step.who} ${step.does}` });
          before.push([]);
          next.push([id, step.to]);
        }
        before[id]?.push(at);
        if (wrong !== undefined)
          return {
            states: seen.size,
            steps,
            met: {},
            counterexample: [...wayTo(known, at), `${step.who} ${step.does}`, `WRONG: ${wrong}`],
          };
      }
    }
    wave = next;
  }
  const stuck = firstStuck(before, ends);
  const counterexample = stuck === -1 ? null : [...wayTo(known, stuck), "WRONG: from here it can never end"];
  return { states: seen.size, steps, counterexample, met };
}

const allSteps = (world: World, kind: Kind, rules: Rules): readonly Step[] => [
  ...world.workers.flatMap((_, index) => stepsOf(world, index, kind, rules)),
  ...eventsOf(world, kind, rules),
];

function count(met: Record<string, number>, { rows }: World): void {
  for (const { state } of rows) met[state] = (met[state] ?? 0) + 1;
}

/** All is sent, or a person knows. */
const isEnd = ({ rows, parked }: World): boolean =>
  parked ||
  rows.every(
    ({ state }, index) =>
      state === "sent" ||
      needsPerson.includes(rows[index - 1]?.state ?? "sent") ||
      needsPerson.includes(state),
  );

function whatIsWrong(from: World, to: World, rules: Rules): string | undefined {
  if (to.network.posts.some((posts) => posts > 1)) return "two posts are visible";
  const lied = to.rows.some(({ state }, index) => state === "sent" && to.network.posts[index] === 0);
  if (lied) return "the ledger says sent, and no post is visible";
  const broken = to.rows.find(({ state }, at) => {
    const was = from.rows[at]?.state ?? state;
    return was !== state && !mayBecome(was, state);
  });
  if (broken) return `the table of states does not allow ${broken.state}`;
  if (to.rows.filter(({ state }) => state === "sending").length > 1)
    return "two deliveries of one account are being sent";
  if (to.workers.filter((worker) => isPublishing(worker, to, rules)).length > 1)
    return "two workers publish on one account";
  return undefined;
}

/** As long as it waits for an answer, which is shorter than its lease; unless somebody has found the post meanwhile. */
const isPublishing = ({ at, call, row }: Worker, { rows }: World, { limit }: Rules): boolean =>
  (at === "armed" || at === "waiting") && call !== null && call.age < limit && rows[row]?.state !== "sent";

/** Backwards from the ends: the first state that reaches none. */
function firstStuck(before: readonly (readonly number[])[], ends: readonly number[]): number {
  const good = new Uint8Array(before.length);
  const open = [...ends];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (good[at] === 1) continue;
    good[at] = 1;
    open.push(...(before[at] ?? []));
  }
  return good.indexOf(0);
}

function wayTo(known: readonly Known[], at: number): string[] {
  const way: string[] = [];
  for (let here = at; here > 0; here = known[here]?.parent ?? 0) way.push(known[here]?.said ?? "");
  return way.toReversed();
}
