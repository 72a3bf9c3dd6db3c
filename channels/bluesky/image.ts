import type { AtpAgent, BlobRef } from "@atproto/api";
import type { Io } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import type { JsonObject } from "./memo.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Picture {
  /** The server's reference to the uploaded bytes. */
  readonly blob: JsonObject;
  /** Null where the file does not tell at its beginning. */
  readonly size: Size | null;
}

/** Loads a picture and uploads it; nobody sees it before a post carries it. Refused: what is too large or no picture. */
export async function uploadPicture(agent: AtpAgent, io: Io, url: string, max: number): Promise<Picture> {
  const { bytes } = await io.load(url, max);
  const encoding = typeOf(bytes);
  if (encoding === undefined)
    throw new ChannelError({
      kind: "refused",
      reason: `The file ${url} is no PNG, JPEG, GIF or WebP picture.`,
    });
  const { data } = await agent.uploadBlob(bytes, { encoding });
  return { blob: toJson(data.blob), size: sizeOf(bytes, encoding) };
}

function toJson(blob: BlobRef): JsonObject {
  return JSON.parse(JSON.stringify(blob)) as JsonObject;
}

/** By the first bytes: what servers state is often wrong. @see https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern */
function typeOf(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
  if (start.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  if (start.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (start.startsWith("GIF8")) return "image/gif";
  return start.startsWith("RIFF") && start.endsWith("WEBP") ? "image/webp" : undefined;
}

/** In pixels. */
export function sizeOf(bytes: Uint8Array, type: string): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === "image/png" && view.byteLength >= 24)
    return { width: view.getUint32(16), height: view.getUint32(20) };
  return type === "image/jpeg" ? sizeOfJpeg(view) : null;
}

/** Goes from segment to segment up to the frame header. A turned photo (EXIF) is given unturned. @see ITU-T T.81 B.2.2 */
function sizeOfJpeg(view: DataView): Size | null {
  for (let at = 2; at + 9 <= view.byteLength && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2))
    if (isFrame(view.getUint8(at + 1)))
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  return null;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
