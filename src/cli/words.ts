import type { Correction } from "../model/correction.ts";
import type { Delivery } from "../model/delivery.ts";
import { writeMoment } from "../model/moment.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A moment as people say it: “Tue 7 Apr, 16:00 Berlin, in 3 days”. */
export function inWords(moment: Date, now: Date, zone: string): string {
  return `${writeMoment(moment, zone)}, ${distance(moment.getTime() - now.getTime())}`;
}

function distance(span: number): string {
  const size = Math.abs(span);
  const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
  if (size < minute) return "now";
  if (size < hour) return words.format(Math.round(span / minute), "minute");
  if (size < day) return words.format(Math.round(span / hour), "hour");
  return words.format(Math.round(span / day), "day");
}

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
