/** One value of the configuration, as people may see it. */
export interface Shown {
  /** Its keys within the part that is shown: `server`, `only.newsletter`. */
  readonly key: string;
  /** Null: a secret. */
  readonly value: string | null;
  readonly origin: Origin;
}

/** Where a value comes from. */
export type Origin =
  | {
      readonly kind: "file";
      /** From 1; null where nobody knows any more. */
      readonly line: number | null;
      /** `${…}` in it: names of variables, or `file:` and a path. */
      readonly variables: readonly string[];
    }
  /** A variable that comes before the file. */
  | { readonly kind: "environment"; readonly name: string }
  | { readonly kind: "default" }
  /** Somebody signed in by browser: it is sealed in the ledger. */
  | { readonly kind: "connected" }
  /** The file cannot be read any more. */
  | { readonly kind: "unknown" };
