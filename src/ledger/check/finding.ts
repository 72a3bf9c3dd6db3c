/** Something in the ledger that cannot be so. */
export interface Finding {
  /** Null where it is about the file as a whole. */
  readonly table: string | null;
  /** The row's id, or what its primary key holds. */
  readonly row: string | null;
  /** One sentence. */
  readonly problem: string;
  /** One sentence: what to do. */
  readonly mend: string;
}

/** What is wrong with one row. */
export interface Fault {
  readonly problem: string;
  readonly mend: string;
}

/** For what no command mends: Carillon never writes it. */
export const restore = "Carillon writes no such thing: restore a backup, and please report it.";

export const fault = (problem: string, mend = restore): Fault => ({ problem, mend });

/** The faults that there are. */
export const faultsOf = (...cases: readonly (readonly [boolean, string, string?])[]): readonly Fault[] =>
  cases.flatMap(([wrong, problem, mend]) => (wrong ? [fault(problem, mend)] : []));
