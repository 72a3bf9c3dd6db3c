/**
 * LinkedIn's markup for post texts. A reserved character without a backslash makes it drop the rest of the post and answer 201 all the same.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format
 */
const reserved = /[\\|{}@[\]()<>#*_~]/g;

/** At the beginning of a word, and not digits alone; elsewhere `#` is a part of an address, or a number. */
const hashtag = /(?<=^|[\s([{"'„“”‘’«»¿¡])#(?=\p{N}*[\p{L}_])([\p{L}\p{N}\p{M}_]+)/gu;

const template = /\{hashtag\|\\?[#＃]\|((?:\\.|[^\\}])*)\}/gsu;

/** A plain text as LinkedIn shows it unchanged; words like `#this` become hashtags, and nothing becomes a mention. */
export function writeLittle(text: string): string {
  const pieces = text.split(hashtag);
  return pieces
    .map((piece, index) => (index % 2 === 0 ? escape(piece) : `{hashtag|\\#|${escape(piece)}}`))
    .join("");
}

/** What followers read of it. */
export function readLittle(little: string): string {
  return little.replaceAll(template, "#$1").replaceAll(/\\([\\|{}@[\]()<>#*_~])/g, "$1");
}

/** Whether followers read the same in both, apart from white space. */
export function isSameText(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

function escape(text: string): string {
  return text.replaceAll(reserved, "\\$&");
}

function fold(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/g, "");
}
