/** What somebody else wrote, made safe to stand among our own words. */
export interface Quote {
  /** Nothing in it looks, acts or loads: see source/quote.ts. */
  readonly html: string;
  /** It goes on, but was too long. */
  readonly cut: boolean;
}
