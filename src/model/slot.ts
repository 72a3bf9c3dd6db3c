/** A wall-clock time in the site's zone. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
}

/** `now`, `HH:MM` (that day, at once if already past) or `next HH:MM` (the first such moment from now on). */
export type At =
  | { readonly kind: "now" }
  | { readonly kind: "clock"; readonly clock: Clock }
  | { readonly kind: "next"; readonly clock: Clock };

/** `every: 1d at 10:00`. */
export interface Every {
  readonly days: number;
  readonly clock: Clock;
}
