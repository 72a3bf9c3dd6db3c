import { html, raw } from "hono/html";
import type { Act } from "../../model/look.ts";
import type { Html } from "../text.ts";

/** On a ground of 24 × 24. */
const lines: Readonly<Record<Act, string>> = {
  reply: "M5 5h14v11H11l-4 4v-4H5z",
  repost: "M5 16V8h11l-3-3m6 3v8H8l3 3",
  like: "M12 20 5 13a4.5 4.5 0 0 1 7-6 4.5 4.5 0 0 1 7 6z",
  star: "m12 4 2.4 5.2 5.6.7-4.1 3.9 1.1 5.7-5-2.8-5 2.8 1.1-5.7L4 9.9l5.6-.7z",
  agree: "M4 11h4v9H4zm4 0 4-7c2 0 3 2 2 4l-1 2h6l-1.5 9.5H8",
  vote: "M9 20v-8H5l7-8 7 8h-4v8z",
  save: "M7 4h10v16l-5-4-5 4z",
  share: "M12 15V4M8 8l4-4 4 4M5 13v7h14v-7",
  send: "m4 12 16-8-6 16-3-6z",
};

/** What followers can do with a post, as a sign that theirs ends here; nobody can press it. */
export function showActs(acts: readonly Act[]): Html {
  if (acts.length === 0) return html``;
  return html`<p class="acts" aria-hidden="true">${acts.map(draw)}</p>`;
}

const draw = (act: Act): Html =>
  html`${raw(`<svg viewBox="0 0 24 24" width="18" height="18" focusable="false"><path d="${lines[act]}"/></svg>`)}`;
