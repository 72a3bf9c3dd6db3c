import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Scenario } from "./scenario.ts";
import type { Report } from "./scene.ts";
import { compiled } from "./carillon.ts";

const scene = fileURLToPath(new URL("./scene-process.ts", import.meta.url));
const clock = new URL("./preload/scene.ts", import.meta.url).href;

/** Plays all scenarios, some side by side; `seen` is told of each as it ends. A scene that broke down is an error. */
export async function playAll(
  scenarios: readonly Scenario[],
  width: number,
  seen: (report: Report) => void,
  ledger?: string,
): Promise<void> {
  const queue = scenarios.values();
  const lane = async (): Promise<void> => {
    for (const scenario of queue) {
      seen(await playOne(scenario, ledger));
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
}

async function playOne(scenario: Scenario, ledger?: string): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "torture-clock-"));
  const file = join(folder, "clock");
  writeFileSync(
    file,
    new Float64Array([Date.parse(scenario.start), performance.timeOrigin + performance.now(), 1]),
  );
  const child = fork(scene, {
    execArgv: ["--import", clock],
    env: {
      ...process.env,
      TORTURE_CLOCK: file,
      TORTURE_TIMERS: "real",
      NODE_NO_WARNINGS: "1",
      NODE_COMPILE_CACHE: compiled,
    },
    serialization: "advanced",
  });
  try {
    child.send({ scenario, ledger });
    const [report] = (await Promise.race([once(child, "message"), once(child, "exit")])) as [unknown];
    if (typeof report !== "object" || report === null)
      throw new Error(`The scene broke down: ${JSON.stringify(scenario)}`);
    return report as Report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
