/** What the page needs that networks send browsers back to. */
export interface Reception {
  /** What a browser brought back. */
  finish(query: URLSearchParams): Promise<Ending>;
}

/** A sign-in that waits for the person's browser. */
export type Beginning =
  | {
      readonly url: string;
      readonly redirect: string;
      /** Minutes. */
      readonly patience: number;
    }
  | { readonly problem: string };

export interface Ending {
  readonly done: boolean;
  /** One sentence each. */
  readonly lines: readonly string[];
}
