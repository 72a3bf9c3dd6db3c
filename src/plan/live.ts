import type { Found, FoundImage, FoundPage, ImageNeeds } from "../model/page.ts";
import type { Card } from "../model/post.ts";
import { worded } from "../model/worded.ts";

/** What a page lacks to be there, each as a sentence without its full stop. `secure`: it must be served over https. */
export function pageLacks(page: FoundPage, secure: boolean): readonly string[] {
  const { url, at, status, trouble } = page;
  if (status === null) return [bare(trouble ?? worded`${url} does not answer`)];
  if (status !== 200) return [worded`${url} answers ${status}`];
  if (secure && !at.startsWith("https:")) return [worded`${at} is not served over https`];
  return isRoot(at) && !isRoot(url) ? [worded`${url} leads to the front page of its site`] : [];
}

const isRoot = (url: string): boolean => new URL(url).pathname === "/" && new URL(url).search === "";

/** Other people's pages turn programs away that they show to people: only what nobody can see is missing. */
export function linkLacks({ url, status, trouble }: Found): readonly string[] {
  if (status === null) return [bare(trouble ?? worded`${url} does not answer`)];
  const isThere = status < 400 || [401, 402, 403, 405, 406, 429, 451].includes(status);
  return isThere ? [] : [worded`the story's link ${url} answers ${status}`];
}

/** What a page's own card lacks; null where the page has none. `pictured`: the entry has an image. */
export function cardLacks(card: Card | null, url: string, pictured: boolean): readonly string[] {
  if (card === null) return [worded`${url} is no web page, so it has no card`];
  const missing = [
    ...(card.title === "" ? [worded`no title (og:title)`] : []),
    ...(card.description === "" ? [worded`no description (og:description)`] : []),
    ...(pictured && card.image === null ? [worded`no image (og:image)`] : []),
  ];
  return missing.length === 0 ? [] : [worded`the page's card has ${missing.join(", ")}`];
}

/** What an image lacks to be shown. `what` names it, as “the card's image”. */
export function imageLacks(name: string, image: FoundImage, needs: ImageNeeds): readonly string[] {
  const { status, trouble, format, bytes } = image;
  if (status === null) return [worded`${name} does not load: ${bare(trouble ?? worded`no answer`)}`];
  if (status !== 200) return [worded`${name} answers ${status}`];
  if (format === null || isOtherThan(image)) return [worded`${name} is no PNG, JPEG, GIF or WebP image`];
  const { maxBytes } = needs;
  const heavy = maxBytes !== undefined && bytes > maxBytes;
  return [
    ...(heavy
      ? [worded`${name} has ${inMegabytes(bytes)}, and ${inMegabytes(maxBytes)} are the most here`]
      : []),
    ...sizeLacks(name, image, needs),
  ];
}

/** Many servers name the wrong kind of image, or none; one that speaks of a page means it. */
const isOtherThan = ({ type }: FoundImage): boolean =>
  type !== null && type !== "" && !/^(image\/|application\/octet-stream$|binary\/)/.test(type);

const inMegabytes = (bytes: number): string => `${Math.round(bytes / 10_000) / 100} MB`;

function sizeLacks(name: string, { size }: FoundImage, needs: ImageNeeds): readonly string[] {
  if (size === null) return [];
  const { width, height } = size;
  const { minWidth = 0, minHeight = 0, maxSide = Infinity, maxPixels = Infinity } = needs;
  const is = worded`${name} has ${width} × ${height} pixels`;
  if (width < minWidth || height < minHeight)
    return [worded`${is}, and ${minWidth} × ${minHeight} are the least here`];
  if (Math.max(width, height) > maxSide) return [worded`${is}, and ${maxSide} a side are the most here`];
  return width * height > maxPixels ? [worded`${is}, and ${maxPixels} in all are the most here`] : [];
}

const bare = (sentence: string): string => sentence.replace(/(: it is tried again later)?[.\s]*$/, "");

/** Seconds that a post has waited, and the minutes between looks from then on. */
const rhythm = [
  [3600, 15],
  [600, 5],
  [0, 1],
] as const;

/**
 * When to look again: each minute at first, then less often. On the clock's own minutes, so that all who wait for one page ask
 * together and the page is asked once.
 */
export function nextLook(since: Date, now: Date): Date {
  const waited = (now.getTime() - since.getTime()) / 1000;
  const minutes = rhythm.find(([after]) => waited >= after)?.[1] ?? 1;
  const step = minutes * 60_000;
  return new Date((Math.floor(now.getTime() / step) + 1) * step);
}
