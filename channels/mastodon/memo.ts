import type { Json } from "../../src/model/json.ts";
import type { Attachment } from "./media.ts";

/** What makes a second publish the same. */
export interface Memo {
  readonly key: string;
  /** The status that this one replies to. */
  readonly parent: string | null;
  readonly media: readonly Attachment[];
}

export function writeMemo({ key, parent, media }: Memo): Json {
  return { key, parent, media: writeMedia(media) };
}

/** Throws where the ledger gives back something else than was put in. */
export function readMemo(json: Json): Memo {
  if (!isObject(json) || typeof json["key"] !== "string")
    throw new TypeError("That is no memo of this channel.");
  const { key, parent } = json;
  return { key, parent: typeof parent === "string" ? parent : null, media: readMedia(json["media"]) };
}

export function writeMedia(media: readonly Attachment[]): Json {
  return media.map(({ url, alt, id }) => ({ url, alt, id }));
}

export function readMedia(json: Json | undefined): Attachment[] {
  return Array.isArray(json) ? json.filter(isAttachment) : [];
}

function isAttachment(json: unknown): json is Attachment {
  const one = json as Partial<Attachment> | null;
  return typeof one?.url === "string" && typeof one.alt === "string" && typeof one.id === "string";
}

function isObject(json: Json | null): json is { readonly [key: string]: Json } {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}
