import type { AtpAgent, BlobRef } from "@atproto/api";
import type { Io } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import { formatOf, sizeOf } from "../../src/model/image-format.ts";
import type { Size } from "../../src/model/page.ts";
import { worded } from "../../src/model/worded.ts";
import type { JsonObject } from "./memo.ts";

export interface Picture {
  /** The server's reference to the uploaded bytes. */
  readonly blob: JsonObject;
  /** Null where the file does not tell at its beginning. A turned photo (EXIF) is given unturned. */
  readonly size: Size | null;
}

/** Loads a picture and uploads it; nobody sees it before a post carries it. Refused: what is too large or no picture. */
export async function uploadPicture(agent: AtpAgent, io: Io, url: string, max: number): Promise<Picture> {
  const { bytes } = await io.load(url, max);
  const format = formatOf(bytes);
  if (format === null)
    throw new ChannelError({
      kind: "refused",
      reason: worded`The file ${url} is no PNG, JPEG, GIF or WebP picture.`,
    });
  const { data } = await agent.uploadBlob(bytes, { encoding: `image/${format.toLowerCase()}` });
  return { blob: toJson(data.blob), size: sizeOf(bytes, format) };
}

function toJson(blob: BlobRef): JsonObject {
  return JSON.parse(JSON.stringify(blob)) as JsonObject;
}
