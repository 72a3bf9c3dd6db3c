import type { Booking } from "../model/booking.ts";
import type { Approval, State } from "../model/delivery.ts";
import { json, text, textOrNull } from "./rows.ts";
import type { Row, Store } from "./store.ts";

/** All that may still change, and all that is due from a moment on: what a plan looks at. */
export async function bookingsSince(store: Store, since: Date): Promise<readonly Booking[]> {
  const rows = await store.read(
    `SELECT id, entry, story, campaign, step, part, account, state, due_at, first_due_at, wanted_at, moved_by, edited, dropped,
       tried_at, tries, waits_since, approvals, changed_at FROM delivery
     WHERE state IN ('draft', 'scheduled', 'held', 'sending', 'handed', 'failed', 'unsure') OR due_at >= ?
     ORDER BY due_at, account, campaign, step, entry, story, part`,
    since.toISOString(),
  );
  return Map.groupBy(rows, threadOf).values().map(bookingOf).toArray();
}

const threadOf = (row: Row): string =>
  ["account", "campaign", "step", "entry", "story"].map((column) => text(row, column)).join(" ");

const stateOf = (row: Row): State => text(row, "state") as State;

const waiting: ReadonlySet<State> = new Set(["draft", "scheduled"]);

/** The parts of one thread, as one. */
function bookingOf(parts: readonly Row[]): Booking {
  const [first = {}] = parts;
  const settled = parts.find((part) => !waiting.has(stateOf(part)));
  const agreed = parts.flatMap((part) =>
    (json<readonly Approval[]>(part, "approvals") ?? []).map(({ at }) => at),
  );
  return {
    ids: parts.map((part) => text(part, "id")),
    entry: text(first, "entry"),
    story: text(first, "story") || null,
    campaign: text(first, "campaign"),
    step: text(first, "step"),
    account: text(first, "account"),
    state: stateOf(settled ?? first),
    dueAt: text(first, "due_at"),
    wantedAt: textOrNull(first, "wanted_at") ?? text(first, "first_due_at"),
    movedBy: parts.map((part) => textOrNull(part, "moved_by")).find((who) => who !== null) ?? null,
    edited: parts.some((part) => part.edited === 1),
    dropped: parts.every((part) => part.dropped === 1),
    tried: parts.some((part) => Number(part.tries) > 0 || (part.tried_at ?? part.waits_since) !== null),
    agreedAt: agreed.toSorted().at(-1) ?? null,
    changedAt:
      parts
        .map((part) => text(part, "changed_at"))
        .toSorted()
        .at(-1) ?? "",
  };
}
