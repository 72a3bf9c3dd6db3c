import type { Io, PrepareContext } from "../../src/channel/channel.ts";
import type { Media, Post, Receipt } from "../../src/model/post.ts";
import type { Connection } from "./connection.ts";
import { checkText } from "./limits.ts";
import { type Attachment, type Memo, type Parent, readMemo, readStanzaId } from "./memo.ts";
import { upload } from "./upload.ts";
import type { UploadService } from "./upload-service.ts";

/** What uploading needs. */
export interface Dock {
  readonly connection: Connection;
  /** Undefined where the server has none: images are linked where they are. */
  readonly service: UploadService | undefined;
  readonly io: Io;
}

export async function prepare(dock: Dock, post: Post, context: PrepareContext): Promise<Memo> {
  checkText(post);
  const previous = readMemo(context.previous ?? undefined);
  return {
    key: previous?.key ?? context.key,
    published: previous?.published ?? dock.io.now().toISOString(),
    parent: previous?.parent ?? readParent(context.reply?.parent),
    attachments: await attach(dock, post.media, previous?.attachments ?? []),
  };
}

function readParent(receipt: Receipt | undefined): Parent | null {
  return receipt ? { id: receipt.remoteId, stanzaId: readStanzaId(receipt.data) } : null;
}

/** Those that were uploaded before are not uploaded again. */
export function attach(
  dock: Dock,
  media: readonly Media[],
  before: readonly Attachment[],
): Promise<Attachment[]> {
  return Promise.all(
    media.map(async ({ url, alt }) => {
      const known = before.find((one) => one.source === url);
      return known ? { ...known, alt } : { source: url, alt, ...(await place(dock, url)) };
    }),
  );
}

async function place(
  { connection, service, io }: Dock,
  url: string,
): Promise<Pick<Attachment, "url" | "type">> {
  return service ? upload(connection, service, io, url) : { url: io.addressOf?.(url) ?? url, type: null };
}
