import { writeMoment } from "../model/moment.ts";
import { worded } from "../model/worded.ts";
import { alarm, type Alarm } from "./alarm.ts";
import type { World } from "./world.ts";

/** Milliseconds. */
const minute = 60_000;
/** A worker beats every minute. */
export const silence = 5 * minute;
const wrong = 5 * minute;

/** Bytes below which the disk is nearly full, and above which it no longer is. */
const [little, enough] = [100_000_000, 200_000_000];

/** Processes, the clock, the disk. */
export function alarmsOfMachine(world: World, now: Date): readonly Alarm[] {
  return [
    ...alarmsOfWorkers(world, now),
    ...alarmsOfClock(world, now),
    ...alarmsOfDisk(world),
    ...alarmsOfLedger(world),
  ];
}

function alarmsOfWorkers({ workers }: World, now: Date): readonly Alarm[] {
  return workers
    .filter(({ beatenAt }) => now.getTime() - Date.parse(beatenAt) >= silence)
    .map(({ name, beatenAt }) => {
      const [host = "", process = ""] = name.split(":");
      return alarm("worker", name, {
        since: beatenAt,
        text: worded`The worker on ${host} (process ${process}) has given no sign of life.`,
        mend: worded`Start it again: \`carillon start\` takes its place.`,
      });
    });
}

/** The ledger has times that are still to come. */
function alarmsOfClock({ workers, sources, zone }: World, now: Date): readonly Alarm[] {
  const known = [
    ...workers.map(({ beatenAt }) => beatenAt),
    ...sources.flatMap(({ polledAt }) => polledAt ?? []),
  ];
  const latest = known.toSorted().at(-1);
  if (latest === undefined || Date.parse(latest) - now.getTime() < wrong) return [];
  const [here = "", there = ""] = [now, new Date(latest)].map((moment) => writeMoment(moment, zone));
  return [
    alarm("clock", "back", {
      since: null,
      text: worded`The clock says ${here}, and Carillon has worked at ${there} already.`,
      mend: worded`Set this machine's clock by a time server: posts go out by it.`,
    }),
  ];
}

function alarmsOfDisk({ space, held }: World): readonly Alarm[] {
  const least = held.has("disk:full") ? enough : little;
  if (space === null || space >= least) return [];
  return [
    alarm("disk", "full", {
      since: null,
      text: worded`Less than ${Math.ceil(least / 1_000_000)} MB are free where the ledger is.`,
      mend: worded`Make room: on a full disk nothing can be recorded, and so nothing is posted.`,
    }),
  ];
}

/** Nobody can be called then: it is said where the service runs, and on `/healthz`. */
function alarmsOfLedger({ unwritable = null }: World): readonly Alarm[] {
  if (unwritable === null) return [];
  return [
    alarm("ledger", "unwritable", {
      since: null,
      text: worded`The ledger cannot be written: ${unwritable}`,
      mend: worded`Until then nothing is posted; all goes on by itself once it can be written.`,
    }),
  ];
}
