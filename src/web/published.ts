import type { Delivery } from "../model/delivery.ts";
import type { Image } from "../model/entry.ts";
import type { Size } from "../model/page.ts";
import type { Published } from "./reading.ts";
import { readHost, readLink, shortenText } from "./text.ts";

/** A picture as a page shows it; of those of other servers nobody knows the size. */
export interface Picture extends Image {
  readonly size?: Size;
}

/** The title, or how the text begins. */
export function nameOf(published: Published): string {
  return titleOf(published) ?? nameText(published.delivery.post.text);
}

/** How a text begins; of its links the server. */
export function nameText(text: string): string {
  const [beginning = ""] = text.trim().split("\n");
  return shortenText(beginning.replaceAll(/https?:\/\/\S+/gu, readHost), 80);
}

/** The post's own; else the entry's, unless it is about one story. */
export function titleOf({ delivery, entry }: Published): string | null {
  const { title } = delivery.post;
  if (title !== null && title.trim() !== "") return title;
  return delivery.story === null ? entry.title : null;
}

/** The text without a first line that only repeats the title, and without lines that are only the link: that stands below. */
export function bodyOf(published: Published): string {
  const { text, link } = published.delivery.post;
  const [first = "", ...rest] = text
    .trim()
    .split("\n")
    .filter((line) => link === null || line.trim() !== link);
  const repeats = rest.length > 0 && first.trim() === titleOf(published)?.trim();
  return (repeats ? rest : [first, ...rest]).join("\n");
}

/** Those of the post; else its card's. */
export function picturesOf({ delivery, sizes }: Published): readonly Picture[] {
  const { media, card } = delivery.post;
  const pictures = media.length > 0 ? media : card?.image ? [card.image] : [];
  return pictures.flatMap(({ url, alt }) => {
    const [address, size] = [readLink(url), sizes?.get(url)];
    return address === null ? [] : [{ url: address, alt, ...(size && { size }) }];
  });
}

/** BCP 47, or the empty tag for unknown. */
export function languageOf({ delivery, entry }: Published): string {
  return delivery.post.language ?? entry.language ?? "";
}

/** ISO 8601, UTC. */
export function publishedAt(delivery: Delivery): string {
  return isoOf(delivery.receipt?.at ?? delivery.dueAt);
}

/** When it was edited last, ISO 8601, UTC; null where it never was. */
export function editedAt({ receipt }: Delivery): string | null {
  const data = receipt?.data;
  const edited = typeof data === "object" && data !== null && "updated" in data ? data.updated : null;
  return typeof edited === "string" ? isoOf(edited) : null;
}

function isoOf(time: string): string {
  return new Date(time).toISOString();
}

/** Sent, with an address where a follower can read it, the first part of its thread. */
export function isCopy(delivery: Delivery): boolean {
  const address = readLink(delivery.receipt?.permalink ?? null);
  return delivery.state === "sent" && delivery.part === 1 && address !== null;
}

/** The same said on other networks. */
export function findElsewhere({ delivery, deliveries }: Published): readonly Delivery[] {
  const same = (one: Delivery) => one.step === delivery.step && one.story === delivery.story;
  return deliveries.filter((one) => one.id !== delivery.id && same(one) && isCopy(one));
}
