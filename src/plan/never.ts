import { bareEntry, type Entry } from "../model/entry.ts";
import type { KnownEntry } from "../model/sighting.ts";
import type { Moment } from "./clock.ts";
import { replan } from "./replan.ts";
import type { World } from "./world.ts";
import { offsetsOf } from "./zones.ts";

/** A step whose posts find no place on an account, whenever an entry comes. */
export interface NeverComing {
  readonly campaign: string;
  readonly step: string;
  readonly account: string;
  readonly why: string;
}

/** What never goes out, in no week, at whatever time of the day an entry comes. Stories are those of a made-up entry. Pure. */
export function neverComing(
  places: Pick<World, "campaigns" | "asleep" | "paces" | "pace" | "languages" | "originals">,
  now: Date,
): readonly NeverComing[] {
  const found = new Map<string, NeverComing>();
  const fits = new Set<string>();
  for (let hour = 0; hour < 7 * 24; hour += 7) {
    const at = now.getTime() + hour * 3_600_000;
    const { add, never } = replan(worldAt(places, at), new Date(at));
    for (const { wish } of add) fits.add(labelOf(wish.campaign.name, wish.step.name, wish.account));
    for (const { wish, why } of never) {
      const one = { campaign: wish.campaign.name, step: wish.step.name, account: wish.account };
      found.set(labelOf(one.campaign, one.step, one.account), { ...one, why });
    }
  }
  return [...found].filter(([label]) => !fits.has(label)).map(([, one]) => one);
}

const labelOf = (...parts: readonly string[]): string => parts.join(" ");

/** One entry a source becomes news at that moment, and nothing else is planned. */
function worldAt(places: Parameters<typeof neverComing>[0], moment: Moment): World {
  const at = new Date(moment).toISOString();
  const sources = [...new Set(places.campaigns.map(({ source }) => source)), ...places.originals.keys()];
  const entries = sources.map((source) => madeUp(source, at));
  return {
    ...places,
    entries,
    newest: new Map(entries.map((one) => [one.entry.source, one])),
    bookings: [],
    changed: new Set(),
    success: new Map(),
    since: new Date(moment),
    ahead: 366,
    offsets: offsetsOf,
  };
}

function madeUp(source: string, at: string): KnownEntry {
  const entry: Entry = { ...bareEntry, id: source, source, title: "", published: at, newsletter: true };
  const known = { id: source, entry, state: "news", reason: null, foundAt: at, newsAt: at } as const;
  return { ...known, plannedAt: null, fingerprint: "" };
}
