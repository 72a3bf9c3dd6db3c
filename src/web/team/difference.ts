import { html } from "hono/html";
import { compareWords, type Stretch } from "../../model/difference.ts";
import type { Html } from "../text.ts";

/** What is gone struck through, what is new underlined. */
export function showStretches(stretches: readonly Stretch[]): Html {
  return html`<p class="difference" dir="auto">${stretches.map(showStretch)}</p>`;
}

function showStretch({ kind, text }: Stretch): Html {
  if (kind === "same") return html`${text} `;
  return kind === "gone" ? html`<del>${text}</del> ` : html`<ins>${text}</ins> `;
}

/** Word for word. */
export function showDifference(before: string, after: string): Html {
  return showStretches(compareWords(before, after));
}
