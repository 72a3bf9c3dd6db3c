import { worded } from "../model/worded.ts";
import { alarm, bare, type Alarm } from "./alarm.ts";
import type { World } from "./world.ts";

/** Somebody holds everything back: what is late for that needs no alarm of its own. */
export function alarmsOfStop({ stop = null }: World): readonly Alarm[] {
  if (stop === null) return [];
  const { at, who, reason } = stop;
  return [
    alarm("stop", "all", {
      severity: "warning",
      since: at,
      text: worded`${who} holds everything back: ${bare(reason)}.`,
      mend: worded`To go on: \`carillon release --all\`, or “Let everything go on” on the desk.`,
    }),
  ];
}
