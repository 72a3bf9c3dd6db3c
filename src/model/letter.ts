/** A request from outside, as far as whoever takes it needs it. */
export interface Letter {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}
