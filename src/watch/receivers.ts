import { worded } from "../model/worded.ts";
import { enough } from "../model/event.ts";
import { alarm, because, type Alarm } from "./alarm.ts";
import type { World } from "./world.ts";

/** A receiver of events, as it takes them. */
export interface ReceiverState {
  readonly name: string;
  /** Its address may hold a secret; this does not. */
  readonly host: string;
  /** ISO 8601, UTC: since when it takes nothing. */
  readonly failingAt: string | null;
  readonly reason: string | null;
  /** Events that it will never have. */
  readonly lost: number;
}

/** Milliseconds for which one may be out of reach before anybody hears of it. */
const patience = 3_600_000;

/** Those who are to be told of events, and take none. */
export function alarmsOfReceivers({ receivers = [] }: World, now: Date): readonly Alarm[] {
  return receivers.flatMap(({ name, host, failingAt, reason, lost }) => {
    const isLong =
      failingAt !== null && (reason === enough || now.getTime() - Date.parse(failingAt) >= patience);
    if (failingAt === null || !(isLong || lost > 0)) return [];
    const words = {
      since: failingAt,
      text: worded`${host} takes no events${because(reason)}`,
      mend: worded`See that it answers with 2xx, or take it out of \`events\`; what it does not take is tried for three days.`,
    };
    if (lost === 0) return [alarm("events", name, { severity: "warning", ...words })];
    const text = worded`${host} takes no events, and ${lost} will never reach it${because(reason)}`;
    return [alarm("events", name, { ...words, text })];
  });
}
