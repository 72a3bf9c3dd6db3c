import type { Person, Role } from "../model/person.ts";
import { worded } from "../model/worded.ts";
import { type Decision, writeDecision } from "./audit.ts";
import { shortId } from "./deliveries.ts";
import { text, textOrNull } from "./rows.ts";
import type { Row, Store, Tx } from "./store.ts";

/** Those who may sign in to the pages. */
export interface People {
  /** In the order in which they joined. */
  all(): Promise<readonly Person[]>;
  get(id: string): Promise<Person | undefined>;
  byLogin(login: string): Promise<KnownPerson | undefined>;
  /** Whom a provider of sign-ins knows by that subject. */
  bySubject(subject: string): Promise<Person | undefined>;
  /** Undefined where the invitation was used or has ended, or somebody has that login: nothing changed then. */
  join(invitation: string, newcomer: Newcomer, now: Date): Promise<Person | undefined>;
  /** Undefined where somebody has that login or subject. */
  add(newcomer: Newcomer & { readonly role: Role }, now: Date): Promise<Person | undefined>;
  /** False where it would leave nobody who administers. Whoever is shut out is signed out everywhere. */
  change(id: string, what: PersonChange, decision: Decision): Promise<boolean>;
}

/** Somebody with what they sign in by. */
export interface KnownPerson {
  readonly person: Person;
  /** Its hash; null where they sign in elsewhere only. */
  readonly password: string | null;
  /** Whom a provider of sign-ins knows them by; null: none does. */
  readonly subject: string | null;
}

export interface Newcomer {
  readonly login: string;
  readonly name: string;
  readonly password: string | null;
  readonly subject: string | null;
}

export interface PersonChange {
  readonly role?: Role;
  readonly name?: string;
  readonly language?: string | null;
  readonly password?: string;
  readonly endedAt?: string | null;
  /** Whom a provider of sign-ins knows them by. */
  readonly subject?: string;
}

export function peopleOf(store: Store): People {
  const find = async (where: string, value: string): Promise<Row | undefined> =>
    (await store.read(`SELECT * FROM person WHERE ${where} = ?`, value))[0];
  return {
    all: async () => (await store.read("SELECT * FROM person ORDER BY joined_at, id")).map(personOf),
    get: async (id) => optional(await find("id", id)),
    byLogin: async (login) => {
      const row = await find("login", login);
      return (
        row && {
          person: personOf(row),
          password: textOrNull(row, "password"),
          subject: textOrNull(row, "subject"),
        }
      );
    },
    bySubject: async (subject) => optional(await find("subject", subject)),
    join: (invitation, newcomer, now) =>
      store.commit((tx) => join(tx, invitation, newcomer, now.toISOString())),
    add: (newcomer, now) => store.commit((tx) => add(tx, newcomer, now.toISOString())),
    change: (id, what, decision) => store.commit((tx) => change(tx, id, what, decision)),
  };
}

const optional = (row: Row | undefined): Person | undefined => row && personOf(row);

export function personOf(row: Row): Person {
  return {
    id: text(row, "id"),
    login: text(row, "login"),
    name: text(row, "name"),
    role: text(row, "role") as Role,
    language: textOrNull(row, "language"),
    joinedAt: text(row, "joined_at"),
    endedAt: textOrNull(row, "ended_at"),
  };
}

async function join(tx: Tx, id: string, newcomer: Newcomer, now: string): Promise<Person | undefined> {
  const open = "SELECT role FROM invitation WHERE id = ? AND used_at IS NULL AND until > ?";
  const [invitation] = await tx.all(open, id, now);
  if (invitation === undefined) return undefined;
  const person = await add(tx, { ...newcomer, role: text(invitation, "role") as Role }, now);
  if (person) await tx.run("UPDATE invitation SET used_at = ? WHERE id = ?", now, id);
  if (person?.role === "administrator") await tx.run(endFirst);
  return person;
}

/** The service writes a link for the first administrator at each start until there is one; logs are kept by many. */
const endFirst =
  "DELETE FROM invitation WHERE made_by = 'carillon' AND used_at IS NULL AND (SELECT COUNT(*) FROM person) = 1";

async function add(
  tx: Tx,
  newcomer: Newcomer & { readonly role: Role },
  now: string,
): Promise<Person | undefined> {
  const { login, name, role, password, subject } = newcomer;
  const [row] = await tx.all(
    `INSERT INTO person (id, login, name, role, password, subject, joined_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING RETURNING *`,
    shortId(),
    login,
    name,
    role,
    password,
    subject,
    now,
  );
  if (row === undefined) return undefined;
  await writeDecision(tx, {
    at: now,
    who: login,
    action: "join",
    subject: login,
    detail: worded`As ${role}.`,
  });
  return personOf(row);
}

const columns = {
  role: "role",
  name: "name",
  language: "language",
  password: "password",
  endedAt: "ended_at",
  subject: "subject",
} as const;

async function change(tx: Tx, id: string, what: PersonChange, decision: Decision): Promise<boolean> {
  if (await isLastKey(tx, id, what)) return false;
  const pairs = Object.entries(columns).flatMap(([key, column]) => {
    const value = what[key as keyof PersonChange];
    return value === undefined ? [] : [{ column, value }];
  });
  const set = pairs.map(({ column }) => `${column} = ?`).join(", ");
  await tx.run(`UPDATE person SET ${set} WHERE id = ?`, ...pairs.map(({ value }) => value), id);
  // Who is shut out, and whoever knew the old password, is no longer signed in.
  if (what.endedAt || what.password) await tx.run("DELETE FROM session WHERE person = ?", id);
  await writeDecision(tx, decision);
  return true;
}

/** Nobody could let anybody in again. */
async function isLastKey(tx: Tx, id: string, { role, endedAt }: PersonChange): Promise<boolean> {
  const keeps = (role === undefined || role === "administrator") && (endedAt ?? null) === null;
  if (keeps) return false;
  const sql = "SELECT id FROM person WHERE role = 'administrator' AND ended_at IS NULL";
  const keys = await tx.all(sql);
  return keys.length === 1 && keys[0]?.id === id;
}
