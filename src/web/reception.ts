/** What the pages for signing in need, and all that they can do. */
export interface Reception {
  /** In the order of the configuration. */
  guests(): Promise<readonly Guest[]>;
  guest(name: string): Promise<Guest | undefined>;
  /** Waits for the browser from now on; `port`: the one that this page was asked at. */
  begin(name: string, port: number): Promise<Beginning>;
  /** What a browser brought back. */
  finish(query: URLSearchParams): Promise<Ending>;
}

/** An account. */
export interface Guest {
  readonly name: string;
  /** Its network. */
  readonly label: string;
  /** How it stands with it, in one sentence. */
  readonly standing: string;
  /** Why nobody signs in to it here, in one sentence; null where one can. */
  readonly closed: string | null;
  /** Somebody must have made an app there, which knows the redirect address. */
  readonly needsApp: boolean;
}

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
