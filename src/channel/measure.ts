/** How a network counts a text, and how much it takes. */
export interface Measure {
  readonly unit: Unit;
  readonly max: number;
  /** How links count; absent: as they are written. */
  readonly links?: {
    /** Every link counts as this much, in the measure's unit. */
    readonly length: number;
    /** Also those written without `https://`. */
    readonly bare: boolean;
  };
  /** `@name@server` counts as `@name`. */
  readonly mentions?: "local";
}

/**
 * graphemes: what a person calls a character (Unicode UAX 29). utf16: `string.length`. bytes: in UTF-8.
 * weighted: after NFC, Latin and its like 1, everything else 2, an emoji 2.
 */
export type Unit = "graphemes" | "utf16" | "bytes" | "weighted";
