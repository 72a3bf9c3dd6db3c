import { loadRules, type Rules } from "./facebook-rules.ts";

export interface FacebookOptions {
  /** Each has the token `page-token-of-<name>`; its id counts from 1001. */
  readonly pages: readonly string[];
  /** Of every token. */
  readonly scopes: readonly string[];
  /** Whether the same words twice in a row are taken. */
  readonly duplicates: "refused" | "taken";
  /** Whether a token may ask about itself. */
  readonly debug: "allowed" | "refused";
  /** Of every token. Epoch seconds; 0: never. */
  readonly expiresAt: number;
  readonly dataAccessExpiresAt: number;
  /** Whether a post can be read. */
  readonly reading: "allowed" | "refused";
  /** How an address is shown in an attachment. */
  readonly links: "plain" | "shimmed" | "none";
  /** Milliseconds after which a post is in the list of posts. */
  readonly lag: number;
  readonly now: () => Date;
}

export interface Page {
  readonly id: string;
  readonly name: string;
  readonly token: string;
}

export interface Photo {
  readonly id: string;
  readonly page: Page;
  readonly alt: string;
  attached: boolean;
}

/** A post, or a comment where it has a parent. */
export interface Entry {
  readonly id: string;
  readonly page: Page;
  readonly at: Date;
  readonly link: string | null;
  readonly photos: readonly Photo[];
  readonly parent: Entry | null;
  readonly published: boolean;
  message: string;
}

/** What the handlers of a request work on. */
export interface Instance {
  readonly options: FacebookOptions;
  readonly rules: Rules;
  readonly pages: readonly Page[];
  readonly photos: Map<string, Photo>;
  /** In the order of their making. */
  readonly entries: Map<string, Entry>;
  /** What followers could see, in order. */
  readonly acts: string[];
  nextId(): string;
  url: string;
}

const scopes = [
  "pages_show_list",
  "pages_manage_posts",
  "pages_manage_engagement",
  "pages_read_engagement",
] as const;

const usual: FacebookOptions = {
  pages: ["comms"],
  scopes,
  duplicates: "refused",
  debug: "allowed",
  expiresAt: 0,
  dataAccessExpiresAt: 0,
  reading: "allowed",
  links: "plain",
  lag: 0,
  now: () => new Date(),
};

export function makeInstance(change: Partial<FacebookOptions>): Instance {
  const options = { ...usual, ...change };
  let last = 5000;
  return {
    options,
    rules: loadRules(),
    pages: options.pages.map((name, index) => ({
      id: `${1001 + index}`,
      name: `The ${name} team`,
      token: tokenOf(name),
    })),
    photos: new Map(),
    entries: new Map(),
    acts: [],
    nextId: () => String(++last),
    url: "",
  };
}

export function tokenOf(name: string): string {
  return `page-token-of-${name}`;
}
