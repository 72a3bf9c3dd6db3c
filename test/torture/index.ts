import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { playAll } from "./company.ts";
import { classes, type Class } from "./networks/network.ts";
import { networks } from "./networks/index.ts";
import { kinds, plan, type Kind, type Scenario } from "./scenario.ts";
import type { Report } from "./scene.ts";
import { happeningsOf, tableOf } from "./table.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    kills: { type: "string", default: "2000" },
    share: { type: "string", default: "20" },
    class: { type: "string", multiple: true },
    network: { type: "string", multiple: true },
    kind: { type: "string", multiple: true },
    scene: { type: "string" },
    width: { type: "string", default: String(Math.max(2, availableParallelism())) },
    ledger: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

const help = `npm run torture -- [options]: kills Carillon again and again, and counts what followers see.

  --seed N        the same scenes and faults again (1)
  --kills N       how often processes are killed in all (2000)
  --share N       how often in one scene (20)
  --class C       only this class of channel: ${classes.join(", ")}; may be given again
  --network N     only networks whose name begins so; may be given again
  --kind K        only scenes about this: ${kinds.join(", ")}; may be given again
  --scene JSON    this one scene, as a failure prints it
  --width N       scenes side by side
  --ledger URL    another ledger than a file; emptied by you between scenes, so with --scene`;

async function main(): Promise<boolean> {
  const missing = await Promise.all(networks.map(async (one) => [one, await one.missing?.()] as const));
  for (const [{ name }, why] of missing) if (why !== undefined) console.log(`skipped: ${name}: ${why}`);
  const there = missing.flatMap(([one, why]) => (why === undefined ? [one] : []));
  const named = there.filter(({ name }) => values.network?.some((start) => name.startsWith(start)) ?? true);
  const scenarios = values.scene
    ? [JSON.parse(values.scene) as Scenario]
    : plan({
        seed: Number(values.seed),
        kills: Number(values.kills),
        share: Number(values.share),
        classes: (values.class ?? classes) as readonly Class[],
        networks: named,
        kinds: (values.kind ?? kinds) as readonly Kind[],
      });
  const seen: Report[] = [];
  const progress = progressOf(scenarios.length);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      console.log(`\nEnded after ${seen.length} of ${scenarios.length} scenes.`);
      conclude(seen);
      process.exit(1);
    });
  const see = (report: Report): void => {
    seen.push(report);
    progress(report);
  };
  await playAll(scenarios, Number(values.width), see, values.ledger);
  return conclude(seen);
}

function conclude(reports: readonly Report[]): boolean {
  const minutes = (performance.now() / 60_000).toFixed(1);
  console.log(`\n${happeningsOf(reports)}\n\n${tableOf(reports)}\n\nseed ${values.seed}, ${minutes} minutes`);
  return reports.every(({ breaches }) => breaches.length === 0);
}

/** Breaches of a scene that are told in full. */
const shown = 5;

/** A failure is told at once, with how to play it again. */
function progressOf(all: number): (report: Report) => void {
  let done = 0;
  let kills = 0;
  return (report) => {
    done += 1;
    kills += report.kills;
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all} scenes, ${kills} kills `);
    if (report.breaches.length === 0) return;
    console.log(`\nBROKEN: ${report.scenario.network}, ${report.scenario.kind}`);
    console.log(`  again: npm run torture -- --scene '${JSON.stringify(report.scenario)}'`);
    for (const breach of report.breaches.slice(0, shown)) console.log(`  ${breach}`);
    if (report.breaches.length > shown) console.log(`  … and ${report.breaches.length - shown} more`);
  };
}

if (values.help) console.log(help);
else process.exitCode = (await main()) ? 0 : 1;
