/** A post (`t3_…`) or a comment (`t1_…`) as Reddit lists it, as far as it is used. @see https://www.reddit.com/dev/api#fullnames */
export interface Thing {
  readonly name: string;
  readonly author: string;
  readonly subreddit: string;
  /** Path. */
  readonly permalink: string;
  /** Seconds. */
  readonly created_utc: number;
  readonly score: number;
  readonly title?: string;
  readonly is_self?: boolean;
  readonly url?: string;
  /** Markdown; of a comment `body`. */
  readonly selftext?: string;
  readonly body?: string;
  readonly parent_id?: string;
  readonly num_comments?: number;
  readonly num_crossposts?: number;
}

/** One page of a list. */
export interface Listing {
  readonly things: readonly Thing[];
  readonly after: string | null;
}

/** Undefined for what is no list. */
export function readListing(answer: unknown): Listing | undefined {
  const { data } = answer as { data?: { children?: readonly { data?: unknown }[]; after?: unknown } };
  if (!Array.isArray(data?.children)) return undefined;
  return {
    things: data.children.map((child: { data?: unknown }) => child.data).filter(isThing),
    after: typeof data.after === "string" ? data.after : null,
  };
}

export function isThing(json: unknown): json is Thing {
  const thing = json as Partial<Thing> | null | undefined;
  return typeof thing?.name === "string" && typeof thing.created_utc === "number";
}
