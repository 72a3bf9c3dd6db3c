import type { Money, SettingValues } from "../model/account.ts";
import type { Allowance } from "../model/allowance.ts";
import type { Json } from "../model/json.ts";
import type { Look } from "../model/look.ts";
import type { ImageNeeds } from "../model/page.ts";
import type { Post, Receipt } from "../model/post.ts";
import type { Answered } from "./allowance.ts";
import type { Connect } from "./connect.ts";
import type { Failure } from "./failure.ts";
import type { Marks } from "./marks.ts";
import type { Measure } from "./measure.ts";

/**
 * An adapter for one network: data about the network, and `open`, which signs in and gives a session.
 * Channels are plain objects. They hold no state, keep nothing on disk and never retry by themselves:
 * the engine decides that, from the failures that `classify` names.
 */
export interface Channel {
  /** The version of this contract. */
  readonly contract: 1;
  /** As in the configuration: lower case. */
  readonly id: string;
  /** As people write it. */
  readonly label: string;
  /** What an account is given. Configuration checks, forms and the masking of secrets are all driven by it. */
  readonly settings: Fields;
  /** Those of the network's public server; a session may report its own server's. */
  readonly limits: Limits;
  /** Who makes the link preview: the network from the page, this channel from `post.card`, or nobody. */
  readonly card: "scraped" | "supplied" | "none";
  /** What followers can press in a text, as previews show it. Absent: addresses with their scheme. */
  readonly marks?: Marks;
  /** Absent: a round picture, a wide card. */
  readonly look?: Look;
  readonly abilities: Abilities;
  readonly repeat: Repeat;
  /** How an account signs in by browser. Absent: by what its settings say alone. */
  readonly connect?: Connect;
  /** Pure. What this network will forbid or end, in sentences with their mends, before anybody runs into it. */
  warn?(settings: SettingValues, now: Date): readonly string[];
  /** Pure. What the network charges for publishing a post. Absent: nothing. */
  cost?(post: Post): Money;
  /** What the network charges for counting one post once. Absent: nothing. Where it charges, nothing is counted unless the account asks for it. */
  readonly countCost?: Money;
  /**
   * Pure. What an answer, also a refusal, says is left of the network's limits; nothing where it says nothing. Told of the answers that come
   * through `Io`, some seconds later. Absent: its answers never say.
   */
  left?(answered: Answered): readonly Allowance[];
  /** Requests are counted from midnight to midnight, UTC, and answers do not say what is left: where the app's owner sees it. */
  readonly dailyLimits?: string;
  /**
   * Pure. The network's own page with the post filled in as far as it takes it, for somebody who posts by hand; undefined where it
   * has none for such a post.
   */
  share?(post: Post, settings: SettingValues): string | undefined;
  /** Pure. The network's id of the post at an address; undefined where that cannot be a post of this account's network. */
  idAt?(address: URL, settings: SettingValues): string | undefined;
  /**
   * Pure. Whether `edit` can make one post of another all that it should be; where not, a reply or a new post is offered.
   * Absent: it always can.
   */
  editable?(receipt: Receipt, before: Post, after: Post): boolean;
  /**
   * Its failures and rights in other languages, by language (`de`): each English sentence, `The room {} is full.`, and what it is there,
   * `Der Raum {1} ist voll.` Read only when a page is asked for in that language. Absent: they stay English.
   */
  readonly words?: Readonly<
    Record<string, () => Promise<{ readonly default: Readonly<Record<string, string>> }>>
  >;
  /** What its link previews ask of a page beyond Open Graph: `meta` elements by name. Absent: nothing. */
  readonly previewTags?: Readonly<Record<string, string>>;
  /** Signs in. Throws what `classify` understands. */
  open(settings: SettingValues, io: Io): Promise<Session>;
  /** Pure. What an error thrown by `open` or the session means, worded for the person who must act. */
  classify(error: unknown): Failure;
}

export type Fields = Readonly<Record<string, Field>>;

/** One setting of an account. */
export interface Field {
  readonly type: "text" | "url" | "number" | "flag";
  readonly label: string;
  /** One sentence: where to find it. */
  readonly help?: string;
  readonly required?: boolean;
  /** Required also where a person posts by hand: `share` or `idAt` needs it. */
  readonly byHand?: boolean;
  /** A credential: never shown, logged or exported. */
  readonly secret?: boolean;
  readonly default?: string | number | boolean;
  /** The only values allowed. */
  readonly choices?: readonly string[];
  /** What a newcomer might write; secrets as `${NAME}`. */
  readonly example?: string;
}

/** Limits that composing obeys. Every unit is stated in its name or its doc. */
export interface Limits {
  /** All must hold. The first is the one that people know and see. */
  readonly text: readonly Measure[];
  /** Also for the parts of a thread, where a reply takes less than a post. */
  readonly reply?: readonly Measure[];
  /** Null: the network has no titles. */
  readonly title: Measure | null;
  /** Files a post may carry. */
  readonly media: number;
  /** Bytes of one image. */
  readonly mediaBytes: number;
  /** MIME types of images that it takes. Absent: JPEG, PNG, GIF and WebP. */
  readonly mediaTypes?: readonly string[];
  /** Of a card's image, whoever makes the card. Absent: `mediaBytes` alone. */
  readonly cardImage?: ImageNeeds;
  /** Graphemes of an alternative text. */
  readonly alt: number;
  /** Hashtags that look natural there; 0 where the network has none. */
  readonly tags: number;
  /** A link belongs into the text; false where the link field or the card carries it. */
  readonly linkInText: boolean;
}

export interface Abilities {
  /** A post may reply to one of ours. */
  readonly thread: boolean;
  readonly edit: boolean;
  readonly remove: boolean;
  readonly metrics: boolean;
  /** The network knows a post's language. */
  readonly language: boolean;
  readonly altText: boolean;
  /** Its posts live in the ledger itself: the site shows them. */
  readonly local?: boolean;
  /** Can compose and preview but not publish yet; the text says what to do instead. */
  readonly previewOnly?: string;
}

/** What makes a second publish safe after an answer was lost. With neither, a person is asked. */
export interface Repeat {
  /**
   * Seconds for which publishing again with the same memo gives the same post. `Infinity`: for ever. The network must keep its key four
   * minutes longer, the time in which a second publish that was decided on arrives.
   */
  readonly sameFor?: number;
  /** The session can look a post up. */
  readonly find?: boolean;
  /**
   * Seconds for which a request whose answer was lost may still be under way, so that neither a key nor a look can be trusted.
   * Absent: 0 where `sameFor` holds, else 60.
   */
  readonly settling?: number;
}

/** One account, signed in. At most one `publish` is under way at a time. */
export interface Session {
  readonly profile: Profile;
  /** This server's own, where it reports them. */
  readonly limits?: Limits;
  /** This server's own, where it differs from the channel's. */
  readonly repeat?: Repeat;
  /** When the credentials stop working. */
  readonly expires?: Date;
  /**
   * Repeatable and invisible to followers: uploads media, builds the card, chooses the key. What it returns is kept in
   * the ledger before `publish`, so it must hold everything that makes a second publish the same, and no secret.
   * `previous` is an older memo of the same delivery, where there is one: a key chosen before must be chosen again.
   */
  prepare(post: Post, context: PrepareContext): Promise<Json>;
  /** Exactly one visible act. */
  publish(post: Post, memo: Json): Promise<Receipt>;
  /**
   * The receipt of the post where it is live, undefined where it certainly is not. `since`: when it was first armed, or some
   * hours before, where our clock may have been ahead of the network's.
   * Throws where that cannot be told.
   */
  find?(post: Post, memo: Json, since: Date): Promise<Receipt | undefined>;
  /**
   * The receipt of the post with other words. May be asked for again where an answer was lost; where followers would notice that,
   * `context` helps to do it once.
   */
  edit?(receipt: Receipt, post: Post, context?: MendContext): Promise<Receipt>;
  /** Succeeds where it is gone already. The same holds for doing it again. */
  remove?(receipt: Receipt, context?: MendContext): Promise<void>;
  /** Null for a post that is gone. In the order asked. */
  metrics?(receipts: readonly Receipt[]): Promise<readonly (Metrics | null)[]>;
  close?(): Promise<void>;
}

export interface PrepareContext {
  /** The delivery's own id: [a-z0-9-], at most 40 characters, the same at every try. */
  readonly key: string;
  readonly previous: Json | null;
  /** In a thread: the first post and the one before this. */
  readonly reply: { readonly root: Receipt; readonly parent: Receipt } | null;
}

export interface MendContext {
  /** Of this edit or removal: [a-z0-9-], at most 40 characters, the same at every try. */
  readonly key: string;
  /** It was tried before, and may have been done. */
  readonly again: boolean;
  /** When it was first tried. */
  readonly since: Date;
}

export interface Profile {
  readonly id: string;
  /** As it is shown to followers. */
  readonly name: string;
  /** As others address it. */
  readonly handle: string;
  readonly url: string | null;
  /** Its picture's address, where the network says it with the rest. */
  readonly avatar?: string;
}

/** Absent: the network does not tell. What it does not tell is never 0. */
export interface Metrics {
  readonly likes?: number;
  readonly reposts?: number;
  readonly replies?: number;
  /** Of the links in it. */
  readonly clicks?: number;
  /** How often it was shown to somebody. */
  readonly views?: number;
}

/** What a channel may use of the world. */
export interface Io {
  /** Guarded (operator's own addresses only where allowed) and with an honest User-Agent; aborts after 30 s. */
  readonly fetch: typeof globalThis.fetch;
  /** The same for one request of text and its whole answer, at a third of the cost. Follows no redirect. Absent: `fetch` does it. */
  send?(url: string | URL, request: Sending): Promise<Answer>;
  readonly now: () => Date;
  /** The bytes of an image or another file; refused over `max` bytes. */
  load(url: string, max: number): Promise<{ readonly bytes: Uint8Array; readonly type: string }>;
  /** Where others can load what `load` can; the site shows its own pictures while they are published. Absent: at the same address. */
  addressOf?(url: string): string;
  readonly site: { readonly name: string; readonly url: string };
  /** Name and version of this program, for a User-Agent that is not sent by `fetch`. */
  readonly userAgent: string;
}

export interface Sending {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Of any status. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}
