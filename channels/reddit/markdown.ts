/** An address as Reddit links it by itself; what ends a sentence is no part of it. */
const address = /(?<!\w)(?:https?:\/\/|www\.)[^\s<>]*[^\s<>.,;:!?)"']/g;

/** A line within a word marks nothing, and names of people and subreddits are known only without an escape. */
const mark = /[\\`*[\]<>~^|]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g;

/**
 * Markdown that reads as the plain text was written: every mark is escaped, every end of a line stays one, and addresses
 * are left to be linked. @see https://support.reddithelp.com/hc/en-us/articles/360043033952 and, for the older site,
 * https://github.com/reddit/snudown
 */
export function writeMarkdown(text: string): string {
  const lines = text.split("\n").map((line) => escapeStart(escape(line.trim())));
  return lines.map((line, index) => line + breakAfter(line, lines[index + 1])).join("\n");
}

function escape(line: string): string {
  const links = [...line.matchAll(address)];
  const ends = [0, ...links.map(({ 0: link, index }) => index + link.length)];
  const pieces = ends.map((end, index) => {
    const between = line.slice(end, links[index]?.index);
    return escapeMarks(between) + (links[index]?.[0] ?? "");
  });
  return pieces.join("");
}

function escapeMarks(text: string): string {
  return text.replace(mark, "\\$&").replace(/&(?=#?\w+;)/g, "&amp;");
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
