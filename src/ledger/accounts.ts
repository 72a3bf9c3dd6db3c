import type { Json } from "../model/json.ts";
import { json, text, textOrNull } from "./rows.ts";
import type { Row, Store } from "./store.ts";

/** What is remembered of an account between two posts. */
export interface AccountState {
  readonly name: string;
  /** Why it waits for an operator; null when it does not. */
  readonly parked: string | null;
  /** ISO 8601, UTC: the network asked us to wait. */
  readonly busyUntil: string | null;
  /** What its server said of its limits when we last signed in; null where it says nothing. */
  readonly limits: Json | null;
  /** Who we were there when we last signed in; null before that. */
  readonly profile: KnownProfile | null;
  /** ISO 8601, UTC: when its credentials stop working, as the network said when we last signed in. */
  readonly expiresAt: string | null;
}

export interface KnownProfile {
  /** The network's own. */
  readonly id: string;
  readonly name: string;
  readonly handle: string;
  /** Its picture's address. */
  readonly avatar?: string;
}

export interface Accounts {
  all(): Promise<ReadonlyMap<string, AccountState>>;
  /** Back to work: neither parked nor busy. False where it was neither. */
  release(name: string): Promise<boolean>;
  remember(name: string, limits: Json | null): Promise<void>;
  /** Who we are there, and until when. */
  recognise(name: string, profile: KnownProfile | null, expiresAt: string | null): Promise<void>;
}

export function accountsOf(store: Store): Accounts {
  return {
    all: async () =>
      new Map((await store.read("SELECT * FROM account")).map((row) => [text(row, "name"), stateOf(row)])),
    release: (name) => store.commit(async (tx) => (await tx.run(release, name)) === 1),
    remember: (name, limits) =>
      store.commit(
        async (tx) => void (await tx.run(remember, name, limits === null ? null : JSON.stringify(limits))),
      ),
    recognise: (name, profile, expiresAt) =>
      store.commit(async (tx) => {
        await tx.run(recognise, name, profile === null ? null : JSON.stringify(profile), expiresAt);
      }),
  };
}

const release = `UPDATE account SET parked = NULL, busy_until = NULL, reason = NULL
  WHERE name = ? AND (parked IS NOT NULL OR busy_until IS NOT NULL)`;

const remember = `INSERT INTO account (name, limits) VALUES (?, ?)
  ON CONFLICT (name) DO UPDATE SET limits = excluded.limits`;

const recognise = `INSERT INTO account (name, profile, expires_at) VALUES (?, ?, ?)
  ON CONFLICT (name) DO UPDATE SET profile = excluded.profile, expires_at = excluded.expires_at`;

const stateOf = (row: Row): AccountState => ({
  name: text(row, "name"),
  parked: textOrNull(row, "parked"),
  busyUntil: textOrNull(row, "busy_until"),
  limits: json<Json>(row, "limits"),
  profile: json<KnownProfile>(row, "profile"),
  expiresAt: textOrNull(row, "expires_at"),
});
