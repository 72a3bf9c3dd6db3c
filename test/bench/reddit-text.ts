import { Parser } from "htmlparser2";
import { marked } from "marked";

/**
 * Markdown as a follower reads it. Rendered by a library that follows the same rules as Reddit's newer site, so that an
 * escape that is missing shows; what only the older site takes for a mark is looked for beside it.
 */
export function readMarkdown(markdown: string): string {
  if (/(?<!\\)\^/.test(markdown)) return `(superscript in ${markdown})`;
  if (/^#/m.test(markdown)) return `(heading in ${markdown})`;
  const html = marked.parse(markdown, { async: false, gfm: true });
  return readHtml(html);
}

/** Marks that must not have come about by chance. */
const marks = new Set(["em", "strong", "del", "code", "h1", "h2", "li", "hr", "table", "blockquote"]);

function readHtml(html: string): string {
  let text = "";
  const parser = new Parser({
    onopentag(name) {
      if (name === "br") text += "\n";
      if (marks.has(name)) text += `<${name}>`;
    },
    // Between tags a line's end is only the library's own.
    ontext: (piece) => void (text += piece.replaceAll("\n", text.endsWith("\n") ? "" : " ")),
    onclosetag: (name) => void (text += name === "p" ? "\n\n" : ""),
  });
  parser.end(html);
  return text.replaceAll("\n\n ", "\n\n").trim();
}
