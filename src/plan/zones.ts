import { createRequire } from "node:module";
import type * as polyfill from "temporal-polyfill";
import { lazy } from "../model/lazy.ts";
import type { Moment, Offsets } from "./clock.ts";

/** Loaded where a wall clock is asked for: what goes out at once needs none. */
const loadTemporal = lazy(() => createRequire(import.meta.url)("temporal-polyfill") as typeof polyfill);

/** Between two changes of a zone's clocks. */
interface Season {
  readonly from: Moment;
  readonly to: Moment;
  readonly offset: number;
}

const known = new Map<string, Offsets>();

/** The clocks of a zone, by its IANA name, as this system knows them. */
export function offsetsOf(zone: string): Offsets {
  const offsets = known.get(zone) ?? remember(zone);
  known.set(zone, offsets);
  return offsets;
}

/** Asking the calendar takes long, so every season is asked for once. */
function remember(zone: string): Offsets {
  const seasons: Season[] = [];
  let last: Season | undefined;
  const covers = (season: Season | undefined, moment: Moment): season is Season =>
    season !== undefined && season.from <= moment && moment < season.to;
  return (moment) => {
    if (!covers(last, moment)) last = seasons.find((season) => covers(season, moment));
    if (last === undefined) {
      last = seasonAt(moment, zone);
      seasons.push(last);
    }
    return last.offset;
  };
}

function seasonAt(moment: Moment, zone: string): Season {
  const { Temporal } = loadTemporal();
  const at = Temporal.Instant.fromEpochMilliseconds(Math.floor(moment)).toZonedDateTimeISO(zone);
  const begin = at.add({ milliseconds: 1 }).getTimeZoneTransition("previous");
  const end = at.getTimeZoneTransition("next");
  return {
    from: begin?.epochMilliseconds ?? -Infinity,
    to: end?.epochMilliseconds ?? Infinity,
    offset: at.offsetNanoseconds / 1_000_000,
  };
}
