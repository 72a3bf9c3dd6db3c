import { html } from "hono/html";
import type { Card, Media } from "../../model/post.ts";
import { type Html, readHost, readLink } from "../text.ts";
import type { Words } from "../words/words.ts";
import type { PartView, Piece, PostView } from "./posts.ts";

/** A post as its network will show it: who, what, with links, pictures and the card, and the counter as the network counts. */
export function showLook(words: Words, post: PostView): Html {
  return html`<div class="look" data-avatar="${post.look.avatar}">
    ${showWho(post)}
    <div class="said" lang="${post.language ?? ""}">
      ${post.title !== null && html`<p class="title" dir="auto">${post.title}</p>`}
      ${post.parts.map((part, at) => showPart(words, part, at, post.parts.length))}
      ${post.media.map((one) => showPicture(words, post, one))}
      ${post.card && showCard(words, post, post.card)}
    </div>
  </div>`;
}

function showWho({ label, channel, account, profile }: PostView): Html {
  const name = profile?.name || (account ?? label);
  const letter = [...name][0] ?? "";
  return html`<p class="who">
    <span class="monogram tint-${chooseTint(channel)}" aria-hidden="true">${letter.toUpperCase()}</span>
    <span class="network"
      ><b dir="auto">${name}</b
      ><span>${profile !== null && html`<span dir="auto">${profile.handle}</span>`} ${label}</span></span
    >
  </p>`;
}

/** The same colour for a channel at every time. */
export function chooseTint(channel: string): number {
  return [...channel].reduce((sum, letter) => sum * 3 + (letter.codePointAt(0) ?? 0), 0) % 6;
}

function showPart(words: Words, part: PartView, at: number, of: number): Html {
  return html`<div class="part">
    ${part.text !== "" && html`<p class="text" dir="auto">${part.pieces.map(showPiece)}</p>`}
    ${showCounter(words, part, at, of)}
  </div>`;
}

function showPiece({ text, kind, url }: Piece): Html {
  const address = readLink(url);
  if (address !== null) return html`<a href="${address}" rel="noopener noreferrer">${text}</a>`;
  return kind === "plain" ? html`${text}` : html`<span class="mark">${text}</span>`;
}

function showCounter({ posts, code }: Words, { length, limit }: PartView, at: number, of: number): Html {
  const number = new Intl.NumberFormat(code === "en" ? "en-GB" : code);
  const over = length > limit;
  return html`<p class="counter ${over && "over"}">
    ${of > 1 && html`<span>${posts.part(at + 1, of)}</span>`}
    <span>${posts.counter(number.format(length), number.format(limit))}</span>
    <span
      >${over ? posts.tooLong(number.format(length - limit)) : posts.left(number.format(limit - length))}</span
    >
  </p>`;
}

function showPicture({ posts }: Words, { altText }: PostView, { url, alt }: Media): Html {
  const caption =
    alt === "" ? html`<b>${posts.noAlt}</b>` : html`${posts.alt}: <span dir="auto">${alt}</span>`;
  return html`<figure>
    <img src="${url}" alt="${alt}" width="640" height="336" loading="lazy" referrerpolicy="no-referrer" />
    ${altText && html`<figcaption>${caption}</figcaption>`}
  </figure>`;
}

function showCard({ posts }: Words, { look, scraped }: PostView, card: Card): Html {
  const { url, title, description, image } = card;
  return html`<div class="card" data-card="${look.card}">
      ${image && html`<img src="${image.url}" alt="${image.alt}" width="640" height="336" loading="lazy" referrerpolicy="no-referrer" />`}
      <div>
        <p class="host">${readHost(url)}</p>
        <p class="name" dir="auto">${title}</p>
        <p class="description" dir="auto">${description}</p>
      </div>
    </div>
    ${scraped && html`<p class="counter">${posts.scraped}</p>`}`;
}

/** Addresses of the pictures that it shows. */
export function picturesOf({ card, media }: PostView): readonly string[] {
  return [...media.map(({ url }) => url), ...(card?.image ? [card.image.url] : [])];
}
