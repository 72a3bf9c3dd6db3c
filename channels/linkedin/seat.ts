import type { Client } from "./client.ts";

/** What an account's acts need. */
export interface Seat {
  readonly client: Client;
  /** URN of the page or the member. */
  readonly author: string;
}
