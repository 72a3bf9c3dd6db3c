import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../src/main.mjs", import.meta.url));
const preload = new URL("./preload/index.ts", import.meta.url).href;

/** Where compiled modules are kept: apart, so that what is watched stays out of everybody else's. */
export const compiled = join(tmpdir(), "torture-compiled");

/** How a process ended. */
export interface Ended {
  readonly killed: boolean;
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The program as people run it, watched. */
export interface Running {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  kill(signal?: NodeJS.Signals): void;
  /** What it writes to standard error that is so; undefined where it ends before. */
  says(pattern: RegExp): Promise<string | undefined>;
}

export interface Setting {
  readonly folder: string;
  /** The file of the clock that the process goes by. */
  readonly clock: string;
  readonly step?: string | undefined;
  readonly disk?: string | undefined;
  /** The largest file that it may write, in bytes. */
  readonly largest?: number | undefined;
}

export function startCarillon(setting: Setting, ...args: readonly string[]): Running {
  const { folder, clock, step, disk, largest } = setting;
  const command = [process.execPath, "--import", preload, main, ...args];
  const limited = largest === undefined ? command : ["prlimit", `--fsize=${largest}`, ...command];
  const [file = "", ...rest] = limited;
  const child = spawn(file, rest, {
    cwd: folder,
    env: {
      ...process.env,
      CARILLON_CONFIG: "carillon.yaml",
      CARILLON_USER: "torture",
      TORTURE_CLOCK: clock,
      TORTURE_TIMERS: "scaled",
      NODE_COMPILE_CACHE: compiled,
      ...(step !== undefined && { TORTURE_STEP: step }),
      ...(disk !== undefined && { TORTURE_DISK: disk }),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]).then(
    ([out, err, [code, signal]]): Ended => ({
      killed: signal === "SIGKILL",
      code: code as number | null,
      out,
      err,
    }),
  );
  const says = (pattern: RegExp): Promise<string | undefined> =>
    new Promise((resolve) => {
      let said = "";
      child.stderr.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        const found = pattern.exec(said)?.[0];
        if (found !== undefined) resolve(found);
      });
      void ended.then(() => resolve(undefined));
    });
  return { pid: child.pid ?? 0, says, ended, kill: (signal = "SIGKILL") => void child.kill(signal) };
}
