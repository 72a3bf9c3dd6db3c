import { worded } from "./worded.ts";

/** What others can be told of, as it happens. */
export const eventTypes = [
  "post.draft",
  "post.scheduled",
  "post.held",
  "post.handed",
  "post.sent",
  "post.failed",
  "post.unsure",
  "post.cancelled",
  "post.retracted",
  "entry.news",
  "entry.held",
  "alarm.raised",
  "alarm.ended",
  "everything.held",
  "everything.released",
] as const;
export type EventType = (typeof eventTypes)[number];

/** Who is told of events: an address of the operator's own. */
export interface Receiver {
  /** Where they are sent; it may hold a secret of its own. */
  readonly to: string;
  /** What they are signed with, 24 to 64 bytes in base64, with or without `whsec_`. */
  readonly secret: string;
  /** What they were signed with before, while the receiver learns the new one; absent: nothing. */
  readonly formerSecret?: string;
  readonly types: readonly EventType[];
}

/** What is written down of a receiver that answers 410. */
export const enough = worded`It answers 410: it wants no more events.`;
