import type { Counted } from "./mastodon-window.ts";

export interface Account {
  readonly id: string;
  readonly username: string;
  readonly token: string;
  readonly scopes: readonly string[];
  readonly statuses: Status[];
  /** Idempotency keys with what they stand for. */
  readonly keys: Map<string, { readonly id: string; readonly at: number }>;
  readonly counted: Counted;
}

export interface Status {
  /** What readers did with it. */
  counts?: { readonly likes?: number; readonly reposts?: number; readonly replies?: number };
  readonly id: string;
  readonly account: Account;
  readonly at: Date;
  /** As it was written. */
  text: string;
  /** As HTML. */
  shown: string;
  spoiler: string;
  language: string | null;
  readonly visibility: string;
  readonly parent: string | null;
  media: Media[];
  edited: Date | null;
}

export interface Media {
  readonly id: string;
  readonly account: Account;
  description: string;
  /** How often it will still be asked for before it is processed. */
  pending: number;
  attached: boolean;
  /** As they came. */
  readonly bytes: Uint8Array;
}

export function renderStatus(status: Status, server: string): object {
  const address = `${server}/@${status.account.username}/${status.id}`;
  return {
    id: status.id,
    uri: address,
    url: address,
    created_at: status.at.toISOString(),
    edited_at: status.edited?.toISOString() ?? null,
    account: renderAccount(status.account, server),
    content: status.shown,
    spoiler_text: status.spoiler,
    visibility: status.visibility,
    sensitive: status.spoiler !== "",
    language: status.language,
    in_reply_to_id: status.parent,
    in_reply_to_account_id: status.parent === null ? null : status.account.id,
    media_attachments: status.media.map((media) => renderMedia(media, server)),
    favourites_count: status.counts?.likes ?? 0,
    reblogs_count: status.counts?.reposts ?? 0,
    replies_count: status.counts?.replies ?? 0,
    quotes_count: 0,
    mentions: [],
    tags: [],
    emojis: [],
    reblog: null,
    poll: null,
    card: null,
  };
}

export function renderMedia(media: Media, server: string): object {
  const ready = media.pending <= 0;
  return {
    id: media.id,
    type: "image",
    url: ready ? `${server}/media/${media.id}.png` : null,
    preview_url: `${server}/media/${media.id}-small.png`,
    remote_url: null,
    meta: {},
    description: media.description,
    blurhash: "UBL_:rOpGG-oBUNG,qRj2so|=eE1w^n4S5NH",
  };
}

export function renderAccount({ id, username }: Account, server: string): object {
  const address = `${server}/@${username}`;
  const picture = `${server}/avatars/${id}.png`;
  return {
    id,
    username,
    acct: username,
    display_name: `The ${username} team`,
    url: address,
    uri: address,
    note: "",
    avatar: picture,
    avatar_static: picture,
    header: picture,
    header_static: picture,
    bot: false,
    group: false,
    locked: false,
    indexable: true,
    discoverable: true,
    noindex: false,
    created_at: "2024-01-01T00:00:00.000Z",
    last_status_at: null,
    followers_count: 0,
    following_count: 0,
    statuses_count: 0,
    emojis: [],
    fields: [],
    roles: [],
  };
}
