/** A picture without what does not belong to it. */
export interface Cleaned {
  readonly bytes: Buffer;
  /** Of all its frames together. */
  readonly pixels: number;
}
