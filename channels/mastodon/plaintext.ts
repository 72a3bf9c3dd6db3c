import { Parser } from "htmlparser2";

/** The text of a status as its author wrote it, as far as its HTML still tells: links in full, paragraphs apart. */
export function readPlaintext(html: string): string {
  let text = "";
  const parser = new Parser({
    onopentagname: (name) => void (text += name === "br" ? "\n" : ""),
    ontext: (piece) => void (text += piece),
    onclosetag: (name) => void (text += name === "p" ? "\n\n" : ""),
  });
  parser.end(html);
  return text.trim();
}

/** Two texts are the same post if only white space, Unicode's forms and the servers of mentions differ. */
export function isSameText(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

function fold(text: string): string {
  return text
    .normalize("NFC")
    .replace(/(@[\w.-]+)@[\w.-]+\w/g, "$1")
    .replace(/\s+/g, "");
}
