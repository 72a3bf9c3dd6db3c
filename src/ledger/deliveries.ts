import { randomUUID } from "node:crypto";
import {
  mayBecome,
  type Attempt,
  type Delivery,
  type PlannedDelivery,
  type State,
} from "../model/delivery.ts";
import { writeDecision, type Decision } from "./audit.ts";
import { attemptOf, deliveryOf, text } from "./rows.ts";
import { doubtPlanned } from "./restoration.ts";
import type { Row, Store, Tx, Value } from "./store.ts";
import { follow } from "./threads.ts";

export interface DeliveryFilter {
  readonly ids?: readonly string[];
  readonly states?: readonly State[];
  readonly entry?: string;
  readonly account?: string;
  readonly campaign?: string;
  /** Due at or after; before. ISO 8601. */
  readonly from?: string;
  readonly to?: string;
  /** First due before, ISO 8601, whatever was tried since. */
  readonly firstBefore?: string;
  /** Changed at or after. ISO 8601. */
  readonly changedSince?: string;
  /** The newest first. */
  readonly newest?: boolean;
  readonly limit?: number;
}

export interface Deliveries {
  /** In the order in which they are due; `newest`: the other way round. */
  list(filter: DeliveryFilter): Promise<readonly Delivery[]>;
  get(id: string): Promise<Delivery | undefined>;
  /** Keeps what is not there yet; how many that were. */
  add(planned: readonly PlannedDelivery[], now: Date): Promise<number>;
  /** How many there are in each state. */
  counts(): Promise<Readonly<Partial<Record<State, number>>>>;
  /** The same for each of those entries. */
  countsOf(
    entries: readonly string[],
  ): Promise<ReadonlyMap<string, Readonly<Partial<Record<State, number>>>>>;
  /**
   * Compare-and-set: false where it is no longer in one of the states `from`. A person's `decision` is written down
   * with it: both or neither.
   */
  change(
    id: string,
    from: readonly State[],
    change: DeliveryChange,
    now: Date,
    decision?: Decision,
  ): Promise<boolean>;
}

export interface DeliveryChange {
  readonly state?: State;
  readonly dueAt?: string;
  readonly post?: Delivery["post"];
  readonly edited?: boolean;
  readonly approvals?: Delivery["approvals"];
  readonly receipt?: Delivery["receipt"];
  readonly reason?: string | null;
  /** Begin anew: no memo, no tries. Only where nothing of it is live. */
  readonly anew?: boolean;
  /** The person who chose `dueAt`: the plan moves it no more. Null gives it back to the plan. */
  readonly movedBy?: string | null;
  /** The person who lets it go out without its page. */
  readonly waivedBy?: string;
}

export function deliveriesOf(store: Store): Deliveries {
  return {
    list: (filter) => list(store, filter),
    get: async (id) => (await list(store, { ids: [id] }))[0],
    add: (planned, now) => store.commit((tx) => insertPlanned(tx, planned, now)),
    counts: () => counts(store),
    countsOf: (entries) => countsOf(store, entries),
    change: (id, from, change, now, decision) =>
      store.commit(async (tx) => {
        const done = await applyChange(tx, id, from, change, now);
        if (done && change.state) await follow(tx, id, change.state);
        if (done && decision !== undefined) await writeDecision(tx, decision);
        return done;
      }),
  };
}

async function list(store: Store, filter: DeliveryFilter): Promise<readonly Delivery[]> {
  const { where, values } = conditions(filter);
  const limit = filter.limit === undefined ? "" : ` LIMIT ${Math.trunc(filter.limit)}`;
  const order = filter.newest ? "due_at DESC" : "due_at";
  const rows = await store.read(
    `SELECT * FROM delivery ${where} ORDER BY ${order}, entry, story, part, account${limit}`,
    ...values,
  );
  const attempts = await attemptsOf(
    store,
    rows.map((row) => text(row, "id")),
  );
  return rows.map((row) => deliveryOf(row, attempts.get(text(row, "id")) ?? []));
}

function conditions(filter: DeliveryFilter): { where: string; values: Value[] } {
  const clauses: [string, readonly Value[]][] = [];
  // Of one entry there are few: the database must not go through all that its account, campaign or state ever had instead.
  const own = filter.entry ? " || ''" : "";
  if (filter.ids) clauses.push([`id IN (${marks(filter.ids)})`, filter.ids]);
  if (filter.states) clauses.push([`state${own} IN (${marks(filter.states)})`, filter.states]);
  if (filter.entry) clauses.push(["entry = ?", [filter.entry]]);
  if (filter.account) clauses.push([`account${own} = ?`, [filter.account]]);
  if (filter.campaign) clauses.push([`campaign${own} = ?`, [filter.campaign]]);
  const from = filter.from ?? (isLong(filter) ? "" : undefined);
  if (from !== undefined) clauses.push(["due_at >= ?", [from]]);
  if (filter.to) clauses.push(["due_at < ?", [filter.to]]);
  if (filter.firstBefore) clauses.push(["first_due_at < ?", [filter.firstBefore]]);
  if (filter.changedSince) clauses.push(["changed_at >= ?", [filter.changedSince]]);
  const where = clauses.map(([sql]) => sql).join(" AND ");
  return { where: where && `WHERE ${where}`, values: clauses.flatMap(([, values]) => values) };
}

/** Few of what may be very many: by its time, which all have, the database finds them without sorting the rest. */
const isLong = ({ limit, ids, entry, states = [] }: DeliveryFilter): boolean =>
  limit !== undefined && ids === undefined && entry === undefined && states.length < 2;

export const marks = (values: readonly unknown[]): string => values.map(() => "?").join(", ");

/** SQLite takes 32,766 parameters in one statement. */
const chunk = 10_000;

/** Of each, in order. */
export async function attemptsOf(store: Store, ids: readonly string[]): Promise<Map<string, Attempt[]>> {
  const found = new Map<string, Attempt[]>();
  for (let at = 0; at < ids.length; at += chunk) {
    const some = ids.slice(at, at + chunk);
    const rows = await store.read(
      `SELECT * FROM attempt WHERE delivery IN (${marks(some)}) ORDER BY delivery, number`,
      ...some,
    );
    for (const row of rows) keep(found, row);
  }
  return found;
}

function keep(found: Map<string, Attempt[]>, row: Row): void {
  const id = text(row, "delivery");
  const known = found.get(id) ?? [];
  known.push(attemptOf(row));
  found.set(id, known);
}

async function countsOf(
  store: Store,
  entries: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Partial<Record<State, number>>>>> {
  const rows = await store.read(
    `SELECT entry, state, count(*) AS number FROM delivery WHERE entry IN (${marks(entries)}) GROUP BY entry, state`,
    ...entries,
  );
  const groups = Map.groupBy(rows, (row) => text(row, "entry"));
  return new Map(
    [...groups].map(([entry, some]) => [
      entry,
      Object.fromEntries(some.map((row) => [text(row, "state"), Number(row.number)])),
    ]),
  );
}

async function counts(store: Store): Promise<Partial<Record<State, number>>> {
  const rows = await store.read("SELECT state, many FROM delivery_count WHERE many > 0 ORDER BY state");
  return Object.fromEntries(rows.map((row) => [text(row, "state"), Number(row.many)]));
}

const columns: Readonly<Record<keyof DeliveryChange, (value: never) => readonly [string, Value][]>> = {
  state: (value: State) => [
    ["state", value],
    ["dropped", 0],
    ["waits_since", null],
    ["set_aside", null],
  ],
  movedBy: (value: string | null) => [["moved_by", value]],
  waivedBy: (value: string) => [["waived_by", value]],
  dueAt: (value: string) => [
    ["due_at", value],
    ["first_due_at", value],
  ],
  post: (value: object) => [["post", JSON.stringify(value)]],
  edited: (value: boolean) => [["edited", value ? 1 : 0]],
  approvals: (value: object) => [["approvals", JSON.stringify(value)]],
  receipt: (value: object | null) => [["receipt", value && JSON.stringify(value)]],
  reason: (value: string | null) => [["reason", value]],
  anew: (value: boolean) =>
    value
      ? [
          ["memo", null],
          ["armed_at", null],
          ["tries", 0],
        ]
      : [],
};

async function applyChange(
  tx: Tx,
  id: string,
  from: readonly State[],
  change: DeliveryChange,
  now: Date,
): Promise<boolean> {
  const to = change.state;
  const allowed = to === undefined ? from : from.filter((state) => state === to || mayBecome(state, to));
  if (allowed.length === 0) return false;
  const pairs = Object.entries(change).flatMap(([key, value]) =>
    columns[key as keyof DeliveryChange](value as never),
  );
  const all: readonly [string, Value][] = [
    ...pairs,
    ["lease_by", null],
    ["lease_until", null],
    ["changed_at", now.toISOString()],
  ];
  const set = all.map(([column]) => `${column} = ?`).join(", ");
  const sql = `UPDATE delivery SET ${set} WHERE id = ? AND state IN (${marks(allowed)})`;
  return (await tx.run(sql, ...all.map(([, value]) => value), id, ...allowed)) === 1;
}

/** Keeps what is not there yet, a thread whole or not at all; how many posts that were. */
export async function insertPlanned(tx: Tx, planned: readonly PlannedDelivery[], now: Date): Promise<number> {
  const threads = Map.groupBy(planned, (one) =>
    [one.account, one.campaign, one.step, one.entry, one.story].join(" "),
  );
  // What is due at the same moment goes out in the order of the ids: that in which it was planned.
  const ids = planned.map(shortId).toSorted();
  let added = 0;
  for (const parts of threads.values()) {
    if (await isPlanned(tx, parts[0])) continue;
    for (const one of parts) added += await insertOne(tx, one, now.toISOString(), ids[added]);
  }
  await doubtPlanned(tx, ids.slice(0, added));
  return added;
}

async function isPlanned(tx: Tx, one: PlannedDelivery | undefined): Promise<boolean> {
  if (one === undefined) return true;
  const sql =
    "SELECT 1 FROM delivery WHERE account = ? AND campaign = ? AND step = ? AND entry = ? AND story = ?";
  return (await tx.all(sql, one.account, one.campaign, one.step, one.entry, one.story ?? "")).length > 0;
}

export function insertOne(tx: Tx, one: PlannedDelivery, now: string, id = shortId()): Promise<number> {
  return tx.run(
    `INSERT INTO delivery (id, entry, story, campaign, step, part, parts, account, channel, state, due_at, first_due_at, wanted_at, post, needs, reason, changed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    id,
    one.entry,
    one.story ?? "",
    one.campaign,
    one.step,
    one.part,
    one.parts,
    one.account,
    one.channel,
    one.state,
    one.dueAt,
    one.dueAt,
    one.wantedAt ?? null,
    JSON.stringify(one.post),
    one.approvalsNeeded,
    one.reason,
    now,
  );
}

/** Short enough to type, long enough not to meet again: 60 bits. */
export const shortId = (): string => randomUUID().replaceAll("-", "").slice(0, 15);
