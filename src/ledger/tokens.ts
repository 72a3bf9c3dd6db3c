import { text, textOrNull } from "./rows.ts";
import type { Row, Store, Value } from "./store.ts";

/** What an account got when it was connected. Times are ISO 8601 in UTC. */
export interface KeptToken {
  readonly account: string;
  readonly sealed: string;
  /** When the access token ends; null: it does not. */
  readonly expiresAt: string | null;
  /** When a person must sign in again; null: no such time is known. */
  readonly endsAt: string | null;
  readonly scopes: readonly string[];
  /** Grows with every change; leases leave it alone. */
  readonly version: number;
  readonly changedAt: string;
}

export type NewToken = Omit<KeptToken, "version">;

export interface TokenShelf {
  get(account: string): Promise<KeptToken | undefined>;
  all(): Promise<ReadonlyMap<string, KeptToken>>;
  /** A person signed in: replaces whatever was there. */
  put(token: NewToken): Promise<void>;
  /** The right to renew it, for some seconds; false where another worker has it, or it is no longer this version. */
  lease(account: string, version: number, worker: string, now: Date, seconds: number): Promise<boolean>;
  /** Renewed: false where it was changed meanwhile. */
  renew(token: NewToken, version: number): Promise<boolean>;
  /** Gives the right to renew back. */
  release(account: string, worker: string): Promise<void>;
  /** Its access token is to be renewed before it is used again; false where it is no longer this version. */
  doubt(account: string, version: number, now: Date): Promise<boolean>;
  /** False where there was none. */
  remove(account: string): Promise<boolean>;
}

export function tokensOf(store: Store): TokenShelf {
  const change = async (sql: string, ...values: readonly Value[]): Promise<boolean> =>
    store.commit(async (tx) => (await tx.run(sql, ...values)) === 1);
  const read = async (rest: string, ...values: readonly Value[]): Promise<readonly KeptToken[]> =>
    (await store.read(`SELECT * FROM token ${rest}`, ...values)).map(tokenOf);
  return {
    get: async (account) => (await read("WHERE account = ?", account))[0],
    all: async () => new Map((await read("")).map((token) => [token.account, token])),
    put: async (token) => void (await change(put, token.account, ...valuesOf(token))),
    lease: (account, version, worker, now, seconds) => {
      const until = new Date(now.getTime() + seconds * 1000).toISOString();
      return change(lease, worker, until, account, version, now.toISOString());
    },
    renew: (token, version) => change(renew, ...valuesOf(token), token.account, version),
    release: async (account, worker) =>
      void (await change(
        "UPDATE token SET lease_by = NULL, lease_until = NULL WHERE account = ? AND lease_by = ?",
        account,
        worker,
      )),
    doubt: (account, version, now) =>
      change(
        "UPDATE token SET expires_at = ? WHERE account = ? AND version = ?",
        now.toISOString(),
        account,
        version,
      ),
    remove: (account) => change("DELETE FROM token WHERE account = ?", account),
  };
}

const put = `INSERT INTO token (account, sealed, expires_at, ends_at, scopes, changed_at, version)
  VALUES (?, ?, ?, ?, ?, ?, 1)
  ON CONFLICT (account) DO UPDATE SET sealed = excluded.sealed, expires_at = excluded.expires_at,
    ends_at = excluded.ends_at, scopes = excluded.scopes, changed_at = excluded.changed_at,
    version = token.version + 1, lease_by = NULL, lease_until = NULL`;

const lease = `UPDATE token SET lease_by = ?, lease_until = ?
  WHERE account = ? AND version = ? AND (lease_until IS NULL OR lease_until <= ?)`;

const renew = `UPDATE token SET sealed = ?, expires_at = ?, ends_at = ?, scopes = ?, changed_at = ?,
  version = version + 1, lease_by = NULL, lease_until = NULL WHERE account = ? AND version = ?`;

const valuesOf = (token: NewToken): readonly Value[] => [
  token.sealed,
  token.expiresAt,
  token.endsAt,
  token.scopes.join(" "),
  token.changedAt,
];

const tokenOf = (row: Row): KeptToken => ({
  account: text(row, "account"),
  sealed: text(row, "sealed"),
  expiresAt: textOrNull(row, "expires_at"),
  endsAt: textOrNull(row, "ends_at"),
  scopes: text(row, "scopes").split(" ").filter(Boolean),
  version: Number(row.version),
  changedAt: text(row, "changed_at"),
});
