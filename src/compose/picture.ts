import type { Channel, Limits } from "../channel/channel.ts";
import type { Entry, Image, Story } from "../model/entry.ts";
import type { Card, Media } from "../model/post.ts";
import { fit } from "./fit.ts";
import { leadOf } from "./sentences.ts";

export interface Pictured {
  readonly card: Card | null;
  readonly media: readonly Media[];
}

interface Subject {
  readonly entry: Entry;
  readonly story: Story | null;
  readonly link: string;
  /** As it was read from the linked page; null where it was not. */
  readonly card: Card | null;
}

/**
 * A post shows one thing: its link's card, or an image of its own. A story's own image goes before a card that the
 * network makes; a card that we supply goes before images, which would take its place; without cards, images show.
 */
export function choosePicture(subject: Subject, kind: Channel["card"], limits: Limits): Pictured {
  const { entry, story } = subject;
  if (kind === "supplied") return { card: subject.card ?? cardOf(subject), media: [] };
  const image = kind === "none" ? (story?.image ?? entry.image) : (story?.image ?? null);
  if (image !== null && limits.media > 0) return { card: null, media: [toMedia(image, limits)] };
  return { card: kind === "none" ? null : subject.card, media: [] };
}

/** What is known of the link without its page. */
function cardOf({ entry, story, link }: Subject): Card {
  if (story === null)
    return { url: link, title: entry.title, description: entry.summary, image: entry.image };
  const title = leadOf(story.text, entry.language);
  return { url: link, title, description: story.text.slice(title.length).trim(), image: story.image };
}

function toMedia({ url, alt }: Image, limits: Limits): Media {
  return { url, alt: shortenAlt(alt, limits.alt) };
}

function shortenAlt(alt: string, most: number): string {
  const piece = { order: 0, whole: false, content: [alt] };
  return fit([piece], [{ unit: "graphemes", max: most }]).text;
}
