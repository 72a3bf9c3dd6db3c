import type { Delivery, State } from "../model/delivery.ts";
import type { Entry } from "../model/entry.ts";
import type { Card, Media } from "../model/post.ts";
import type { Site } from "../model/site.ts";

/** All that the pages need to know, and nothing they could change. */
export interface Reading {
  readonly site: Site;
  /** Sent deliveries of accounts whose channel has the ability `local`, newest first. */
  published(limit: number): Promise<readonly Published[]>;
  /** One delivery of such an account, sent or retracted; undefined for any other id. */
  post(id: string): Promise<Published | undefined>;
  /** By the ledger's id of the entry, with its deliveries in every state. */
  entry(id: string): Promise<Told | undefined>;
  /** What is composed and not out yet, in the order in which it goes out; also for channels without an account. */
  previews(): Promise<readonly Preview[]>;
  health(): Promise<Health>;
  /** A channel's name as people write it. */
  label(channel: string): string;
}

/** An entry and all that is said about it. */
export interface Told {
  readonly entry: Entry;
  readonly deliveries: readonly Delivery[];
}

/** One post that the site itself shows. */
export interface Published extends Told {
  readonly delivery: Delivery;
}

/** One delivery, all its parts, as it would be; or what a channel would say if it had an account. */
export interface Preview {
  /** The delivery's (its first part's); null where nothing is planned. */
  readonly id: string | null;
  /** The ledger's id. */
  readonly entryId: string;
  readonly entryTitle: string;
  readonly entryUrl: string;
  readonly step: string;
  /** Null where no account has the channel. */
  readonly account: string | null;
  readonly channel: string;
  readonly label: string;
  readonly language: string | null;
  /** For channels that have titles. */
  readonly title: string | null;
  readonly parts: readonly Part[];
  readonly card: Card | null;
  readonly media: readonly Media[];
  /** ISO 8601, UTC. */
  readonly dueAt: string | null;
  readonly state: State | null;
  /** Why it waits for a person, in one sentence with the mend. */
  readonly reason: string | null;
  /** Where somebody is to post it by hand now. */
  readonly hand: Hand | null;
  /** YAML that adds an account, where there is none. */
  readonly note: string | null;
}

export interface Hand {
  /** Null: whoever sees it first. */
  readonly person: string | null;
  /** The network's own page with the post filled in; null where it has none. */
  readonly share: string | null;
  /** The command that says that it is there. */
  readonly confirm: string;
}

export interface Part {
  readonly text: string;
  /** As the network counts. */
  readonly length: number;
  readonly limit: number;
}

/** Judged by outcomes: what was due and is not out, what cannot be read, who cannot post. */
export interface Health {
  readonly ok: boolean;
  /** One sentence each, with the mend, free of secrets. */
  readonly problems: readonly string[];
  /** The same for programs. */
  readonly alarms: readonly Alarm[];
  /** Counts and times worth watching, by name. */
  readonly figures: Readonly<Record<string, number | string | null>>;
}

/** Something that should be otherwise. */
export interface Alarm {
  /** The same as long as it holds. */
  readonly key: string;
  /** A warning is of what will be ill; nothing is yet. */
  readonly severity: "alarm" | "warning";
  /** ISO 8601, UTC; null where nobody knows. */
  readonly since: string | null;
  readonly text: string;
  readonly mend: string;
}
