/** Hashtags without `#`: every word with a capital, letters and digits only, no two alike, none of digits alone. */
export function toHashtags(tags: readonly string[]): string[] {
  const named = tags.map(toHashtag).filter((tag) => /\p{L}/u.test(tag) && tag.length > 1);
  return [...new Map(named.toReversed().map((tag) => [tag.toLowerCase(), tag])).values()].toReversed();
}

function toHashtag(tag: string): string {
  if (/[+#*&/@]/.test(tag.replace(/^#/, ""))) return "";
  const words = tag.normalize("NFC").match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/** Abbreviations in a name, which make good hashtags: `FOSS` of `FOSS Letter`. */
export function abbreviationsOf(name: string): string[] {
  return name.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{N}]{2,}(?![\p{L}\p{N}])/gu) ?? [];
}
