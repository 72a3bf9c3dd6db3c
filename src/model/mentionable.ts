/** Somebody who may be named in a newsletter, and who they are on networks. */
export interface Mentionable {
  /** What they are called, the name first. */
  readonly names: readonly string[];
  /** With `@`, by account or channel. */
  readonly handles: Readonly<Record<string, string>>;
}
