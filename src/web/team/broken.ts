import { html } from "hono/html";
import type { Html } from "../text.ts";
import type { Words } from "../words/words.ts";
import { showSentence } from "./sentence.ts";

interface Broken {
  readonly name: string;
  readonly problems: readonly string[];
}

/** What stands in the configuration and cannot be used, with what is wrong. */
export function showBroken(words: Words, broken: readonly Broken[], title: string, text: string): Html {
  return html`<h2>${title}</h2>
    <p>${text}</p>
    <ul class="needs">
      ${broken.map(
        ({ name, problems }) =>
          html`<li class="need">
            <p><b dir="auto">${name}</b></p>
            ${problems.map((one) => html`<p>${showSentence(words, one)}</p>`)}
          </li>`,
      )}
    </ul>`;
}
