import { html } from "hono/html";
import type { Html } from "../text.ts";
import type { Words } from "../words/words.ts";

/** What Carillon said in English, in the reader's language. What others said stays as it is, and screen readers are told so. */
export function showSentence(words: Words, text: string): Html {
  const said = words
    .tell(text)
    .map((one) => (one.own ? html`${one.text}` : html`<span lang="en" dir="auto">${one.text}</span>`));
  return html`${said}`;
}

/** A network's name for its readers. */
export const sayLabel = (words: Words, label: string): string => saySentences(words, [label]);

/** The same as plain text. */
export function saySentences(words: Words, lines: readonly string[]): string {
  return lines
    .map((line) =>
      words
        .tell(line)
        .map(({ text }) => text)
        .join(""),
    )
    .join(" ");
}
