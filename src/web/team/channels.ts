import type { Countable } from "../../model/allowance.ts";
import type { Person } from "../../model/person.ts";
import type { Shown } from "../../model/shown.ts";
import type { State } from "../../model/delivery.ts";
import type { Beginning } from "../reception.ts";
import type { Written } from "./posts.ts";

/** The accounts, how they are, and what can be done about each. */
export interface Channels {
  all(): Promise<ChannelsView>;
  one(name: string): Promise<ChannelView | undefined>;
  /** Waits for that person's browser; `port`: the one that this page was asked at on this machine, null from elsewhere. */
  connect(name: string, port: number | null, by: Person): Promise<Beginning>;
  disconnect(name: string, by: Person): Promise<Written>;
  /** Signs in and tells who we are there. */
  test(name: string, by: Person): Promise<Written>;
  /** Back to work, without a look. */
  release(name: string, by: Person): Promise<Written>;
  /** Plans a harmless post, once, on an account that is there for tests. */
  sendTest(name: string, by: Person): Promise<Written>;
}

export interface ChannelsView {
  readonly rows: readonly ChannelRow[];
  /** Accounts that the file has and that cannot be used, with what is wrong: sentences. */
  readonly broken: readonly { readonly name: string; readonly problems: readonly string[] }[];
  readonly span: Span;
}

/** What the lines of time show, ISO 8601. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export const healths = [
  "parked",
  "unconnected",
  "ended",
  "busy",
  "ending",
  "hand",
  "unseen",
  "well",
] as const;
/** parked: it waits for an operator. busy: the network asked us to wait. unseen: nobody has signed in yet. */
export type Health = (typeof healths)[number];

export interface ChannelRow {
  readonly name: string;
  /** Its network. */
  readonly label: string;
  /** “The Team (@team)”; null before anybody signed in. */
  readonly who: string | null;
  readonly health: Health;
  /** Why it is parked. */
  readonly reason: string | null;
  /** ISO 8601: until when the network wants us to wait. */
  readonly busyUntil: string | null;
  /** Who posts by hand; null where nobody is named. */
  readonly hand: string | null;
  /** “publish posts and count reactions”. */
  readonly works: string;
  /** What it may not, and who grants that. */
  readonly missing: readonly string[];
  /** ISO 8601: when it stops working; null where no end is known. */
  readonly ends: string | null;
  readonly test: boolean;
  /** This month's, where it has a budget; `share`: of what is spent, from 0 to 1. */
  readonly budget: {
    readonly spent: string;
    readonly left: string;
    readonly most: string;
    readonly share: number;
  } | null;
  /** Where it has a most posts a day. */
  readonly today: { readonly posts: number; readonly most: number } | null;
  /** What is left of the network's limits as it said itself, the scarcest first. */
  readonly left: readonly Left[];
  readonly tells: Tells | null;
  /** Where the owner of the app sees daily limits. */
  readonly limitsAt: string | null;
  readonly outlook: Outlook;
}

/** How a network tells what is left: with its answers, only to who owns the app, or not at all. Null: nobody counts. */
export const tellings = ["answers", "daily", "nothing"] as const;
export type Tells = (typeof tellings)[number];

export interface Left {
  readonly what: Countable;
  readonly left: number;
  /** Null: nobody says of how many. */
  readonly of: number | null;
  /** ISO 8601: until when, or since when where all of it is there again. */
  readonly until: string | null;
  readonly again: boolean;
  /** ISO 8601: when the network said it. */
  readonly at: string;
}

export interface Outlook {
  /** When the next planned posts are due, ISO 8601. */
  readonly times: readonly string[];
  /** How many are planned for after `ends`; more are not counted. */
  readonly beyond: number;
  /** At this many the counting ended. */
  readonly most: number;
}

export interface ChannelView extends ChannelRow {
  readonly span: Span;
  readonly configuration: ConfigurationPart;
  /** What its sign-in asks for; `granted` null: nobody has signed in by browser. */
  readonly scopes: readonly {
    readonly name: string;
    readonly what: string;
    readonly granted: boolean | null;
  }[];
  /** A browser can sign it in. */
  readonly connectable: boolean;
  readonly connected: boolean;
  /** Somebody must have made an app there, which knows the redirect address. */
  readonly needsApp: boolean;
  readonly tests: readonly TestView[];
}

/** A part of the configuration, with where it stands. */
export interface ConfigurationPart {
  /** The file's name. */
  readonly file: string;
  /** It was changed after Carillon was started. */
  readonly stale: boolean;
  readonly values: readonly Shown[];
}

export interface TestView {
  readonly id: string;
  readonly at: string;
  readonly state: State;
  readonly permalink: string | null;
  readonly reason: string | null;
}
