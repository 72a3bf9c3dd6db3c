/** What a subreddit's moderators and Reddit say of it. */
export interface Subreddit {
  readonly takes: "any" | "link" | "self";
  /** Texts of post flairs; an id comes from `flairId`. */
  readonly flairs: readonly string[];
  readonly flairRequired: boolean;
  /** Links may have a text. */
  readonly bodies: boolean;
  /** Names of accounts. */
  readonly banned: readonly string[];
}

export interface RedditOptions {
  /** Each has the refresh token `refresh-of-<name>`. */
  readonly accounts: readonly string[];
  readonly suspended: readonly string[];
  readonly scopes: readonly string[];
  readonly subreddits: Readonly<Record<string, Partial<Subreddit>>>;
  readonly bannedDomains: readonly string[];
  /** Seconds between two posts of an account; 0: no limit. */
  readonly throttle: number;
  /** RATELIMIT also tells the seconds beside its sentence. */
  readonly exact: boolean;
  /** Requests in ten minutes. */
  readonly window: number;
  /** Seconds that an access token lasts. */
  readonly expiresIn: number;
  /** Milliseconds until a new post stands in the list of its author. */
  readonly lag: number;
  /** As Reddit did of old: a link's text is dropped without a word. */
  readonly dropsBodies: boolean;
  readonly now: () => Date;
}

export interface Account {
  readonly id: string;
  readonly name: string;
  lastPost: Date | null;
}

export interface Thing {
  readonly name: string;
  readonly author: Account;
  readonly subreddit: string;
  readonly at: Date;
  readonly kind: "link" | "self" | "comment";
  readonly title: string;
  readonly url: string | null;
  /** Full name. */
  readonly parent: string | null;
  readonly root: string;
  readonly flair: string | null;
  /** Markdown. */
  text: string;
  deleted: boolean;
}

export interface Instance {
  readonly options: RedditOptions;
  readonly accounts: readonly Account[];
  /** By full name, oldest first. */
  readonly things: Map<string, Thing>;
  /** Access tokens, with whom they are for and until when. */
  readonly tokens: Map<string, { readonly account: Account; readonly until: number }>;
  /** Everything that followers could see, in order. */
  readonly acts: string[];
  readonly window: { start: number; used: number };
  url: string;
  nextId(): string;
}

export const app = { id: "p-jcoLKBynTLew", secret: "gko_LXELoV07ZBNUXrvWZfzE3aI" } as const;

const usual: RedditOptions = {
  accounts: ["comms"],
  suspended: [],
  scopes: ["identity", "read", "submit", "edit", "history", "flair"],
  subreddits: { bells: {} },
  bannedDomains: ["spam.example"],
  throttle: 0,
  exact: true,
  window: 1000,
  expiresIn: 3600,
  lag: 0,
  dropsBodies: false,
  now: () => new Date(),
};

const open: Subreddit = { takes: "any", flairs: [], flairRequired: false, bodies: true, banned: [] };

export function makeInstance(change: Partial<RedditOptions>): Instance {
  const options = { ...usual, ...change };
  let last = 4_000_000_000;
  return {
    options,
    accounts: options.accounts.map((name, index) => ({ id: `acc${index}`, name, lastPost: null })),
    things: new Map(),
    tokens: new Map(),
    acts: [],
    window: { start: options.now().getTime(), used: 0 },
    url: "",
    nextId: () => (++last).toString(36),
  };
}

/** Names are the same in small and large letters. */
export function findSubreddit({ options }: Instance, name: string): (Subreddit & { name: string }) | null {
  const path = name
    .trim()
    .replace(/^\/?r\//, "")
    .replace(/\/$/, "");
  const found = Object.entries(options.subreddits).find(([key]) => key.toLowerCase() === path.toLowerCase());
  return found ? { ...open, ...found[1], name: found[0] } : null;
}

/** A UUID, the same for the same words. */
export function flairId(text: string): string {
  const digits = Buffer.from(text).toString("hex").padStart(12, "0").slice(-12);
  return `7d1f3a52-0000-11ee-8000-${digits}`;
}
