import type { Right } from "../model/person.ts";
import { writeDecision, type Decision } from "./audit.ts";
import { json, text, textOrNull } from "./rows.ts";
import type { Row, Store } from "./store.ts";

/** A program that may ask and decide through the API. Times are ISO 8601 in UTC. */
export interface ApiToken {
  readonly id: string;
  /** One of those that have not ended. */
  readonly name: string;
  readonly rights: readonly Right[];
  readonly madeBy: string;
  readonly madeAt: string;
  readonly until: string;
  readonly usedAt: string | null;
  readonly endedAt: string | null;
}

export interface ApiTokens {
  /** The newest first, also those that have ended. */
  all(): Promise<readonly ApiToken[]>;
  /** False where one of that name has not ended yet. */
  make(token: ApiToken, hash: string, decision: Decision): Promise<boolean>;
  find(hash: string, now: Date): Promise<ApiToken | undefined>;
  /** By id or name; undefined where there is none that has not ended. */
  end(which: string, decision: Omit<Decision, "subject">): Promise<ApiToken | undefined>;
  see(id: string, now: Date): Promise<void>;
}

export function apiTokensOf(store: Store): ApiTokens {
  return {
    all: async () => (await store.read("SELECT * FROM api_token ORDER BY made_at DESC")).map(tokenOf),
    make: (token, hash, decision) => make(store, token, hash, decision),
    find: async (hash, now) => {
      const sql = "SELECT * FROM api_token WHERE secret = ? AND ended_at IS NULL AND until > ?";
      const [row] = await store.read(sql, hash, now.toISOString());
      return row && tokenOf(row);
    },
    end: (which, decision) => end(store, which, decision),
    see: async (id, now) => {
      const sql = "UPDATE api_token SET used_at = ? WHERE id = ?";
      await store.commit((tx) => tx.run(sql, now.toISOString(), id));
    },
  };
}

function make(store: Store, token: ApiToken, hash: string, decision: Decision): Promise<boolean> {
  const { id, name, rights, madeBy, madeAt, until } = token;
  return store.commit(async (tx) => {
    // What has run out makes room for its successor.
    const over = "UPDATE api_token SET ended_at = until WHERE name = ? AND until <= ? AND ended_at IS NULL";
    await tx.run(over, name, madeAt);
    const sql = `INSERT INTO api_token (id, name, secret, rights, made_by, made_at, until) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING`;
    const made = (await tx.run(sql, id, name, hash, JSON.stringify(rights), madeBy, madeAt, until)) === 1;
    if (made) await writeDecision(tx, decision);
    return made;
  });
}

function end(
  store: Store,
  which: string,
  decision: Omit<Decision, "subject">,
): Promise<ApiToken | undefined> {
  return store.commit(async (tx) => {
    const sql = "SELECT * FROM api_token WHERE (id = ? OR name = ?) AND ended_at IS NULL";
    const [row] = await tx.all(sql, which, which);
    if (row === undefined) return undefined;
    const token = tokenOf(row);
    await tx.run("UPDATE api_token SET ended_at = ? WHERE id = ?", decision.at, token.id);
    await writeDecision(tx, { ...decision, subject: token.name });
    return { ...token, endedAt: decision.at };
  });
}

const tokenOf = (row: Row): ApiToken => ({
  id: text(row, "id"),
  name: text(row, "name"),
  rights: json<readonly Right[]>(row, "rights") ?? [],
  madeBy: text(row, "made_by"),
  madeAt: text(row, "made_at"),
  until: text(row, "until"),
  usedAt: textOrNull(row, "used_at"),
  endedAt: textOrNull(row, "ended_at"),
});
