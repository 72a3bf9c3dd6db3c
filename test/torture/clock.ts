import { closeSync, openSync, writeSync } from "node:fs";

/**
 * A clock in a file, which a scene moves and other processes go by: what was shown (`shown`) when the machine's own clock stood at
 * `at`, and how fast it goes since. Milliseconds.
 */
export interface Clock {
  readonly file: string;
  now(): number;
  /** Forward or back; it goes on from there. */
  move(milliseconds: number): void;
  /** Jumps there. */
  set(moment: number): void;
  /** How many milliseconds it shows for one of the machine's. */
  run(speed: number): void;
  close(): void;
}

/** Not `Date`, which may be such a clock itself. */
const realNow = (): number => performance.timeOrigin + performance.now();

export function startClock(file: string, start: number): Clock {
  const descriptor = openSync(file, "w+");
  let [shown, at, speed] = [start, realNow(), 1];
  const now = (): number => shown + (realNow() - at) * speed;
  const write = (moment: number, pace: number): void => {
    [shown, at, speed] = [moment, realNow(), pace];
    writeSync(descriptor, new Float64Array([shown, at, speed]), 0, 24, 0);
  };
  write(start, 1);
  return {
    file,
    now,
    move: (milliseconds) => write(now() + milliseconds, speed),
    set: (moment) => write(moment, speed),
    run: (pace) => write(now(), pace),
    close: () => closeSync(descriptor),
  };
}
