/** Who is told of events, and whether they take them. */
export interface Receivers {
  all(): Promise<readonly ReceiverView[]>;
}

export interface ReceiverView {
  /** Its address may hold a secret; this does not. */
  readonly host: string;
  /** ISO 8601, UTC: since when it takes nothing; null while it does. */
  readonly failingAt: string | null;
  /** In a sentence. */
  readonly reason: string | null;
  /** When it is tried again. */
  readonly nextAt: string | null;
  /** Events that it has not taken yet; at most a thousand are counted. */
  readonly waiting: number;
  /** Events that it will never have. */
  readonly lost: number;
}
