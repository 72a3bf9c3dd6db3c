import type { AtpAgent } from "@atproto/api";
import type { Io } from "../../src/channel/channel.ts";
import type { Card, Media, Post } from "../../src/model/post.ts";
import { isXrpcError } from "./failure.ts";
import { uploadPicture } from "./image.ts";
import { imageBytes, thumbnailBytes } from "./limits.ts";
import type { JsonObject } from "./memo.ts";
import { shorten } from "./text.ts";

/** What hangs below the text: pictures, else the card. A post carries one of them only. `linked`: the text shows the link. */
export async function makeEmbed(
  post: Post,
  linked: boolean,
  agent: AtpAgent,
  io: Io,
): Promise<JsonObject | null> {
  if (post.media.length > 0) return makeImages(post.media, agent, io);
  const card = post.card ?? (linked ? null : bareCard(post));
  return card && makeCard(card, agent, io);
}

function bareCard({ link, title }: Post): Card | null {
  return link === null ? null : { url: link, title: title ?? shorten(link), description: "", image: null };
}

async function makeImages(media: readonly Media[], agent: AtpAgent, io: Io): Promise<JsonObject> {
  const images = media.map(async ({ url, alt }) => {
    const { blob, size } = await uploadPicture(agent, io, url, imageBytes);
    return { image: blob, alt, ...(size && { aspectRatio: { ...size } }) };
  });
  return { $type: "app.bsky.embed.images", images: await Promise.all(images) };
}

async function makeCard(card: Card, agent: AtpAgent, io: Io): Promise<JsonObject> {
  const { url: uri, title, description, image } = card;
  const thumb = image && (await makeThumbnail(image.url, agent, io));
  return { $type: "app.bsky.embed.external", external: { uri, title, description, ...(thumb && { thumb }) } };
}

/** Null where the file cannot be loaded or used: a card without a picture is better than no post. */
async function makeThumbnail(url: string, agent: AtpAgent, io: Io): Promise<JsonObject | null> {
  try {
    return (await uploadPicture(agent, io, url, thumbnailBytes)).blob;
  } catch (error) {
    if (isXrpcError(error)) throw error;
    return null;
  }
}
