import type { Person, Role } from "../../model/person.ts";

/** Who may come in, and how: all that the pages for it can do. */
export interface Admission {
  /** Nobody has joined yet: the first administrator's link is in the terminal. */
  isOpen(): Promise<boolean>;
  /** Who brings that cookie; undefined where it has ended. */
  visitor(cookie: string | undefined): Promise<Visitor | undefined>;
  signIn(login: string, password: string, from: Origin): Promise<Admitted | Refused>;
  /** Ends a session of that person. */
  signOut(session: string, person: Person): Promise<boolean>;
  sessions(person: Person): Promise<readonly Signed[]>;
  invitations(): Promise<readonly Invited[]>;
  /** The secret of a link that lets one person join within a week. */
  invite(role: Role, by: Person): Promise<string>;
  withdraw(invitation: string, by: Person): Promise<boolean>;
  invited(secret: string): Promise<Role | undefined>;
  join(secret: string, form: JoinForm, from: Origin): Promise<Admitted | Refused>;
  people(): Promise<readonly Person[]>;
  /** False where nobody would be left who administers. */
  changeRole(id: string, role: Role, by: Person): Promise<boolean>;
  end(id: string, ended: boolean, by: Person): Promise<boolean>;
  changePassword(person: Person, old: string, fresh: string, from: Origin): Promise<Admitted | Refused>;
  /** Null: as the browser asks. */
  changeLanguage(person: Person, language: string | null): Promise<void>;
}

export interface Visitor {
  readonly person: Person;
  /** The session's id; no secret. */
  readonly session: string;
  /** It was prolonged: the browser must be told. */
  readonly prolonged: boolean;
}

/** Where a try comes from. */
export interface Origin {
  readonly address: string;
  /** What the browser says that it is. */
  readonly about: string;
}

/** How long a session lasts after it was last used: two weeks. */
export const sessionSeconds = 14 * 86_400;

export interface Admitted {
  readonly person: Person;
  /** The cookie's value. */
  readonly cookie: string;
}

export interface Refused {
  readonly refused: "wrong" | "wait" | "short" | "long" | "guessable" | "taken" | "used" | "name" | "login";
  /** Seconds to wait. */
  readonly wait?: number;
}

export interface JoinForm {
  readonly login: string;
  readonly name: string;
  readonly password: string;
}

export interface Signed {
  readonly id: string;
  readonly madeAt: string;
  readonly seenAt: string;
  readonly about: string;
}

export interface Invited {
  readonly id: string;
  readonly role: Role;
  readonly madeBy: string;
  readonly until: string;
}
