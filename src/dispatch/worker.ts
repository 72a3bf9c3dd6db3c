import { randomBytes } from "node:crypto";
import { hostname } from "node:os";

/** A worker's name: where it runs, as what process, and a mark that no other process has. */
export const nameWorker = (): string => `${hostname()}:${process.pid}:${randomBytes(4).toString("hex")}`;

/** Of these workers, those of this machine that are certainly no more. Others keep their leases until they end. */
export function deadAmong(workers: readonly string[], self: string): readonly string[] {
  return workers.filter((worker) => worker !== self && isDead(worker));
}

function isDead(worker: string): boolean {
  const [host, pid] = worker.split(":");
  if (host !== hostname()) return false;
  // In a container every first process has the same number: an older mark with our number is not us.
  return Number(pid) === process.pid || !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
