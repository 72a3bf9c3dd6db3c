import { inWords } from "../app/clock-words.ts";
import type { BookingChange } from "../ledger/plans.ts";
import type { Correction } from "../model/correction.ts";
import type { Delivery } from "../model/delivery.ts";

const mended = {
  edit: "edited",
  reply: "answered",
  replace: "taken down, to be posted anew",
  remove: "taken back",
  leave: "left",
};

/** “edited bells announcement” */
export function describeMended({ account, step }: Delivery, { remedy, state, reason }: Correction): string {
  const what =
    state === "done" ? mended[remedy ?? "leave"] : `${remedy ?? ""} ${state === "wanted" ? "waits" : state}`;
  return `${what} ${account} ${step}${reason === null ? "" : `: ${reason}`}`;
}

const planned: Readonly<Record<BookingChange["kind"], string>> = {
  move: "moved",
  cancel: "cancelled",
  hold: "held",
  revive: "planned again",
};

/** “moved bells announcement from Tue 7 April, 16:00 Berlin, in 3 days to …: its step asks for another time.” */
export function describeChange(change: BookingChange, now: Date, zone: string): string {
  const { kind, booking, dueAt, why } = change;
  const to = dueAt === undefined ? "" : ` to ${inWords(new Date(dueAt), now, zone)}`;
  return `${planned[kind]} ${booking.account} ${booking.step}${to}: ${why}`;
}

/** The shape that `once --json` gives to what the plan did to posts that waited. */
export const changeJson = ({ kind, booking, dueAt, why }: BookingChange) => ({
  change: kind,
  deliveries: booking.ids,
  account: booking.account,
  step: booking.step,
  dueAt: dueAt ?? booking.dueAt,
  reason: why,
});
