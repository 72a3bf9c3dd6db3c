import type { Story } from "./entry.ts";

/** Whether a story tells of a release: it links to one, or names a version that has come out. The same in every language. */
export function isRelease({ text, link }: Pick<Story, "text" | "link">): boolean {
  return (
    /\/(?:releases?|tags?)(?:\/|$|#)/.test(link ?? "") ||
    /(?:^|\s)v?\d+\.\d+(?:\.\d+)?(?!\S*[\p{L}:])/u.test(text)
  );
}
