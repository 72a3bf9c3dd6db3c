import type { Io } from "../../src/channel/channel.ts";
import type { Client } from "./client.ts";

/** What an account's acts need. */
export interface Seat {
  readonly client: Client;
  readonly io: Io;
  /** Without `u/`. */
  readonly user: string;
  /** Without `r/`. */
  readonly subreddit: string;
  readonly kind: "link" | "self";
  /** Links have the text below them. */
  readonly body: boolean;
  readonly flair: string | null;
  /** Where followers read. */
  readonly website: string;
}
