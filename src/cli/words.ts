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
