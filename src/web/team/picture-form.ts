import { html } from "hono/html";
import { nameFormat } from "../../model/image-format.ts";
import type { Media } from "../../model/post.ts";
import { pictureAt } from "../../model/upload.ts";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import type { Words } from "../words/words.ts";
import type { PostView, Takes } from "./posts.ts";
import { sayLabel } from "./sentence.ts";
import type { Visit } from "./visit.ts";

/** The pictures of a post to be changed, each with its alternative text, and what the network takes of them. */
export function showPictures(visit: Visit, post: PostView): Html {
  const { takes, media } = post;
  if (takes.pictures === 0 && media.length === 0) return html``;
  return html`<fieldset class="pictures" id="pictures-${post.id}">
    <legend>${visit.words.pictures.legend}</legend>
    ${showInside(visit, post, null)}
  </fieldset>`;
}

/** What a script puts in their place once the service has the pictures, with a sentence where it does not. */
export const renewPictures = (visit: Visit, post: PostView, problem: string | null): Html =>
  html`<hx-partial hx-target="#pictures-${post.id}" hx-swap="innerHTML settle:0">
    <legend>${visit.words.pictures.legend}</legend>
    ${showInside(visit, post, problem)}</hx-partial
  >`;

function showInside(visit: Visit, post: PostView, problem: string | null): Html {
  const { pictures: said } = visit.words;
  const { takes, media, id } = post;
  const full = media.length >= takes.pictures;
  return html`<input type="hidden" name="pictures" value="1" />
    <p class="quiet">${sayTakes(visit.words, sayLabel(visit.words, post.label), takes)}</p>
    <p class="reason" role="status">${problem}</p>
    ${media.map((one, at) => showOne(visit, post, one, at))}
    ${!full && showFile(`add-${id}`, "file", said.add, takes, true)}`;
}

function showOne(visit: Visit, post: PostView, { url, alt }: Media, at: number): Html {
  const { posts: words, pictures: said } = visit.words;
  const root = findRoot(visit.site);
  const id = `${post.id}-picture-${at}`;
  return html`<div class="picture-row">
    <img
      src="${pictureAt(`${root}/desk/pictures`, url)}"
      alt=""
      width="96"
      height="96"
      loading="lazy"
      referrerpolicy="no-referrer"
    />
    <div class="picture-words">
      <input type="hidden" name="media" value="${url}" />
      ${
        post.altText
          ? html`<label for="${id}">${words.altOf(at + 1)}</label
              ><textarea id="${id}" name="alt" rows="2" dir="auto">${alt}</textarea>`
          : html`<p>${said.nameOf(at + 1)}</p>
              <input type="hidden" name="alt" value="${alt}" />`
      }
      <div class="line">
        <label class="tick"><input type="checkbox" name="gone" value="${at}" /> ${said.remove}</label>
        ${at > 0 && showUp(visit, post, `${root}/desk/posts/${post.id}/try`, at)}
      </div>
      <details class="instead">
        <summary>${said.instead}</summary>
        ${showFile(`${id}-instead`, `instead-${at}`, said.instead, post.takes, false)}
      </details>
    </div>
  </div>`;
}

function showUp({ words }: Visit, { id }: PostView, path: string, at: number): Html {
  return html`<button
    class="plain"
    name="up"
    value="${at}"
    aria-label="${words.pictures.upOf(at + 1)}"
    formaction="${path}"
    data-hx-post="${path}"
    data-hx-target="#look-${id}"
    data-hx-swap="innerMorph"
  >
    ↑ ${words.pictures.up}
  </button>`;
}

function showFile(id: string, name: string, label: string, { types }: Takes, many: boolean): Html {
  return html`<label for="${id}" class="${!many && "unseen"}">${label}</label>
    <input id="${id}" type="file" name="${name}" accept="${types.join(",")}" ${many && html`multiple`} />`;
}

/** How many, how large, of which kinds: before anybody saves. */
function sayTakes({ pictures: said, code }: Words, label: string, takes: Takes): string {
  if (takes.pictures === 0) return said.takesNone(label);
  const megabytes = new Intl.NumberFormat(code, { maximumFractionDigits: 1 }).format(takes.bytes / 1e6);
  const kinds = takes.types.map(nameFormat);
  const last = kinds.at(-1) ?? "";
  const all = kinds.length > 1 ? `${kinds.slice(0, -1).join(", ")} ${said.or} ${last}` : last;
  return said.takes(label, takes.pictures, `${megabytes} MB`, all);
}
