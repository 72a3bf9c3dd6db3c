/** A text as it goes out: no white space at line ends, blank lines folded, nothing before or after. */
export function tidy(text: string): string {
  return text
    .replace(/(?<![^\S\n])[^\S\n]+\n/g, "\n")
    .replace(/(?<=\S)[^\S\n]{2,}(?=\S)/g, " ")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
