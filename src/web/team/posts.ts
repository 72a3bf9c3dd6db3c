import type { Money, Person as Hand } from "../../model/account.ts";
import type { Approval, State } from "../../model/delivery.ts";
import type { FullLook } from "../../model/look.ts";
import type { Person } from "../../model/person.ts";
import type { Card, Media } from "../../model/post.ts";

/** The entries and their posts, as the team writes them. */
export interface Posts {
  /** Newest first, a page of them, from below that one on. */
  entries(below: string | null): Promise<readonly EntryRow[]>;
  /** By the ledger's id. */
  entry(id: string): Promise<EntryView | undefined>;
  /** By the id of any of its parts. */
  post(id: string): Promise<PostView | undefined>;
  /** As it would be with those words; keeps nothing. */
  try(id: string, draft: Draft): Promise<PostView | undefined>;
  /** Keeps those words; one sentence a part that could not be changed. */
  write(id: string, draft: Draft, by: Person): Promise<Written>;
  /** Gives the same words to the other waiting posts of the same step that they fit on; one sentence each. */
  writeAll(id: string, draft: Draft, by: Person): Promise<Written>;
  /** What the template says, and with which words of its own. */
  template(id: string): Promise<TemplateView | undefined>;
}

export interface EntryRow {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly state: string;
  /** ISO 8601, UTC. */
  readonly foundAt: string;
  readonly counts: Readonly<Partial<Record<State, number>>>;
}

export interface EntryView {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly source: string;
  readonly language: string | null;
  readonly published: string | null;
  readonly state: string;
  readonly reason: string | null;
  /** Campaign by campaign, each in the order in which they go out. */
  readonly steps: readonly {
    readonly campaign: string;
    readonly name: string;
    readonly posts: readonly PostView[];
  }[];
  /** As it would be on channels that have no account. */
  readonly others: readonly PostView[];
}

/** One post with all its parts: of the ledger, or (without an id) as it would be on a channel that has no account. */
export interface PostView {
  readonly id: string | null;
  readonly entry: string;
  readonly entryTitle: string;
  readonly campaign: string | null;
  readonly step: string;
  /** The words of the story that it is about; null where it is about the entry. */
  readonly story: string | null;
  readonly account: string | null;
  readonly channel: string;
  readonly label: string;
  /** As followers see it, its picture under an address of ours; null before anybody signed in. */
  readonly profile: { readonly name: string; readonly handle: string; readonly avatar: string | null } | null;
  readonly state: State | null;
  /** ISO 8601, UTC. */
  readonly dueAt: string | null;
  readonly language: string | null;
  readonly title: string | null;
  readonly parts: readonly PartView[];
  readonly card: Card | null;
  readonly look: FullLook;
  /** The network reads the page and makes the card itself. */
  readonly scraped: boolean;
  readonly media: readonly Media[];
  /** The network shows alternative texts. */
  readonly altText: boolean;
  readonly takes: Takes;
  /** Why it cannot be kept so, in one sentence; null: it can, or nobody has tried it. */
  readonly problem: string | null;
  readonly cost: Money | null;
  readonly edited: boolean;
  /** What an approval of exactly this would be bound to. */
  readonly sight: string;
  readonly approvalsNeeded: number;
  readonly approvals: readonly Approval[];
  readonly reason: string | null;
  /** Its words may be changed here. */
  readonly open: boolean;
  readonly hand: Hand | null;
  readonly permalink: string | null;
  readonly attempts: readonly {
    readonly at: string;
    readonly outcome: string;
    readonly reason: string | null;
  }[];
  /** YAML that adds an account, where there is none. */
  readonly note: string | null;
}

/** What of pictures a network takes. */
export interface Takes {
  readonly pictures: number;
  /** Bytes of each. */
  readonly bytes: number;
  /** MIME. */
  readonly types: readonly string[];
}

export interface PartView {
  readonly id: string | null;
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** As the network counts. */
  readonly length: number;
  readonly limit: number;
  readonly unit: string;
}

/** A part of a text that followers can press, or what is between. */
export interface Piece {
  readonly text: string;
  readonly kind: "plain" | "link" | "tag" | "mention";
  readonly url: string | null;
}

/** What a person wrote: a text a part, an alternative text an image. */
export interface Draft {
  readonly title: string | null;
  readonly texts: readonly string[];
  readonly alts: readonly string[];
  /** All pictures in their order, with their alternative texts. Absent: those that are there stay, with `alts`. */
  readonly media?: readonly Media[] | undefined;
}

export interface Written {
  readonly done: boolean;
  readonly lines: readonly string[];
  /** The address could not be looked at: it can be recorded without. */
  readonly unseen?: true;
}

export interface TemplateView {
  readonly name: string;
  /** As it is written. */
  readonly source: string;
  /** What it makes of the entry now: a text a part. */
  readonly texts: readonly string[];
}
