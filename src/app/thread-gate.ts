import type { App } from "../app.ts";
import type { Next } from "../ledger/claims.ts";
import { stateBefore } from "../ledger/threads.ts";
import type { State } from "../model/delivery.ts";
import { worded } from "../model/worded.ts";
import type { Gate } from "./gate.ts";

/** A part of a thread goes out below the one before it; where that does not, somebody must know. */
export function threadGateOf({ ledger }: Pick<App, "ledger">): Gate {
  return async ({ id, part }) => {
    if (part === 1) return null;
    const before = await stateBefore(ledger.store, id);
    if (before === undefined || before.state === "sent" || before.state === "handed") return null;
    // Where it came back meanwhile the ledger keeps this one scheduled.
    return { state: "held", reason: whyStranded(before.state, before.id), setAside: true } satisfies Next;
  };
}

function whyStranded(state: State, id: string): string {
  switch (state) {
    case "failed":
      return worded`The part before it has failed: carillon retry ${id} sends both, carillon cancel ${id} neither.`;
    case "cancelled":
      return worded`The part before it was cancelled: carillon retry ${id} sends both; or cancel this part as well.`;
    default:
      return worded`The part before it was taken back, and this one cannot stand alone: cancel it.`;
  }
}
