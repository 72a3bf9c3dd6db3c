/** What a hub tells of: a source's feed. Times are ISO 8601 in UTC. */
export interface Subscription {
  readonly source: string;
  /** In the address that the hub tells at; nobody can guess it. */
  readonly id: string;
  /** The address of the feed as it was when the hub was found. */
  readonly feed: string;
  /** What the feed calls itself, and the hub that it names; null: it names none. */
  readonly topic: string;
  readonly hub: string | null;
  /** What the hub signs with. */
  readonly secret: string;
  /** none: the feed names no hub. asked: the hub has not confirmed yet. ending: it is to stop. */
  readonly state: "none" | "asked" | "active" | "failed" | "ending";
  readonly askedAt: string;
  readonly leaseUntil: string | null;
  /** When the hub last told of something. */
  readonly toldAt: string | null;
  /** Why it failed, in one sentence. */
  readonly reason: string | null;
}
