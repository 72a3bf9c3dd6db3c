import { text, textOrNull } from "./rows.ts";
import type { Store } from "./store.ts";

/** A sign-in that waits for a person's browser to come back. */
export interface SignIn {
  /** Made of the state that the browser brings; the state itself is kept nowhere. */
  readonly id: string;
  readonly account: string;
  /** What the exchange needs. */
  readonly sealed: string;
  /** ISO 8601, UTC. */
  readonly until: string;
}

/** How one ended, in words for the person. */
export interface SignInOutcome {
  readonly done: boolean;
  readonly lines: readonly string[];
  /** Nobody waited for that answer: the sign-in that is under way goes on. */
  readonly stray?: true;
}

export type Taken = { readonly signIn: SignIn } | { readonly refused: "unknown" | "used" | "late" };

export interface SignIns {
  /** Forgets those that ended a day ago. */
  begin(signIn: SignIn, now: Date): Promise<void>;
  /** Once: whoever takes it goes on with it. */
  take(id: string, now: Date): Promise<Taken>;
  end(id: string, outcome: SignInOutcome): Promise<void>;
  /** Null while it is under way. */
  outcome(id: string): Promise<SignInOutcome | null>;
}

const day = 86_400_000;

export function signInsOf(store: Store): SignIns {
  return {
    begin: ({ id, account, sealed, until }, now) =>
      store.commit(async (tx) => {
        await tx.run("DELETE FROM sign_in WHERE until < ?", new Date(now.getTime() - day).toISOString());
        await tx.run(
          "INSERT INTO sign_in (id, account, sealed, until) VALUES (?, ?, ?, ?)",
          id,
          account,
          sealed,
          until,
        );
      }),
    take: (id, now) => take(store, id, now.toISOString()),
    end: (id, outcome) =>
      store.commit(async (tx) => {
        const words = JSON.stringify(outcome);
        await tx.run("UPDATE sign_in SET outcome = ?, sealed = '' WHERE id = ?", words, id);
      }),
    outcome: async (id) => {
      const [row] = await store.read("SELECT outcome FROM sign_in WHERE id = ?", id);
      const words = row ? textOrNull(row, "outcome") : null;
      return words === null ? null : (JSON.parse(words) as SignInOutcome);
    },
  };
}

function take(store: Store, id: string, now: string): Promise<Taken> {
  return store.commit(async (tx) => {
    const [row] = await tx.all("SELECT * FROM sign_in WHERE id = ?", id);
    if (row === undefined) return { refused: "unknown" };
    const mine = await tx.run("UPDATE sign_in SET used_at = ? WHERE id = ? AND used_at IS NULL", now, id);
    if (mine === 0) return { refused: "used" };
    const signIn = {
      id,
      account: text(row, "account"),
      sealed: text(row, "sealed"),
      until: text(row, "until"),
    };
    return signIn.until < now ? { refused: "late" } : { signIn };
  });
}
