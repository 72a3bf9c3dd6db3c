import { benchDeliveries } from "./deliveries.bench.ts";
import { benchIdle } from "./idle.bench.ts";
import { benchPages } from "./pages.bench.ts";
import { benchPolling } from "./polling.bench.ts";
import { benchStart } from "./start.bench.ts";

/** Ratios measured in one run, best read as they are: absolute figures depend on the machine. */
const benches: Readonly<Record<string, () => Promise<void>>> = {
  deliveries: benchDeliveries,
  idle: benchIdle,
  pages: benchPages,
  polling: benchPolling,
  start: benchStart,
};
const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches))
  if (wanted.length === 0 || wanted.includes(name)) await bench();
