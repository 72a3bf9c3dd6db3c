import type { App } from "../../app.ts";
import { calls, isSameThread, type Delivery } from "../../model/delivery.ts";
import type { KnownEntry } from "../../model/sighting.ts";
import { placeOf, type Place } from "./post-view.ts";

export interface Thread {
  readonly known: KnownEntry;
  /** In order. */
  readonly parts: readonly Delivery[];
  readonly place: Place;
}

/** The post that a part belongs to. */
export async function threadOf(app: App, id: string): Promise<Thread | undefined> {
  const one = await app.ledger.deliveries.get(id);
  if (one === undefined || one.campaign === calls) return undefined;
  const [known, place, all] = await Promise.all([
    app.ledger.entries.get(one.entry),
    placeOf(app, one.account),
    app.ledger.deliveries.list({ entry: one.entry, account: one.account }),
  ]);
  const parts = all.filter((other) => isSameThread(one, other)).toSorted((a, b) => a.part - b.part);
  return known && place ? { known, parts, place } : undefined;
}
