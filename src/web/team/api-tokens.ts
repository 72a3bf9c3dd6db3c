import type { Person, Right } from "../../model/person.ts";

/** Tokens by which programs use the API. */
export interface ApiTokens {
  /** The newest first, also those that have ended. */
  all(): Promise<readonly TokenView[]>;
  /** The secret, which is told only now; or why there is none. */
  make(wish: TokenWish, by: Person): Promise<MadeToken | { readonly problem: TokenProblem }>;
  /** False where it has ended already. */
  end(id: string, by: Person): Promise<boolean>;
  /** Whom a secret stands for; undefined where it is none, or has ended. */
  bearer(secret: string): Promise<Bearer | undefined>;
}

/** Rights that a token can have; people and tokens are looked after by people. */
export const tokenRights = ["see", "write", "approve", "operate"] as const satisfies readonly Right[];

/** Days. */
export const usualDays = 90;
export const mostDays = 730;

export type TokenProblem = "name" | "taken" | "rights" | "days";

export interface TokenWish {
  /** Of letters, digits, dots, dashes and underscores. */
  readonly name: string;
  readonly rights: readonly string[];
  readonly days: number;
}

export interface MadeToken {
  readonly token: TokenView;
  readonly secret: string;
}

export interface TokenView {
  readonly id: string;
  readonly name: string;
  readonly rights: readonly Right[];
  readonly madeBy: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly until: string;
  readonly usedAt: string | null;
  /** When it was ended, or ran out; null while it can be used. */
  readonly endedAt: string | null;
}

export interface Bearer {
  /** “token:NAME”, as decisions are signed. */
  readonly login: string;
  /** Who made it: where people must agree, it is no second voice beside theirs. */
  readonly voice: string;
  readonly id: string;
  readonly rights: readonly Right[];
}
