import { alarmsOfAccounts } from "./accounts.ts";
import type { Alarm } from "./alarm.ts";
import { alarmsOfDeliveries } from "./deliveries.ts";
import { alarmsOfEntries } from "./entries.ts";
import { alarmsOfBudgets, alarmsOfLimits } from "./limits.ts";
import { alarmsOfMachine } from "./machine.ts";
import { alarmsOfReceivers } from "./receivers.ts";
import { alarmsOfPages } from "./pages.ts";
import { alarmsOfStop } from "./stop.ts";
import { alarmsOfSubscriptions } from "./subscriptions.ts";
import type { World } from "./world.ts";

/** Everything that should be otherwise, alarms before warnings. Pure. */
export function alarmsOf(world: World, now: Date): readonly Alarm[] {
  const all = [
    ...alarmsOfStop(world),
    ...alarmsOfMachine(world, now),
    ...alarmsOfAccounts(world),
    ...alarmsOfLimits(world),
    ...alarmsOfBudgets(world),
    ...alarmsOfEntries(world, now),
    ...alarmsOfDeliveries(world, now),
    ...alarmsOfPages(world, now),
    ...alarmsOfSubscriptions(world),
    ...alarmsOfReceivers(world, now),
  ];
  return all.toSorted((a, b) => a.severity.localeCompare(b.severity));
}
