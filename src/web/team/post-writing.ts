import { html } from "hono/html";
import { isUpload } from "../../model/upload.ts";
import { sendPicture } from "../picture.ts";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import { picturesOf, showLook, withPictures } from "./look.ts";
import { showMessage } from "./message.ts";
import { open, type House } from "./open.ts";
import { byOf } from "./people.ts";
import { renewPictures } from "./picture-form.ts";
import { readPictures, type FormPictures } from "./picture-reading.ts";
import { showEditing } from "./post-card.ts";
import { readDraft, showForm } from "./post-form.ts";
import type { Draft, PostView } from "./posts.ts";
import { sayLabel, saySentences, showSentence } from "./sentence.ts";
import type { Form, Visit } from "./visit.ts";

/** Bytes that a form with pictures may bring: one that is too large by far is still told so, with the words kept. */
const formBytes = 48 * 1024 * 1024;

/** Changing, trying and keeping the words and pictures of a post, and looking at those pictures. */
export function addPostWriting(house: House): void {
  open(house, "GET /desk/posts/:id/words", (visit) => answerForm(house, visit));
  open(house, "POST /desk/posts/:id/try", (visit) => answerTry(house, visit), formBytes);
  open(house, "POST /desk/posts/:id/words", (visit) => answerWords(house, visit), formBytes);
  open(house, "GET /desk/pictures/:name", async (visit) => {
    const picture = await house.pictures.file(visit.param("name"));
    return picture ? sendPicture(visit.c, picture, visit.param("name"), "ours") : gone(visit);
  });
}

export function gone(visit: Visit): Response | Promise<Response> {
  return showMessage(visit, visit.words.shell.missing, visit.words.posts.notThere, 404);
}

export const titleOf = ({ words }: Visit, { label, account, step }: PostView): string =>
  `${sayLabel(words, label)}, ${account ?? ""}: ${step}`;

interface Written {
  readonly form: Form;
  readonly draft: Draft;
  readonly read: FormPictures;
}

/** What a form brought for a post that is there; its pictures are kept from now on. */
async function readForm({ posts, pictures }: House, visit: Visit): Promise<Written | undefined> {
  const post = await posts.post(visit.param("id"));
  if (post === undefined) return undefined;
  const form = await visit.form();
  const read = await readPictures(pictures, visit.param("id"), form, byOf(visit));
  const problems = read.problems.map((problem) => saySentences(visit.words, [problem]));
  return { form, read: { ...read, problems }, draft: readDraft(form, read.media) };
}

/** In the place of the link to it, or on a page of its own. */
async function answerForm({ posts }: House, visit: Visit): Promise<Response> {
  const post = await posts.post(visit.param("id"));
  if (post === undefined || post.id === null) return gone(visit);
  const isAsked = visit.c.req.header("hx-request") !== undefined;
  if (!post.open) return isAsked ? visit.piece(showClosed(visit)) : visit.go(`/desk/posts/${post.id}`);
  return isAsked
    ? visit.piece(showEditing(visit, post))
    : showTried(visit, post, { problems: [], asked: false });
}

/** It went out, or was cancelled, since its page was shown. */
const showClosed = ({ words }: Visit): Html =>
  html`<p class="edit over" role="status">${words.posts.closed}</p>`;

async function answerTry(house: House, visit: Visit): Promise<Response> {
  const written = await readForm(house, visit);
  const post = written && (await house.posts.try(visit.param("id"), written.draft));
  if (written === undefined || post === undefined) return gone(visit);
  const { read, form } = written;
  const problems = [
    ...read.problems,
    ...(post.problem === null ? [] : [saySentences(visit.words, [post.problem])]),
  ];
  if (!visit.c.req.header("hx-request"))
    return showTried(visit, post, { problems, asked: form.get("asked") !== "" });
  const renewed = read.moved && renewPictures(visit, post, read.problems.join(" "));
  return visit.piece(html`${showLookOf(visit, post, post.problem)}${renewed}`);
}

async function answerWords(house: House, visit: Visit): Promise<Response> {
  const id = visit.param("id");
  const written = await readForm(house, visit);
  if (written === undefined) return visit.go(`/desk/posts/${id}`, visit.words.posts.notThere);
  const { read, draft, form } = written;
  const asked = form.get("asked") !== "";
  const again = async (problems: readonly string[], asking = asked): Promise<Response | undefined> => {
    const post = await house.posts.try(id, draft);
    return post?.open ? showTried(visit, post, { problems, asked: asking }, 400) : undefined;
  };
  const { notKept, altNeeded } = visit.words.pictures;
  if (read.problems.length > 0) return (await again([notKept, ...read.problems])) ?? gone(visit);
  if (!asked && lacksAlt(draft)) return (await again([altNeeded], true)) ?? gone(visit);
  const write = form.get("use") === "all" ? house.posts.writeAll : house.posts.write;
  const { done, lines } = await write(id, draft, byOf(visit));
  const answer = done ? undefined : await again([saySentences(visit.words, lines)]);
  return answer ?? visit.go(`/desk/posts/${id}`, saySentences(visit.words, lines));
}

/** A new picture of which nobody has said yet what is to be seen there. */
const lacksAlt = ({ media }: Draft): boolean =>
  media !== undefined && media.some(({ url, alt }) => isUpload(url) && alt === "");

const showLookOf = (visit: Visit, post: PostView, problem: string | null): Html =>
  html`${showLook(visit.words, withPictures(`${findRoot(visit.site)}/desk/pictures`, post))}
  ${problem !== null && html`<p class="problem">${showSentence(visit.words, problem)}</p>`}`;

interface Asking {
  readonly problems: readonly string[];
  /** For alternative texts. */
  readonly asked: boolean;
}

/** The same look on a page of its own, with the words and pictures still to be kept. */
function showTried(
  visit: Visit,
  post: PostView,
  { problems, asked }: Asking,
  status: 200 | 400 = 200,
): Response | Promise<Response> {
  const said = [...new Set(problems)].join(" ");
  const main = html`${said !== "" && html`<p class="problem" role="alert">${said}</p>`}
    <div id="look-${post.id}" aria-live="off">${showLookOf(visit, post, null)}</div>
    ${showForm(visit, post, { rows: 20, asked })}`;
  return visit.page({ title: titleOf(visit, post), main, images: picturesOf(post), here: "entries" }, status);
}
