import type { Placement, Utm } from "../model/account.ts";
import type { Mentionable } from "../model/mentionable.ts";

/** How an account, and a step on it, want things said. */
export interface Manner {
  /** Null: there is none yet. */
  readonly account: string | null;
  /** Empty where nobody is to be mentioned. */
  readonly people: readonly Mentionable[];
  /** Null: where the network wants the link. */
  readonly link: Placement | null;
  /** Null: links stay as they are. */
  readonly utm: Utm | null;
  /** How many posts of the step went before on the account: which template's turn it is. */
  readonly turn: number;
  /** The template it was made with before, which it keeps. */
  readonly template: string | null;
}

/** Nobody says anything. */
export const plainManner: Manner = {
  account: null,
  people: [],
  link: null,
  utm: null,
  turn: 0,
  template: null,
};
