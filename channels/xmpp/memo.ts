import type { Json } from "../../src/model/json.ts";

/** What makes a second publish the same. Receipts keep it too, for edits. */
export interface Memo {
  /** The message's or the item's id. */
  readonly key: string;
  /** ISO 8601: the date that followers see. */
  readonly published: string;
  readonly parent: Parent | null;
  readonly attachments: readonly Attachment[];
}

/** The post that this one replies to. */
export interface Parent {
  readonly id: string;
  /** The room's own id for it, where it gives any. */
  readonly stanzaId: string | null;
}

/** An image that was uploaded, or one that is linked where it already is. */
export interface Attachment {
  /** In the post. */
  readonly source: string;
  /** For followers. */
  readonly url: string;
  readonly alt: string;
  /** MIME; null where it was not uploaded. */
  readonly type: string | null;
}

export function writeMemo({ key, published, parent, attachments }: Memo): { readonly [key: string]: Json } {
  return {
    key,
    published,
    parent: parent && { ...parent },
    attachments: attachments.map((one) => ({ ...one })),
  };
}

/** Undefined where it is not one of this channel. */
export function readMemo(json: Json | undefined): Memo | undefined {
  const memo = json as Partial<Memo> | null | undefined;
  if (typeof memo?.key !== "string" || typeof memo.published !== "string") return undefined;
  const { key, published, parent = null, attachments = [] } = memo;
  return { key, published, parent, attachments };
}

/** The room's own id, from a receipt's data. */
export function readStanzaId(json: Json | undefined): string | null {
  const data = json as { readonly stanzaId?: unknown } | null | undefined;
  return typeof data?.stanzaId === "string" ? data.stanzaId : null;
}
