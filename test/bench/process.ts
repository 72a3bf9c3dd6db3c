import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** Starts `child.ts`; its address, and how to end it. */
export async function startChild(
  ...args: readonly string[]
): Promise<{ readonly url: string; close(): void }> {
  const child: ChildProcess = fork(fileURLToPath(new URL("child.ts", import.meta.url)), args);
  const [url] = (await once(child, "message")) as [string];
  return { url, close: () => void child.kill() };
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Milliseconds that something takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
