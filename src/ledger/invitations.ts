import type { Role } from "../model/person.ts";
import { text } from "./rows.ts";
import type { Row, Store } from "./store.ts";

/** A link that lets one person join. */
export interface Invitation {
  readonly id: string;
  readonly role: Role;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly until: string;
}

export interface Invitations {
  make(invitation: Invitation): Promise<void>;
  /** Open ones. */
  all(now: Date): Promise<readonly Invitation[]>;
  get(id: string, now: Date): Promise<Invitation | undefined>;
  withdraw(id: string): Promise<boolean>;
}

export function invitationsOf(store: Store): Invitations {
  const open = "used_at IS NULL AND until > ?";
  return {
    make: ({ id, role, madeBy, madeAt, until }) =>
      store.commit(async (tx) => {
        await tx.run("DELETE FROM invitation WHERE until <= ?", madeAt);
        const sql = "INSERT INTO invitation (id, role, made_by, made_at, until) VALUES (?, ?, ?, ?, ?)";
        await tx.run(sql, id, role, madeBy, madeAt, until);
      }),
    all: async (now) =>
      (await store.read(`SELECT * FROM invitation WHERE ${open} ORDER BY made_at`, now.toISOString())).map(
        invitationOf,
      ),
    get: async (id, now) => {
      const sql = `SELECT * FROM invitation WHERE id = ? AND ${open}`;
      const [row] = await store.read(sql, id, now.toISOString());
      return row && invitationOf(row);
    },
    withdraw: (id) =>
      store.commit(async (tx) => (await tx.run("DELETE FROM invitation WHERE id = ?", id)) === 1),
  };
}

function invitationOf(row: Row): Invitation {
  return {
    id: text(row, "id"),
    role: text(row, "role") as Role,
    madeBy: text(row, "made_by"),
    madeAt: text(row, "made_at"),
    until: text(row, "until"),
  };
}
