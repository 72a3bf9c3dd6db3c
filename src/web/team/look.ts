import { html } from "hono/html";
import type { Card, Media } from "../../model/post.ts";
import { pictureAt } from "../../model/upload.ts";
import { showActs } from "./acts.ts";
import { type Html, readHost, readLink } from "../text.ts";
import type { Words } from "../words/words.ts";
import { writeNumber } from "./counts.ts";
import type { PartView, Piece, PostView } from "./posts.ts";
import { sayLabel } from "./sentence.ts";

/** A post as its network will show it: who, what, with links, pictures and the card, and the counter as the network counts. */
export function showLook(words: Words, post: PostView): Html {
  const { look, title, parts, media, card, language } = post;
  return html`<div
    class="look"
    data-avatar="${look.avatar}"
    data-handle="${look.handle}"
    data-ink="${look.ink}"
  >
    ${showWho(words, post)}
    <div class="said" lang="${language ?? ""}">
      ${title !== null && html`<p class="title" dir="auto">${title}</p>`}
      ${parts.map((part, at) => showPart(words, post, part, at))}
      ${media.map((one) => showPicture(words, post, one))}
      ${media.length === 0 && card && showCard(words, post, card)}
    </div>
    ${showActs(look.acts)} ${parts.length === 1 && parts.map((part) => showCounter(words, part, 0, 1))}
  </div>`;
}

function showWho(words: Words, { label, channel, account, profile, look }: PostView): Html {
  const name = profile?.name || (account ?? sayLabel(words, label));
  const handle = look.handle === "unseen" ? null : (profile?.handle ?? null);
  return html`<p class="who">
    ${showFace(channel, name, profile?.avatar ?? null)}
    <span class="network"
      ><b dir="auto">${name}</b
      >${handle !== null && html` <span class="handle" dir="auto">${handle}</span>`}</span
    >
    <span class="label">${sayLabel(words, label)}</span>
  </p>`;
}

/** Its first letter stands there until the picture is, and where there is none. */
function showFace(channel: string, name: string, avatar: string | null): Html {
  const letter = [...name][0] ?? "";
  return html`<span class="monogram tint-${chooseTint(channel)}" aria-hidden="true"
    >${letter.toUpperCase()}${
      avatar !== null &&
      html`<img src="${avatar}" alt="" width="40" height="40" loading="lazy" referrerpolicy="no-referrer" />`
    }</span
  >`;
}

/** The same colour for a channel at every time. */
export function chooseTint(channel: string): number {
  return [...channel].reduce((sum, letter) => sum * 3 + (letter.codePointAt(0) ?? 0), 0) % 6;
}

function showPart(words: Words, { look, parts }: PostView, part: PartView, at: number): Html {
  const folded = isFolded(part.text, look.fold);
  return html`<div class="part">
    ${part.text !== "" && html`<p class="text${folded && ` fold-${look.fold}`}" dir="auto">${part.pieces.map(showPiece)}</p>`}
    ${folded && html`<p class="counter">${words.posts.fold}</p>`}
    ${parts.length > 1 && showCounter(words, part, at, parts.length)}
  </div>`;
}

/** Letters in a line of a phone. */
const broad = 40;

function isFolded(text: string, fold: number): boolean {
  const lines = text.split("\n").map((line) => Math.max(1, Math.ceil(line.length / broad)));
  return fold > 0 && lines.reduce((sum, one) => sum + one, 0) > fold;
}

function showPiece({ text, kind, url }: Piece): Html {
  const address = readLink(url);
  if (address !== null) return html`<a href="${address}" rel="noopener noreferrer">${text}</a>`;
  return kind === "plain" ? html`${text}` : html`<span class="mark">${text}</span>`;
}

function showCounter(words: Words, { length, limit }: PartView, at: number, of: number): Html {
  const { posts } = words;
  const say = (number: number): string => writeNumber(number, words);
  const over = length > limit;
  return html`<p class="counter ${over && "over"}">
    ${of > 1 && html`<span>${posts.part(at + 1, of)}</span>`}
    <span>${posts.counter(say(length), say(limit))}</span>
    <span>${over ? posts.tooLong(say(length - limit)) : posts.left(say(limit - length))}</span>
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
  const host = html`<p class="host">${readHost(url)}</p>`;
  return html`<div class="card" data-card="${look.card}">
      ${image && html`<img src="${image.url}" alt="${image.alt}" width="640" height="336" loading="lazy" referrerpolicy="no-referrer" />`}
      <div>
        ${look.host === "above" && host}
        <p class="name" dir="auto">${title}</p>
        <p class="description" dir="auto">${description}</p>
        ${look.host === "below" && host}
      </div>
    </div>
    ${scraped && html`<p class="counter">${posts.scraped}</p>`}`;
}

/** With the site's own pictures looked at below that path. */
export const withPictures = (place: string, post: PostView): PostView => ({
  ...post,
  media: post.media.map(({ url, alt }) => ({ url: pictureAt(place, url), alt })),
});

/** Addresses of the pictures that it shows. */
export function picturesOf({ card, media }: PostView): readonly string[] {
  return [...media.map(({ url }) => url), ...(card?.image ? [card.image.url] : [])];
}
