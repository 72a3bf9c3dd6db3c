import type { Call, Network, Row, Worker, World } from "./world.ts";

/** The same for states that differ only in which worker is which, or in what can make no difference any more. */
export function nameOf(world: World): string {
  const { rows, workers, strays, network, parked, faults } = world;
  const held = rows.map(({ holder }) => holder);
  const hands = workers.map((worker, index) => {
    const holds = held.map((one) => (one === index ? "h" : "")).join(",");
    return `${held[worker.row] === index ? nameHolder(worker) : nameWorker(worker)}${holds}`;
  });
  const { crashes, pauses, mishaps, retries } = faults;
  const open = strays.map(nameCall).toSorted().join(";");
  const left = `${parked ? "p" : ""}${crashes}${pauses}${mishaps}${retries}`;
  return `${rows.map(nameRow).join(";")}|${hands.toSorted().join(";")}|${open}|${nameNetwork(network)}|${left}`;
}

const nameRow = ({ state, due, memo, key, armed, tried, lease, holder }: Row): string =>
  `${state.slice(0, 5)},${due},${memo},${key},${armed},${tried},${lease}${holder === "dead" ? "d" : ""}`;

const nameNetwork = ({ posts, keys }: Network): string =>
  `${posts.join(",")};${keys.map(({ row, memo, age }) => `${row},${memo},${age}`).join(";")}`;

const nameCall = ({ row, memo, age, wire }: Call): string => `${row},${memo},${age},${wire}`;

const nameHolder = (worker: Worker): string => {
  const { armed, tried, memo } = worker.copy;
  return worker.at === "idle" ? "" : `${nameWorker(worker)},${worker.age},${armed},${tried},${memo}`;
};

/** What it read, and how long ago it looked, is of no use to a worker that does not hold the delivery. */
const nameWorker = ({ at, row, kind, call, answer, paused }: Worker): string =>
  at === "idle" ? "" : `${at},${row},${kind},${call ? nameCall(call) : ""},${answer}${paused ? "p" : ""}`;
