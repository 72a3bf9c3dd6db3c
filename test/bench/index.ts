import { benchDeliveries } from "./deliveries.bench.ts";

/** Ratios measured in one run, best read as they are: absolute figures depend on the machine. */
await benchDeliveries();
