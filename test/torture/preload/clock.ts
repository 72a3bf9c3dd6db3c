import { openSync, readSync } from "node:fs";
import timers from "node:timers/promises";
import { syncBuiltinESMExports } from "node:module";

const RealDate = Date;
const realNow = (): number => performance.timeOrigin + performance.now();
const file = process.env["TORTURE_CLOCK"];
const descriptor = file === undefined ? null : openSync(file, "r");
const reading = new Float64Array(3);

function read(): { shown: number; at: number; speed: number } {
  if (descriptor !== null) readSync(descriptor, reading, 0, 24, 0);
  const [shown = 0, at = 0, speed = 1] = reading;
  return { shown, at, speed };
}

function now(): number {
  const { shown, at, speed } = read();
  return Math.floor(shown + (realNow() - at) * speed);
}

function FileDate(this: unknown, ...parts: readonly never[]): Date | string {
  if (new.target === undefined) return new RealDate(now()).toString();
  return parts.length === 0 ? new RealDate(now()) : new RealDate(...(parts as unknown as [number]));
}

function scaled<F extends (...all: never[]) => unknown>(real: F): F {
  const act = (call: () => void, wait = 0, ...more: unknown[]): unknown =>
    (real as unknown as (...all: unknown[]) => unknown)(call, wait / read().speed, ...more);
  return Object.assign(act, real);
}

function replaceDate(): void {
  Object.setPrototypeOf(FileDate, RealDate);
  FileDate.prototype = RealDate.prototype;
  Object.defineProperty(RealDate.prototype, "constructor", { value: FileDate });
  Object.defineProperty(FileDate, "now", { value: now });
  Object.defineProperty(globalThis, "Date", { value: FileDate, writable: true, configurable: true });
}

function scaleTimers(): void {
  globalThis.setTimeout = scaled(globalThis.setTimeout);
  globalThis.setInterval = scaled(globalThis.setInterval);
  const { timeout } = AbortSignal;
  AbortSignal.timeout = (wait) => timeout.call(AbortSignal, Math.ceil(wait / read().speed));
  const wait = timers.setTimeout;
  timers.setTimeout = (milliseconds = 0, ...more) => wait(milliseconds / read().speed, ...more);
  syncBuiltinESMExports();
}

/** Puts the clock of the file that the environment names in the place of the machine's: every `Date`, and how long timers take. */
export function goByFile(): void {
  if (descriptor === null) return;
  replaceDate();
  // The scene's own servers wait by the machine's clock.
  if (process.env["TORTURE_TIMERS"] !== "real") scaleTimers();
}
