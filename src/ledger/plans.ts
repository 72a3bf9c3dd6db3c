import type { Booking } from "../model/booking.ts";
import type { PlannedDelivery } from "../model/delivery.ts";
import type { KnownEntry } from "../model/sighting.ts";
import { writeDecision } from "./audit.ts";
import { bookingsOver, bookingsSince } from "./bookings.ts";
import { insertPlanned, marks } from "./deliveries.ts";
import { knownOf } from "./entries.ts";
import { text } from "./rows.ts";
import { one as only, type Store, type Tx } from "./store.ts";

/** What plans are made from, and how they are kept. */
export interface Plans {
  /** What the ledger was last planned from, and when; null before the first plan. */
  last(): Promise<{ readonly fingerprint: string; readonly at: Date } | null>;
  /** What became news since then, what has posts still to be planned, and what has posts that wait. */
  entries(since: Date): Promise<readonly KnownEntry[]>;
  /** Of a source, what is or was news, or was there before; the newest first. */
  newest(source: string, limit: number): Promise<readonly KnownEntry[]>;
  bookings(since: Date): Promise<readonly Booking[]>;
  /** What was due between two moments and is over: sent, cancelled or taken back. */
  over(from: Date, to: Date): Promise<readonly Booking[]>;
  /** All or nothing, but for what a worker or a person was quicker to change. */
  apply(changes: PlanChanges, now: Date): Promise<PlanCounts>;
  /** The next round plans anew. */
  forget(): Promise<void>;
}

export interface PlanChanges {
  readonly add: readonly PlannedDelivery[];
  readonly change: readonly BookingChange[];
  /** Entries of which nothing is left to be planned but what is to come. */
  readonly complete: readonly string[];
  readonly fingerprint: string;
}

/** Another time or state for a booking that is as it was seen. */
export interface BookingChange {
  readonly kind: "move" | "cancel" | "hold" | "revive";
  readonly booking: Booking;
  /** With `move` and `revive`. ISO 8601, UTC. */
  readonly dueAt?: string;
  readonly wantedAt?: string;
  readonly why: string;
}

/** Posts added, and bookings changed. */
export interface PlanCounts {
  readonly added: number;
  readonly changed: readonly BookingChange[];
}

export function plansOf(store: Store): Plans {
  return {
    last: async () => {
      const row = await only(store.read("SELECT fingerprint, at FROM plan WHERE id = 1"));
      return row ? { fingerprint: text(row, "fingerprint"), at: new Date(text(row, "at")) } : null;
    },
    entries: async (since) =>
      (
        await store.read(
          `SELECT * FROM entry WHERE (state = 'news' AND (planned_at IS NULL OR news_at >= ?))
             OR id IN (SELECT entry FROM delivery WHERE state IN ('draft', 'scheduled', 'held')) ORDER BY found_at, published, rowid`,
          since.toISOString(),
        )
      ).map(knownOf),
    newest: async (source, limit) =>
      (
        await store.read(
          `SELECT * FROM entry WHERE source = ? AND state IN ('news', 'baseline', 'old') ORDER BY published DESC, found_at DESC LIMIT ${limit}`,
          source,
        )
      ).map(knownOf),
    bookings: (since) => bookingsSince(store, since),
    over: (from, to) => bookingsOver(store, from, to),
    apply: (changes, now) => store.commit((tx) => apply(tx, changes, now)),
    forget: async () => void (await store.commit((tx) => tx.run("DELETE FROM plan"))),
  };
}

async function apply(
  tx: Tx,
  { add, change, complete, fingerprint }: PlanChanges,
  now: Date,
): Promise<PlanCounts> {
  const at = now.toISOString();
  const changed: BookingChange[] = [];
  for (const one of change) if (await changeOne(tx, one, at)) changed.push(one);
  const added = await insertPlanned(tx, add, now);
  for (const entry of complete)
    await tx.run("UPDATE entry SET planned_at = ? WHERE id = ? AND planned_at IS NULL", at, entry);
  await tx.run("DELETE FROM plan");
  await tx.run("INSERT INTO plan (id, fingerprint, at) VALUES (1, ?, ?)", fingerprint, at);
  return { added, changed };
}

const sets: Readonly<Record<BookingChange["kind"], string>> = {
  move: "due_at = ?, first_due_at = ?, wanted_at = ?",
  cancel: "state = 'cancelled', dropped = 1, reason = ?",
  hold: "state = 'held', reason = ?",
  revive: `due_at = ?, first_due_at = ?, wanted_at = ?, dropped = 0, reason = NULL, approvals = '[]', tries = 0,
    state = CASE WHEN needs > 0 THEN 'draft' ELSE 'scheduled' END`,
};

/** Only where nobody has touched it since it was looked at; what the plan does to it is written down as its decision. */
async function changeOne(tx: Tx, one: BookingChange, at: string): Promise<boolean> {
  const { kind, booking, why, dueAt = "", wantedAt = "" } = one;
  const values = kind === "cancel" || kind === "hold" ? [why] : [dueAt, dueAt, wantedAt];
  const asSeen =
    kind === "revive" ? "state = 'cancelled' AND dropped = 1" : "state IN ('draft', 'scheduled')";
  const sql = `UPDATE delivery SET ${sets[kind]}, changed_at = ?
    WHERE id IN (${marks(booking.ids)}) AND ${asSeen} AND changed_at <= ?`;
  const many = await tx.run(sql, ...values, at, ...booking.ids, booking.changedAt);
  const [subject = ""] = booking.ids;
  if (many > 0)
    await writeDecision(tx, { at, who: "the plan", action: kind, subject, detail: detailOf(one) });
  return many > 0;
}

const detailOf = ({ booking, dueAt, why }: BookingChange): string =>
  dueAt === undefined ? why : `From ${booking.dueAt} to ${dueAt}. ${why}`;
