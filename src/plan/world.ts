import type { Booking } from "../model/booking.ts";
import type { Campaign } from "../model/campaign.ts";
import type { KnownEntry } from "../model/sighting.ts";
import type { Pace } from "../model/slot.ts";
import type { Success } from "../model/campaign.ts";
import type { Offsets } from "./clock.ts";

/** All that a plan follows from. */
export interface World {
  readonly campaigns: readonly Campaign[];
  /** Campaigns that stand in the configuration and cannot be read now: what they have planned stays. */
  readonly asleep: ReadonlySet<string>;
  /** By account; those that are not in it keep `pace`. */
  readonly paces: ReadonlyMap<string, Pace>;
  readonly pace: Pace;
  /** The language that an account posts translations in. */
  readonly languages: ReadonlyMap<string, string>;
  /** Of each account: what authors may have said for it in their entries. */
  readonly channels?: ReadonlyMap<string, string>;
  /** Of each source that translates another, the other. */
  readonly originals: ReadonlyMap<string, string>;
  /** Without the stories that stood in the issue before. Those that are no longer news lose their posts. */
  readonly entries: readonly KnownEntry[];
  /** The newest entry of each source, whether or not it was ever news to us. */
  readonly newest: ReadonlyMap<string, KnownEntry>;
  readonly bookings: readonly Booking[];
  /** Entries whose words have changed. */
  readonly changed: ReadonlySet<string>;
  /** What sent posts came to, by the id of their first part, where that is known. */
  readonly success: ReadonlyMap<string, Success>;
  /** Until when the calendar was looked at before; what it had since then was missed. */
  readonly since: Date;
  /** Days ahead for which steps by the calendar are planned; absent for a week: time enough to look at them. */
  readonly ahead?: number;
  /** The clocks of a zone. */
  readonly offsets: (zone: string) => Offsets;
}

export const paceOf = ({ paces, pace }: World, account: string): Pace => paces.get(account) ?? pace;
