import type { Booking } from "../model/booking.ts";
import type { Moment } from "./clock.ts";
import type { Wish } from "./wish.ts";

/** What has to change in the ledger so that it is as planned. Every `why` is a sentence for people. */
export interface Difference {
  readonly add: readonly Addition[];
  readonly move: readonly Move[];
  readonly cancel: readonly Change[];
  readonly hold: readonly Change[];
  /** Cancelled by an earlier plan, and wanted again. */
  readonly revive: readonly Move[];
  /** Their entry has other words now. */
  readonly reword: readonly Booking[];
  /** What is not as planned, and stays so: because a person wants it, or because it is out. */
  readonly keep: readonly Change[];
  /** What is asked for and cannot be. */
  readonly never: readonly { readonly wish: Wish; readonly why: string }[];
}

export interface Addition {
  readonly wish: Wish;
  readonly at: Moment;
}

export interface Move {
  readonly booking: Booking;
  readonly wish: Wish;
  readonly at: Moment;
  readonly why: string;
}

export interface Change {
  readonly booking: Booking;
  readonly why: string;
}

/** True where the ledger is as planned already. */
export function isEmpty({ add, move, cancel, hold, revive, reword }: Difference): boolean {
  return [add, move, cancel, hold, revive, reword].every(({ length }) => length === 0);
}
