/** Longer than this no shortcode is; it keeps reading linear. */
const shortcode = /\{\{([<%])\s*\/?\s*([\w./-]+)([^{}]{0,2000}?)\/?\s*[>%]\}\}/g;
const attribute = /([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|([^\s"'`]+))/g;

/** Markdown without Hugo's shortcodes: pictures become HTML, of any other only what stands between its two parts stays. */
export function replaceShortcodes(markdown: string): string {
  return markdown.replace(shortcode, (_whole, _sign, name: string, rest: string) =>
    name === "figure" ? writeFigure(readAttributes(rest)) : "",
  );
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const found = [...text.matchAll(attribute)];
  return new Map(
    found.map(([, name = "", quoted, raw, bare]) => [
      name,
      quoted?.replace(/\\(.)/g, "$1") ?? raw ?? bare ?? "",
    ]),
  );
}

function writeFigure(attributes: ReadonlyMap<string, string>): string {
  const source = attributes.get("src");
  if (source === undefined) return "";
  const caption = attributes.get("caption") ?? attributes.get("title") ?? "";
  const image = `<img src="${escape(source)}" alt="${escape(attributes.get("alt") ?? caption)}">`;
  // Blank lines keep the Markdown around it Markdown.
  return `\n\n<figure>${image}<figcaption>${escape(caption)}</figcaption></figure>\n\n`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
