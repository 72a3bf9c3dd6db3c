import type { Delivery } from "../model/delivery.ts";
import type { Entry } from "../model/entry.ts";
import type { Size } from "../model/page.ts";
import type { PictureFile } from "../model/picture-file.ts";
import type { Site } from "../model/site.ts";

/** All that the pages need to know, and nothing they could change. */
export interface Reading {
  readonly site: Site;
  /** Sent deliveries of accounts whose channel has the ability `local`, newest first. */
  published(limit: number): Promise<readonly Published[]>;
  /** Changes with everything that `published` gives, ISO 8601; null where nothing was ever said. Costs nearly nothing. */
  changed(): Promise<string | null>;
  /** What was said in a year of the site's zone, newest first, `below` an id; undefined where no post is that. */
  archive(year: string, limit: number, below: string | null): Promise<readonly Line[] | undefined>;
  /** The years in which something was said, newest first. */
  years(): Promise<readonly string[]>;
  /** One delivery of such an account, sent or retracted; undefined for any other id. */
  post(id: string): Promise<Published | undefined>;
  /** By the ledger's id of the entry, with its deliveries in every state. */
  entry(id: string): Promise<Told | undefined>;
  /** By the address that its source gives it. */
  entryAt(url: string): Promise<(Told & { readonly id: string }) | undefined>;
  /** A picture of a post that is live, by its file's name. */
  picture(name: string): Promise<PictureFile | undefined>;
  health(): Promise<Health>;
  /** What link previews of the channels ask of a page with a picture, beyond Open Graph: `meta` elements by name. */
  readonly previewTags: Readonly<Record<string, string>>;
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
  /** Of its pictures, by address, where it is known. */
  readonly sizes?: ReadonlyMap<string, Size>;
}

/** One post as the archive lists it. */
export interface Line {
  readonly delivery: Delivery;
  /** When it went out, ISO 8601. */
  readonly at: string;
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
