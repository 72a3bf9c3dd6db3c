/** What Reddit links by itself: addresses, without what ends a sentence, and names of people and subreddits. */
const linked =
  /(?<!\w)(?:https?:\/\/|www\.)[^\s<>]*[^\s<>.,;:!?)"']|(?<![\w/])\/?[ur]\/[a-z\d](?:[\w-]*[a-z\d])?/gi;

/**
 * Markdown that reads as the plain text was written: every mark is escaped, every end of a line stays one, and what
 * Reddit links is left to be linked. @see https://support.reddithelp.com/hc/en-us/articles/360043033952 and, for the older site,
 * https://github.com/reddit/snudown
 */
export function writeMarkdown(text: string): string {
  const lines = text.split("\n").map((line) => escapeStart(escape(line.trim())));
  return lines.map((line, index) => line + breakAfter(line, lines[index + 1])).join("\n");
}

function escape(line: string): string {
  const links = [...line.matchAll(linked)];
  const ends = [0, ...links.map(({ 0: link, index }) => index + link.length)];
  const pieces = ends.map((end, index) => {
    const between = line.slice(end, links[index]?.index);
    return escapeMarks(between) + (links[index]?.[0] ?? "");
  });
  return pieces.join("");
}

function escapeMarks(text: string): string {
  return text.replace(/[\\`*_[\]<>~^|]/g, "\\$&").replace(/&(?=#?\w+;)/g, "&amp;");
}

/** Headings, lists, rules and underlines are marks only where a line begins. */
function escapeStart(line: string): string {
  if (/^=+$/.test(line)) return line.replace("=", "&#61;");
  return line.replace(/^[#+-]/, "\\$&").replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}

/** Two spaces at the end of a line break it; a paragraph ends by itself. */
function breakAfter(line: string, next: string | undefined): string {
  return line === "" || next === undefined || next === "" ? "" : "  ";
}
