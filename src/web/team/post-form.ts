import { html } from "hono/html";
import type { Media } from "../../model/post.ts";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import { showPictures } from "./picture-form.ts";
import type { Draft, PartView, PostView } from "./posts.ts";
import type { Form, Visit } from "./visit.ts";

interface Manner {
  /** Lines of text, at most. */
  readonly rows: number;
  /** Somebody was asked for alternative texts that are missing. */
  readonly asked?: boolean;
  /** Somebody wants to write at once. */
  readonly focus?: boolean;
}

/** The words and pictures of a post to be changed. What is written is looked at while it is written, by the code that will send it. */
export function showForm(visit: Visit, post: PostView, { rows, asked = false, focus = false }: Manner): Html {
  const { posts: said } = visit.words;
  const path = `${findRoot(visit.site)}/desk/posts/${post.id}`;
  const id = `words-${post.id}`;
  return html`<form
    class="words"
    method="post"
    enctype="multipart/form-data"
    action="${path}/words"
    data-hx-post="${path}/try"
    data-hx-trigger="input delay:250ms"
    data-hx-target="#look-${post.id}"
    data-hx-swap="innerMorph"
    data-hx-sync="this:replace"
  >
    <button hidden name="use" value="keep"></button>
    ${post.title !== null && html`<label for="${id}-title">${said.title}</label><input id="${id}-title" name="title" value="${post.title}" dir="auto" />`}
    ${post.parts.map((part, at) => showText(visit, { id, part, at, of: post.parts.length, rows, focus: focus && at === 0 }))}
    ${showPictures(visit, post)} ${asked && html`<input type="hidden" name="asked" value="1" />`}
    <p class="line">
      <button class="first" name="use" value="keep">${said.save}</button>
      <button name="use" value="all">${said.saveAll}</button>
      <button class="plain" formaction="${path}/try">${said.try}</button>
    </p>
  </form>`;
}

interface Part {
  readonly id: string;
  readonly part: PartView;
  readonly at: number;
  readonly of: number;
  readonly rows: number;
  readonly focus: boolean;
}

function showText({ words }: Visit, { id, part, at, of, rows, focus }: Part): Html {
  const { text, limit } = part;
  const needed = Math.ceil(text.length / 45) + text.split("\n").length;
  return html`<label for="${id}-${at}">${words.posts.textOf(at + 1, of)}</label>
    <textarea
      id="${id}-${at}"
      name="text"
      rows="${Math.min(rows, Math.max(4, needed))}"
      dir="auto"
      data-limit="${limit}"
      ${focus && html`autofocus`}
    >
${text}</textarea>`;
}

/** What a form brought. Browsers write the ends of lines as CR LF (HTML, “multipart/form-data”). */
export function readDraft(form: Form, media?: readonly Media[]): Draft {
  const titles = form.all("title");
  return {
    title: titles.length === 0 ? null : (titles[0] ?? "").trim(),
    texts: form.all("text").map(clean),
    alts: form.all("alt").map((alt) => clean(alt).trim()),
    media,
  };
}

const clean = (text: string): string => text.replaceAll("\r\n", "\n").trimEnd();
