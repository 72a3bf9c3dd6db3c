import type { Json } from "../../src/model/json.ts";
import type { Media } from "../../src/model/post.ts";

/** A picture that Facebook has and shows to nobody yet. */
export interface Photo extends Media {
  readonly id: string;
}

/** What makes a second publish the same. */
export interface Memo {
  /** When the delivery was first prepared. ISO 8601, UTC. */
  readonly at: string;
  /** Where a part of a thread goes: the post or the comment that it is written under. */
  readonly under: string | null;
  /** The comment that later parts gather under; null where this part becomes it, or is no comment. */
  readonly top: string | null;
  readonly photos: readonly Photo[];
}

export function writeMemo({ at, under, top, photos }: Memo): Json {
  return { at, under, top, photos: photos.map(({ url, alt, id }) => ({ url, alt, id })) };
}

/** Throws where the ledger gives back something else than was put in. */
export function readMemo(json: Json): Memo {
  const { at, under, top, photos } = (json ?? {}) as { readonly [K in keyof Memo]?: unknown };
  if (typeof at !== "string" || !Array.isArray(photos))
    throw new TypeError("That is no memo of this channel.");
  return { at, under: readId(under), top: readId(top), photos: photos.filter(isPhoto) };
}

function readId(json: unknown): string | null {
  return typeof json === "string" ? json : null;
}

function isPhoto(json: unknown): json is Photo {
  const photo = json as Partial<Photo> | null;
  return typeof photo?.url === "string" && typeof photo.alt === "string" && typeof photo.id === "string";
}
