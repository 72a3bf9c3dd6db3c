import { html } from "hono/html";
import type { Media } from "../model/post.ts";
import type { Preview } from "./reading.ts";
import { type Html, readHost, readLink } from "./text.ts";

/** What somebody needs who posts by hand: where, the words to copy, the images, and how to say that it is done. */
export function showHand({ hand, label, title, parts, media }: Preview): Html {
  if (hand === null) return html``;
  const page = readLink(hand.share);
  return html`<section class="hand">
    <p><b>${hand.person ?? "Who sees this first"}</b> posts this by hand.</p>
    ${page !== null && html`<a class="act" href="${page}" target="_blank" rel="noopener noreferrer">Open ${label} to post this</a>`}
    ${title !== null && showWords("Title", title)} ${parts.map(({ text }) => showWords("Text", text))}
    ${media.map(showImage)}
    <p>Then say where it is: <code>${hand.confirm}</code></p>
  </section>`;
}

/** A field, because it can be copied whole from the keyboard. */
function showWords(name: string, words: string): Html {
  const rows = Math.min(12, words.split("\n").length + Math.ceil(words.length / 60));
  return html`<label>${name} to copy<textarea readonly rows="${rows}" dir="auto">${words}</textarea></label>`;
}

function showImage({ url, alt }: Media): Html {
  const address = readLink(url);
  return html`<p>
      ${address !== null && html`<a href="${address}" target="_blank" rel="noopener noreferrer">Image from ${readHost(address)}</a>`}
    </p>
    ${alt !== "" && showWords("Alternative text", alt)}`;
}
