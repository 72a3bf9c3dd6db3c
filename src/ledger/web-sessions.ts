import type { Person } from "../model/person.ts";
import { personOf } from "./people.ts";
import { text } from "./rows.ts";
import type { Row, Store } from "./store.ts";

/** A browser that is signed in. Ids are hashes: whoever reads the ledger cannot sign in with them. */
export interface WebSession {
  readonly id: string;
  readonly person: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly seenAt: string;
  readonly until: string;
  /** What the browser says that it is. */
  readonly about: string;
}

export interface WebSessions {
  begin(session: WebSession): Promise<void>;
  /** With whose it is; undefined where it has ended, or its person was shut out. */
  find(id: string, now: Date): Promise<{ readonly session: WebSession; readonly person: Person } | undefined>;
  /** It was used: it lasts until then. */
  see(id: string, now: Date, until: Date): Promise<void>;
  /** A person's, the newest first. */
  of(person: string, now: Date): Promise<readonly WebSession[]>;
  /** One of that person's; false where they have none such. */
  end(id: string, person: string): Promise<boolean>;
}

export function webSessionsOf(store: Store): WebSessions {
  return {
    begin: ({ id, person, madeAt, seenAt, until, about }) =>
      store.commit(async (tx) => {
        await tx.run("DELETE FROM session WHERE until <= ?", madeAt);
        const sql =
          "INSERT INTO session (id, person, made_at, seen_at, until, about) VALUES (?, ?, ?, ?, ?, ?)";
        await tx.run(sql, id, person, madeAt, seenAt, until, about);
      }),
    find: async (id, now) => {
      const [row] = await store.read(
        `SELECT person.*, session.id AS session, session.person, made_at, seen_at, until, about
         FROM session JOIN person ON person.id = session.person
         WHERE session.id = ? AND until > ? AND ended_at IS NULL`,
        id,
        now.toISOString(),
      );
      return row && { session: sessionOf({ ...row, id: text(row, "session") }), person: personOf(row) };
    },
    see: (id, now, until) =>
      store.commit(async (tx) => {
        const sql = "UPDATE session SET seen_at = ?, until = ? WHERE id = ?";
        await tx.run(sql, now.toISOString(), until.toISOString(), id);
      }),
    of: async (person, now) =>
      (
        await store.read(
          "SELECT * FROM session WHERE person = ? AND until > ? ORDER BY seen_at DESC",
          person,
          now.toISOString(),
        )
      ).map(sessionOf),
    end: (id, person) =>
      store.commit(
        async (tx) => (await tx.run("DELETE FROM session WHERE id = ? AND person = ?", id, person)) === 1,
      ),
  };
}

function sessionOf(row: Row): WebSession {
  return {
    id: text(row, "id"),
    person: text(row, "person"),
    madeAt: text(row, "made_at"),
    seenAt: text(row, "seen_at"),
    until: text(row, "until"),
    about: text(row, "about"),
  };
}
