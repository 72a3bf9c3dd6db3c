import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { compiled } from "./carillon.ts";

const run = promisify(execFile);
const torture = fileURLToPath(new URL("./index.ts", import.meta.url));

/** One scene of each class; the whole is `npm run torture`. */
const networks = ["mastodon", "bluesky", "twofold", "mute"].flatMap((name) => ["--network", name]);
const some = ["--seed", "4", "--kills", "20", "--share", "4", ...networks];

it(
  "killed again and again, Carillon posts everything once, and loses nothing",
  { timeout: 300_000 },
  async () => {
    const env = { ...process.env, NODE_COMPILE_CACHE: compiled };
    const { stdout } = await run(process.execPath, [torture, ...some], { env }).catch(
      (broken: { stdout: string }) => broken,
    );
    console.log(stdout);
    expect(stdout).toMatch(/^all .* 0$/m);
  },
);
