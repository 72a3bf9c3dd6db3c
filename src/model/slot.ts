/** A wall-clock time, in the zone of the account that posts. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
}

/** 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/**
 * `now`, `HH:MM` (that day, at once if already past), `next HH:MM` (the first such moment from now on) or
 * `1d before at HH:MM` (so many days before an event).
 */
export type At =
  | { readonly kind: "now" }
  | { readonly kind: "clock"; readonly clock: Clock }
  | { readonly kind: "next"; readonly clock: Clock; readonly days?: readonly Weekday[] }
  | { readonly kind: "before"; readonly before: number; readonly clock: Clock };

/** `every: 1d at 10:00`. */
export interface Every {
  readonly days: number;
  readonly clock: Clock;
}

/** A day of the calendar, as `2026-12-24`. */
export type DateText = string;

/** `on: monthly 1 at 10:00`, `weekly Mon at 10:00`, `2026-12-24 10:00`. A month without that day has it on its last. */
export type On =
  | { readonly kind: "monthly"; readonly day: number; readonly clock: Clock }
  | { readonly kind: "weekly"; readonly weekday: Weekday; readonly clock: Clock }
  | { readonly kind: "once"; readonly date: DateText; readonly clock: Clock };

/** When nothing goes out. */
export interface Quiet {
  /** May go over midnight: 22:00-07:00. Null for no hours. */
  readonly hours: { readonly from: Clock; readonly to: Clock } | null;
  readonly weekdays: readonly Weekday[];
  readonly dates: readonly DateText[];
}

/** How often an account may be heard, and when; all clocks are those of its zone. */
export interface Pace {
  /** IANA name. */
  readonly zone: string;
  readonly quiet: Quiet | null;
  /** Seconds between two posts at least; null for the usual, which what goes out `now` need not keep. */
  readonly gap: number | null;
  /** Posts a day at most (a thread is one); null for as many as there are. */
  readonly perDay: number | null;
}
