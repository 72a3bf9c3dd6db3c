import { ChannelError } from "../../src/channel/failure.ts";
import type { Card, Post } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import type { Client } from "./client.ts";
import { classify } from "./failure.ts";
import { findUpload, loadImage, upload } from "./images.ts";
import type { JsonObject } from "./json.ts";
import { limits } from "./limits.ts";
import type { Upload } from "./memo.ts";

/** UTF-16 units that a card shows; the documents give no limits, and nobody reads more. */
const longest = { title: 400, description: 1000 } as const;

/** Uploads what hangs below the text: images, else the card's. */
export async function gather(
  client: Client,
  owner: string,
  { media, card }: Post,
  earlier: readonly Upload[],
): Promise<Upload[]> {
  if (media.length > limits.media)
    throw new ChannelError({
      kind: "refused",
      reason: worded`LinkedIn takes ${limits.media} images a post, not ${media.length}.`,
    });
  if (media.length === 0) return card?.image ? gatherThumbnail(client, owner, card.image.url, earlier) : [];
  const uploads: Upload[] = [];
  for (const { url } of media) {
    const known = await findUpload(client, url, [...earlier, ...uploads]);
    uploads.push(known ?? (await upload(client, owner, url, await loadImage(client, url))));
  }
  return uploads;
}

/** None where the file cannot be loaded or used: a card without a picture is better than no post. */
async function gatherThumbnail(
  client: Client,
  owner: string,
  url: string,
  earlier: readonly Upload[],
): Promise<Upload[]> {
  const known = await findUpload(client, url, earlier);
  if (known) return [known];
  const bytes = await loadImage(client, url).catch(() => undefined);
  if (!bytes) return [];
  try {
    return [await upload(client, owner, url, bytes)];
  } catch (error) {
    if (classify(error).kind !== "refused") throw error;
    return [];
  }
}

/** A post carries one of them; undefined where there is nothing. Titles and descriptions are plain text. */
export function writeContent(post: Post, uploads: readonly Upload[]): JsonObject | undefined {
  const images = post.media.map(({ url, alt }) => ({
    id: urnOf(url, uploads),
    ...(alt !== "" && { altText: alt }),
  }));
  const [first] = images;
  if (first) return images.length === 1 ? { media: first } : { multiImage: { images } };
  const card = post.card ?? bareCard(post);
  return card ? { article: writeArticle(card, uploads) } : undefined;
}

/** LinkedIn does not look at the page itself, so that a link without a card would be shown nowhere. */
function bareCard({ link, text }: Post): Card | null {
  if (link === null || text.includes(link)) return null;
  return { url: link, title: "", description: "", image: null };
}

/** @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api `content.article` */
function writeArticle({ url, title, description, image }: Card, uploads: readonly Upload[]): JsonObject {
  const thumbnail = image && uploads.find((one) => one.url === image.url)?.urn;
  return {
    source: url,
    title: shorten(title, longest.title) || new URL(url).host,
    ...(description !== "" && { description: shorten(description, longest.description) }),
    ...(thumbnail && { thumbnail }),
  };
}

function shorten(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).replace(/\s+\S*$/u, "")}…`;
}

function urnOf(url: string, uploads: readonly Upload[]): string {
  const found = uploads.find((one) => one.url === url);
  if (found) return found.urn;
  throw new TypeError(`The memo lacks the image ${url}.`);
}
