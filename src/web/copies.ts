import { html } from "hono/html";
import type { Delivery } from "../model/delivery.ts";
import { showLinks } from "./post.ts";
import { publishedAt } from "./published.ts";
import { type Html, shortenText } from "./text.ts";
import { showTime } from "./time.ts";
import type { Voice } from "./voice.ts";

/** Where an entry was posted: what was said at once stands together. */
export function showCopies(voice: Voice, copies: readonly Delivery[]): Html {
  if (copies.length === 0) return html``;
  const { code, publicly } = voice.words;
  const groups = Object.values(Object.groupBy(copies, (one) => JSON.stringify([one.step, one.story])));
  return html`<section class="copies" aria-labelledby="copies">
    <h2 id="copies" lang="${code}">${publicly.copies}</h2>
    <ol>
      ${groups.map((group) => group && showGroup(voice, group))}
    </ol>
  </section>`;
}

function showGroup(voice: Voice, copies: readonly Delivery[]): Html {
  const [first] = copies;
  if (first === undefined) return html``;
  const { site, words } = voice;
  return html`<li>
    <p class="said" lang="${first.post.language ?? ""}" dir="auto">${nameSaid(first)}</p>
    <p class="also" lang="${words.code}">
      ${showTime(publishedAt(first), site, "", words.code)} ${showLinks(voice, copies)}
    </p>
  </li>`;
}

/** What a post says, or is called, without its links. */
function nameSaid({ post }: Delivery): string {
  const text = post.text
    .replace(/https?:\/\/\S+/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  return shortenText(post.title ?? text, 140);
}
