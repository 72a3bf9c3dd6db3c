import type { PlannedDelivery } from "../model/delivery.ts";
import { text, textOrNull } from "./rows.ts";
import { planAbout } from "./subject.ts";
import type { Row, Store, Tx } from "./store.ts";

/** An alarm as the ledger keeps it. Times are ISO 8601 in UTC. */
export interface KeptAlarm {
  readonly key: string;
  /** What was said when it was raised. */
  readonly text: string;
  readonly raisedAt: string;
  /** When somebody was told; null where nobody could be. */
  readonly toldAt: string | null;
}

/** What holds now. */
export interface Held {
  readonly key: string;
  readonly text: string;
  /** May be told through the alarm account. */
  readonly tellable: boolean;
}

/** Makes of what is to be told one message; null where there is none to make. Pure: it may be asked twice. */
export type Telling = (
  told: readonly string[],
  over: readonly KeptAlarm[],
) => Omit<PlannedDelivery, "entry"> | null;

export interface Alarms {
  /** Those that held at the last look. */
  held(): Promise<readonly KeptAlarm[]>;
  /**
   * Raises what is new, ends what no longer holds, and plans one message of both, all or nothing: of two processes that
   * look at the same time only one tells. `tell` null: nobody can be told. The keys of what is new.
   */
  settle(now: readonly Held[], at: Date, tell: Telling | null): Promise<readonly string[]>;
}

export function alarmsOf(store: Store): Alarms {
  return {
    held: async () => (await store.read(holding)).map(keptOf),
    settle: async (now, at, tell) => {
      const known = (await store.read(holding)).map(keptOf);
      if (!differs(known, now, tell !== null)) return [];
      return store.commit((tx) => settle(tx, now, at.toISOString(), tell));
    },
  };
}

const holding = "SELECT key, text, raised_at, told_at FROM alarm WHERE ended_at IS NULL ORDER BY raised_at";

const keptOf = (row: Row): KeptAlarm => ({
  key: text(row, "key"),
  text: text(row, "text"),
  raisedAt: text(row, "raised_at"),
  toldAt: textOrNull(row, "told_at"),
});

/** Nearly always nothing does, and then nothing is written. */
function differs(known: readonly KeptAlarm[], now: readonly Held[], telling: boolean): boolean {
  const kept = new Map(known.map((one) => [one.key, one]));
  const untold = ({ key, tellable }: Held): boolean => telling && tellable && kept.get(key)?.toldAt === null;
  return now.length !== kept.size || now.some((one) => !kept.has(one.key) || untold(one));
}

async function settle(
  tx: Tx,
  now: readonly Held[],
  at: string,
  tell: Telling | null,
): Promise<readonly string[]> {
  const keys = new Set(now.map(({ key }) => key));
  const over: KeptAlarm[] = [];
  for (const kept of (await tx.all(holding)).map(keptOf))
    if (!keys.has(kept.key) && (await end(tx, kept.key, at))) over.push(kept);
  const raised: string[] = [];
  for (const held of now) if (await raise(tx, held, at)) raised.push(held.key);
  if (tell !== null) await tellOf(tx, now, over, at, tell);
  return raised;
}

async function tellOf(
  tx: Tx,
  now: readonly Held[],
  over: readonly KeptAlarm[],
  at: string,
  tell: Telling,
): Promise<void> {
  const told: string[] = [];
  for (const { key, tellable } of now) if (tellable && (await note(tx, key, at))) told.push(key);
  const message = tell(
    told,
    over.filter(({ toldAt }) => toldAt !== null),
  );
  if (message !== null) await planAbout(tx, { id: "(alarms)", title: "Alarms" }, message, at);
}

const end = async (tx: Tx, key: string, at: string): Promise<boolean> =>
  (await tx.run("UPDATE alarm SET ended_at = ? WHERE key = ? AND ended_at IS NULL", at, key)) === 1;

async function raise(tx: Tx, { key, text: said }: Held, at: string): Promise<boolean> {
  const sql = "INSERT INTO alarm (key, text, raised_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
  return (await tx.run(sql, key, said, at)) === 1;
}

const note = async (tx: Tx, key: string, at: string): Promise<boolean> =>
  (await tx.run(
    "UPDATE alarm SET told_at = ? WHERE key = ? AND ended_at IS NULL AND told_at IS NULL",
    at,
    key,
  )) === 1;
