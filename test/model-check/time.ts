import type { Rules } from "./rules.ts";
import type { Step } from "./steps.ts";
import { tick, type Call, type Kind, type Row, type Worker, type World } from "./world.ts";

/** How old things become before it makes no more difference. */
export interface Ends {
  readonly armed: number;
  readonly tried: number;
}

/** A worker that does nothing meanwhile is one that is paused. Who is awake acts first, unless an answer is due. */
export function timeOf(world: World, kind: Kind, rules: Rules): readonly Step[] {
  if (!world.workers.every((worker) => mayWait(worker, rules))) return [];
  const ends = endsOf(kind);
  const aged = (call: Call): Call => ageCall(call, kind, rules);
  const keys = world.network.keys.filter(({ age }) => age < kind.memory);
  const to: World = {
    ...world,
    rows: world.rows.map((row) => ageRow(row, ends)),
    workers: world.workers.map((worker) =>
      worker.at === "idle" ? worker : ageWorker(worker, ends, aged, rules),
    ),
    strays: world.strays.map(aged).filter(({ wire }) => wire === null || wire <= kind.life),
    network:
      kind.memory === Infinity
        ? world.network
        : { ...world.network, keys: keys.map((key) => ({ ...key, age: key.age + 1 })) },
  };
  return [{ who: "time", does: "passes", to }];
}

const mayWait = ({ at, paused, call }: Worker, { limit }: Rules): boolean =>
  at === "idle" || paused || (at === "waiting" && call !== null && call.age < limit);

function endsOf({ repeat: { sameFor = 0, settling = 60 } }: Kind): Ends {
  return { armed: sameFor === Infinity ? 0 : sameFor / tick, tried: settling / tick };
}

const grow = (age: number, end: number): number => Math.min(end, age + 1);
const growOrNull = (age: number | null, end: number): number | null => (age === null ? null : grow(age, end));
const shrink = (wait: number): number => Math.max(0, wait - 1);

export const ageRow = (row: Row, { armed, tried }: Ends): Row => ({
  ...row,
  due: shrink(row.due),
  lease: shrink(row.lease),
  armed: growOrNull(row.armed, armed),
  tried: growOrNull(row.tried, tried),
});

function ageWorker(worker: Worker, { armed, tried }: Ends, aged: (call: Call) => Call, rules: Rules): Worker {
  const { copy, call, at, age } = worker;
  return {
    ...worker,
    copy: { ...copy, armed: growOrNull(copy.armed, armed), tried: growOrNull(copy.tried, tried) },
    call: call && aged(call),
    age: at === "seen" || at === "again" ? grow(age, rules.lease + 1) : 0,
  };
}

const ageCall = (call: Call, { life }: Kind, { limit }: Rules): Call => ({
  ...call,
  age: grow(call.age, limit),
  wire: growOrNull(call.wire, life + 1),
});
