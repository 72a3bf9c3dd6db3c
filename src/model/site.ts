import type { Quiet } from "./slot.ts";

/** Where browsers bring a network's answer to a sign-in, below the site's address. */
export const callbackPath = "/connect/callback";

/** The public site that Carillon itself serves. */
export interface Site {
  readonly name: string;
  /** Public address, no trailing slash. */
  readonly url: string;
  /** IANA name. */
  readonly timezone: string;
  readonly port: number;
  /** BCP 47, of the public pages, and for dates and plurals where an entry has no language. */
  readonly language: string;
  /** When no account is heard that has no quiet times of its own. */
  readonly quiet?: Quiet;
}
