import { spawnSync } from "node:child_process";
import { hostname } from "node:os";
import { expect, it } from "vitest";
import { deadAmong, nameWorker } from "../../src/dispatch/worker.ts";

const gone = spawnSync(process.execPath, ["-e", ""]).pid;

it("knows which workers of this machine are certainly dead", () => {
  const self = nameWorker();
  const formerSelf = `${hostname()}:${process.pid}:00000000`;
  const dead = `${hostname()}:${gone}:00000000`;
  const alive = `${hostname()}:${process.ppid}:00000000`;
  const elsewhere = `another-machine:${gone}:00000000`;
  expect(deadAmong([self, formerSelf, dead, alive, elsewhere], self)).toEqual([formerSelf, dead]);
});
