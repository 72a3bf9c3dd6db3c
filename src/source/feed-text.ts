import { Parser } from "htmlparser2";

/** All but what XML 1.0 allows: control characters, and halves of surrogate pairs. */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as it may stand in XML and HTML, between tags and in attributes. */
export function escapeMarkup(text: string): string {
  return text.replace(forbidden, "").replace(/[&<>"]/g, (character) => escapes[character] ?? "");
}

/** Text for XML as it is: a parser reads that ten times faster than escapes. */
export function verbatim(text: string): string {
  return `<![CDATA[${text.replace(forbidden, "").replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

const tag =
  /<\/?(?:a|abbr|acronym|b|big|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|kbd|mark|p|q|s|small|span|strike|strong|sub|sup|tt|u|var)[\s/>]/i;
const maxLine = 5000;

/** One line of text from HTML, or from text that only looks like it: `vector<int>` keeps its brackets. */
export function plainLine(html: string): string {
  const short = html.slice(0, maxLine);
  return fold(/[<&]/.test(short) ? readText(tag.test(short) ? short : short.replaceAll("<", "&lt;")) : short);
}

export function fold(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function readText(html: string): string {
  const parts: string[] = [];
  const parser = new Parser({
    ontext: (text) => parts.push(text),
    onopentagname: (name) => (name === "br" || name === "p" || name === "div") && parts.push(" "),
  });
  parser.end(html);
  return parts.join("");
}
