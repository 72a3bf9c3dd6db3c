import type { Io } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import type { Media } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import type { Send } from "./client.ts";
import { isMissing } from "./failure.ts";
import { limits } from "./limits.ts";
import type { Photo } from "./memo.ts";

/** Where photos go, and how. */
interface Album {
  readonly send: Send;
  readonly io: Io;
  readonly page: string;
}

/** Uploads the pictures that are not there already, in order; nobody sees them. */
export async function uploadPhotos(
  album: Album,
  media: readonly Media[],
  earlier: readonly Photo[],
): Promise<Photo[]> {
  const photos: Photo[] = [];
  for (const { url, alt } of media) {
    const known = earlier.find((one) => one.url === url && one.alt === alt);
    const id = (known && (await keep(album, known.id))) ?? (await upload(album, { url, alt }));
    photos.push({ url, alt, id });
  }
  return photos;
}

/** The id of a photo that is still there: Facebook drops after a while what no post carries. */
async function keep({ send }: Album, id: string): Promise<string | undefined> {
  try {
    await send({ method: "GET", path: id, params: { fields: "id" }, visible: false });
    return id;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** @see https://developers.facebook.com/docs/graph-api/reference/page/photos */
async function upload({ send, io, page }: Album, { url, alt }: Media): Promise<string> {
  const { bytes, type } = await io.load(url, limits.mediaBytes);
  const file = new File([Buffer.from(bytes)], url.split("/").at(-1) || "photo", { type });
  const params = { published: "false", ...(alt !== "" && { alt_text_custom: alt }) };
  const call = { method: "POST", path: `${page}/photos`, params, file, visible: false } as const;
  const { id } = await send<{ readonly id: string }>(call);
  if (typeof id === "string") return id;
  throw new ChannelError({ kind: "down", reason: worded`Facebook did not say what ${url} became.` });
}
