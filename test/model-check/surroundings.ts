import type { Rules } from "./rules.ts";
import { bringBack } from "./ledger.ts";
import { timeOf } from "./time.ts";
import { answer, strayed } from "./answers.ts";
import type { Step } from "./steps.ts";
import {
  idle,
  withRow,
  withWorker,
  type Call,
  type Kind,
  type Network,
  type Row,
  type World,
} from "./world.ts";

/** What happens to the workers rather than by them: time, deaths, the wire, the network, people. */
export function eventsOf(world: World, kind: Kind, rules: Rules): readonly Step[] {
  return [
    ...timeOf(world, kind, rules),
    ...pauses(world),
    ...deaths(world, kind, rules),
    ...endings(world, rules),
    ...requests(world, kind),
    ...people(world, kind),
  ];
}

function pauses(world: World): readonly Step[] {
  const { pauses: left } = world.faults;
  if (left === 0) return [];
  const faults = { ...world.faults, pauses: left - 1 };
  return world.workers.flatMap(({ at, paused }, index) =>
    at === "idle" || paused
      ? []
      : [
          {
            who: `worker ${index + 1}`,
            does: "is stopped",
            to: { ...withWorker(world, index, { paused: true }), faults },
          },
        ],
  );
}

function deaths(world: World, kind: Kind, rules: Rules): readonly Step[] {
  const { crashes } = world.faults;
  if (crashes === 0) return [];
  return world.workers.flatMap((worker, index) => {
    if (worker.at === "idle") return [];
    const strays = worker.call?.wire === null ? world.strays : strayed(world, worker, kind, rules);
    const rows = world.rows.map((row): Row => (row.holder === index ? { ...row, holder: "dead" } : row));
    const to = {
      ...withWorker(world, index, idle),
      rows,
      strays,
      faults: { ...world.faults, crashes: crashes - 1 },
    };
    return [{ who: `worker ${index + 1}`, does: "dies", to }];
  });
}

/** A process of the same machine sees who is gone. */
function endings({ rows, ...world }: World, rules: Rules): readonly Step[] {
  return rows.flatMap((row, index) => {
    const gone = row.holder === "dead" || (!rules.expiresDeadOnly && row.holder !== null);
    if (row.state !== "sending" || row.lease === 0 || !gone) return [];
    const to = withRow({ rows, ...world }, index, { lease: 0 });
    return [{ who: "somebody", does: `ends the lease of delivery ${index + 1}`, to }];
  });
}

function requests(world: World, kind: Kind): readonly Step[] {
  const waited = world.workers.flatMap(({ call }, index) =>
    call === null || call.wire === null || call.wire > kind.life ? [] : handled(world, index, call, kind),
  );
  const strays = world.strays.flatMap((call, index) => {
    const rest = { ...world, strays: world.strays.filter((_, at) => at !== index) };
    if (call.wire === null)
      return [
        {
          who: "a forgotten call",
          does: "writes its request after all",
          to: { ...rest, strays: [...rest.strays, { ...call, wire: 0 }] },
        },
      ];
    return [
      {
        who: "the network",
        does: "takes a request that nobody waits for",
        to: { ...rest, network: accept(world.network, call, kind) },
      },
    ];
  });
  return [...waited, ...strays];
}

const refusals = ["refused", "unauthorised", "down"] as const;

function handled(world: World, index: number, call: Call, kind: Kind): readonly Step[] {
  const who = "the network";
  const name = `worker ${index + 1}`;
  const network = accept(world.network, call, kind);
  const yes: Step = {
    who,
    does: `takes the request of ${name}`,
    to: { ...answer(world, index, "receipt"), network },
  };
  if (world.faults.mishaps === 0) return [yes];
  const worse = { ...world, faults: { ...world.faults, mishaps: world.faults.mishaps - 1 } };
  return [
    yes,
    {
      who,
      does: `takes the request of ${name}, and the answer is lost`,
      to: { ...answer(worse, index, "lost"), network },
    },
    {
      who,
      does: `cuts the line of ${name}`,
      to: { ...answer(worse, index, "lost"), strays: [...world.strays, call] },
    },
    ...refusals.map((said): Step => ({
      who,
      does: `answers ${name}: ${said}`,
      to: answer(worse, index, said),
    })),
  ];
}

function accept(network: Network, { row, memo }: Call, { repeat }: Kind): Network {
  const keeps = repeat.sameFor !== undefined;
  if (keeps && network.keys.some((key) => key.row === row && key.memo === memo)) return network;
  return {
    posts: network.posts.map((count, at) => (at === row ? count + 1 : count)),
    keys: keeps ? [...network.keys, { row, memo, age: 0 }] : [],
  };
}

/** Who looks when nothing is under way any more sees what is there. */
function people(world: World, { life }: Kind): readonly Step[] {
  const who = "a person";
  const quiet =
    world.strays.length === 0 &&
    world.workers.every(({ call }) => call === null || call.wire === null || call.wire > life);
  const again: Partial<Row> = { state: "scheduled", due: 0, memo: null, armed: null };
  const steps = world.rows.flatMap((row, index): readonly Step[] => {
    const anew = {
      ...bringBack(withRow(world, index, { ...again, key: row.key + 1 }), index),
      faults: { ...world.faults, retries: world.faults.retries - 1 },
    };
    if (row.state === "failed" && world.faults.retries > 0) return [{ who, does: "tries again", to: anew }];
    if (row.state !== "unsure" || !quiet) return [];
    if ((world.network.posts[index] ?? 0) > 0)
      return [
        { who, does: "finds the post there", to: bringBack(withRow(world, index, { state: "sent" }), index) },
      ];
    return world.faults.retries > 0 ? [{ who, does: "sees no post, and has it sent again", to: anew }] : [];
  });
  return world.parked
    ? [...steps, { who, does: "mends the account", to: { ...world, parked: false } }]
    : steps;
}
