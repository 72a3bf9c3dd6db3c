/** Something a person must mend, in words for that person. */
export interface Problem {
  /** Where: a file, or a path of keys such as `accounts.fosstodon.server`. */
  readonly path: string;
  readonly line: number | null;
  /** One sentence, free of secrets. */
  readonly problem: string;
  /** One sentence: what to do. */
  readonly mend: string;
}
