import { answer, decide, leave, looksOf, record, strayed, moodsOf } from "./answers.ts";
import { arm, candidate, claim, failed, stateBefore } from "./ledger.ts";
import type { Rules } from "./rules.ts";
import { idle, withWorker, type Kind, type Worker, type World } from "./world.ts";

/** One step that somebody could take now. */
export interface Step {
  readonly who: string;
  readonly does: string;
  readonly to: World;
  /** What must never happen, and just did. */
  readonly wrong?: string;
}

/** What worker `index` may do next. */
export function stepsOf(world: World, index: number, kind: Kind, rules: Rules): readonly Step[] {
  const worker = world.workers[index] ?? idle;
  const step = (does: string, to: World, wrong?: string): Step => ({
    who: `worker ${index + 1}`,
    does,
    to,
    ...(wrong && { wrong }),
  });
  if (worker.paused) return [step("goes on", withWorker(world, index, { paused: false }))];
  switch (worker.at) {
    case "idle": {
      const row = candidate(world, rules);
      return row < 0 ? [] : [step(`claims delivery ${row + 1}`, takeUp(world, index, row, rules))];
    }
    case "claimed":
      return [gateStep(world, index, worker, rules, step)];
    case "again":
      return [armStep(world, index, worker, rules, step)];
    case "armed":
      return [beginStep(world, index, worker, rules, step)];
    case "waiting":
      return (worker.call?.age ?? 0) < rules.limit
        ? []
        : [
            step("waits no longer", {
              ...answer(world, index, "lost"),
              strays: strayed(world, worker, kind, rules),
            }),
          ];
    case "answered":
      return moodsOf(rules).map((mood) => {
        const to = record(world, index, worker, rules, mood);
        const chained = worker.answer === "receipt" && rules.chains ? chain(to, index, rules) : to;
        return step(`records that its try was ${worker.answer}`, chained);
      });
    case "look":
      return looksOf(world, worker, kind, rules).map(([seen, faults]) =>
        step(`looks for the post: ${seen}`, {
          ...withWorker(world, index, { at: "seen", answer: seen, age: 0 }),
          faults,
        }),
      );
    case "seen":
      return moodsOf(rules).map((mood) =>
        step("decides what follows", decide(world, index, worker, kind, rules, mood)),
      );
    case "later":
      return [step("leaves it for a later look", leave(world, index, worker, rules))];
  }
}

function takeUp(world: World, index: number, row: number, rules: Rules): World {
  const found = world.rows[row];
  if (found === undefined) return world;
  const { armed, tried, memo, state } = found;
  const copy = { armed, tried, memo };
  const left = state === "sending" && memo !== null && tried !== null && rules.looks;
  return withWorker(claim(world, row, index, rules), index, {
    ...idle,
    at: left ? "look" : "claimed",
    row,
    copy,
  });
}

type Tell = (does: string, to: World, wrong?: string) => Step;

/** What a part of a thread follows has to be live before anything is prepared. */
function gateStep(world: World, index: number, worker: Worker, rules: Rules, step: Tell): Step {
  const before = stateBefore(world, world.rows[worker.row]);
  if (!rules.inOrder || before === undefined || before === "sent")
    return armStep(world, index, worker, rules, step);
  const next = { state: "held", reason: null, setAside: true } as const;
  const to = failed(world, worker.row, index, next, new Date(0), rules);
  return step("sets it aside, as the part before it is not there", withWorker(to, index, idle));
}

function armStep(world: World, index: number, worker: Worker, rules: Rules, step: Tell): Step {
  const memo = worker.copy.memo ?? world.rows[worker.row]?.key ?? 0;
  const stale = rules.verdictsAge && worker.at === "again" && worker.age > rules.lease;
  const armed = stale ? undefined : arm(world, worker.row, index, memo, rules);
  if (armed === undefined) return step("may not arm, and stops", withWorker(world, index, idle));
  return step("arms", afterArming(armed, index, worker, memo, rules));
}

function afterArming(
  world: World,
  index: number,
  { row, copy, kind, at }: Worker,
  memo: number,
  rules: Rules,
): World {
  const tried = rules.settlesFromEnd ? -(rules.term ?? 0) : 0;
  return withWorker(world, index, {
    ...idle,
    at: "armed",
    row,
    kind: at === "again" ? kind : "first",
    copy: { ...copy, memo, armed: copy.armed ?? 0, tried },
    call: { row, memo, age: 0, wire: null },
  });
}

/** The last look at the clocks, right before the request is written. */
function beginStep(world: World, index: number, worker: Worker, rules: Rules, step: Tell): Step {
  const { call, row } = worker;
  if (call === null) return step("has nothing to write", world);
  if (rules.term !== null && call.age > rules.term)
    return step("finds that it stood still for too long, and writes nothing", answer(world, index, "down"));
  const wrong = faultOf(world, index, row, call.memo);
  return step(
    "writes its request",
    withWorker(world, index, { at: "waiting", call: { ...call, wire: 0 } }),
    wrong,
  );
}

function faultOf(world: World, index: number, row: number, memo: number): string | undefined {
  const { part = 1, memo: kept, holder } = world.rows[row] ?? {};
  if (holder === index && kept !== memo) return "a request is written whose memo is not in the ledger";
  const before = world.rows.findIndex((one) => one.part === part - 1);
  if (before >= 0 && world.network.posts[before] === 0)
    return "a part of a thread goes out before the part before it";
  return undefined;
}

/** The next delivery, in the same commit. */
function chain(world: World, index: number, rules: Rules): World {
  const row = candidate(world, rules);
  if (row < 0) return world;
  const taken = takeUp(world, index, row, rules);
  const worker = taken.workers[index] ?? idle;
  if (worker.at !== "claimed") return taken;
  const memo = worker.copy.memo ?? taken.rows[row]?.key ?? 0;
  const armed = arm(taken, row, index, memo, rules);
  return armed === undefined ? taken : afterArming(armed, index, worker, memo, rules);
}
