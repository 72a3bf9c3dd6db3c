import type { Entry } from "../model/entry.ts";

/**
 * The entry that another one translates: one that names the other as its translation or is named by it, else one of the same
 * file name and month, else the only issue of the same day. Undefined where none is.
 */
export function originalOf(translation: Entry, entries: readonly Entry[]): Entry | undefined {
  const named = entries.find((entry) => names(entry, translation) || names(translation, entry));
  if (named !== undefined) return named;
  const tail = tailOf(translation.url);
  const alike = entries.find((entry) => tail !== "" && tailOf(entry.url) === tail);
  if (alike !== undefined) return alike;
  const sameDay = entries.filter(
    (entry) => entry.newsletter && dayOf(entry) !== "" && dayOf(entry) === dayOf(translation),
  );
  return translation.newsletter && sameDay.length === 1 ? sameDay[0] : undefined;
}

const names = (entry: Entry, other: Entry): boolean =>
  entry.translations.some(({ url }) => withoutSlash(url) === withoutSlash(other.url));

const withoutSlash = (url: string): string => url.replace(/\/+$/, "");

/** `2026/08/the-newsletter` of an address, whatever stands before the year. */
const tailOf = (url: string): string => /\/(\d{4}\/\d\d\/[^?#]+?)\/?(?:[?#]|$)/.exec(url)?.[1] ?? "";

const dayOf = ({ published }: Entry): string => published?.slice(0, 10) ?? "";
