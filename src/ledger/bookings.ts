import type { Booking } from "../model/booking.ts";
import type { Approval, State } from "../model/delivery.ts";
import { json, text, textOrNull } from "./rows.ts";
import type { Row, Store } from "./store.ts";

const open = "state IN ('draft', 'scheduled', 'held', 'sending', 'handed', 'failed', 'unsure')";

/** All that may still change, and all that is due from a moment on: what a plan looks at. */
export const bookingsSince = (store: Store, since: Date): Promise<readonly Booking[]> =>
  bookingsWhere(store, `${open} OR due_at >= ?`, since);

/** What is over, of what was due between two moments. */
export const bookingsOver = (store: Store, from: Date, to: Date): Promise<readonly Booking[]> =>
  bookingsWhere(store, `due_at >= ? AND due_at < ? AND NOT (${open})`, from, to);

async function bookingsWhere(store: Store, where: string, ...times: Date[]): Promise<readonly Booking[]> {
  const rows = await store.read(
    `SELECT id, entry, story, campaign, step, part, account, state, due_at, coalesce(wanted_at, first_due_at) AS wanted_at,
       moved_by, edited, dropped, (tries > 0 OR coalesce(tried_at, waits_since) IS NOT NULL) AS tried,
       CASE WHEN state IN ('draft', 'scheduled') THEN approvals ELSE '[]' END AS approvals, changed_at
     FROM delivery WHERE ${where} ORDER BY due_at, account, campaign, step, entry, story, part`,
    ...times.map((time) => time.toISOString()),
  );
  return Map.groupBy(rows, threadOf).values().map(bookingOf).toArray();
}

const threadOf = ({ account, campaign, step, entry, story }: Row): string =>
  `${account} ${campaign} ${step} ${entry} ${story}`;

const stateOf = (row: Row): State => text(row, "state") as State;

const waiting: ReadonlySet<State> = new Set(["draft", "scheduled"]);

/** The parts of one thread, as one. */
function bookingOf(parts: readonly Row[]): Booking {
  const [first = {}] = parts;
  const settled = parts.find((part) => !waiting.has(stateOf(part)));
  return {
    ids: parts.map((part) => text(part, "id")),
    entry: text(first, "entry"),
    story: text(first, "story") || null,
    campaign: text(first, "campaign"),
    step: text(first, "step"),
    account: text(first, "account"),
    state: stateOf(settled ?? first),
    dueAt: text(first, "due_at"),
    wantedAt: text(first, "wanted_at"),
    movedBy: parts.map((part) => textOrNull(part, "moved_by")).find((who) => who !== null) ?? null,
    edited: parts.some((part) => part.edited === 1),
    dropped: parts.every((part) => part.dropped === 1),
    tried: parts.some((part) => part.tried === 1),
    agreedAt: latest(parts.flatMap(agreementsTo)) ?? null,
    changedAt: latest(parts.map((part) => text(part, "changed_at"))) ?? "",
  };
}

/** ISO 8601, UTC. */
const agreementsTo = (part: Row): readonly string[] =>
  part.approvals === "[]" ? [] : (json<readonly Approval[]>(part, "approvals") ?? []).map(({ at }) => at);

const latest = (times: readonly string[]): string | undefined =>
  times.length < 2 ? times[0] : times.toSorted().at(-1);
