import { html } from "hono/html";
import { sendPicture } from "../picture.ts";
import { findRoot } from "../shell.ts";
import { showDue } from "../time.ts";
import { showRemarks } from "./agreement-forms.ts";
import { showBoard } from "./board.ts";
import { nameStep } from "./entry-ways.ts";
import { field } from "./field.ts";
import { picturesOf, showLook, withPictures } from "./look.ts";
import { showMessage } from "./message.ts";
import { open, type House } from "./open.ts";
import { byOf } from "./people.ts";
import type { EntryView } from "./posts.ts";
import { saySentences } from "./sentence.ts";
import type { Visit } from "./visit.ts";

/** Asking, agreeing, sending back and commenting; and `/review/SECRET`, which shows an entry's posts to colleagues without a login. */
export function addReview(house: House): void {
  addDecisions(house);
  addRemarks(house);
  addGuests(house);
}

function addDecisions(house: House): void {
  const { agreement } = house;
  open(house, "POST /desk/posts/:id/approve", async (visit) => {
    const seen = { id: visit.param("id"), sight: (await visit.form()).get("sight") };
    const written = await agreement.approve([seen], byOf(visit));
    return visit.go(`/desk/posts/${seen.id}`, saySentences(visit.words, written.lines), written.done);
  });
  open(house, "POST /desk/entries/:id/approve", async (visit) => {
    const seen = (await visit.form()).all("seen").map(readSeen);
    const written = await agreement.approve(seen, byOf(visit));
    // Each with its own time would be a page of its own.
    const isMany = written.done && written.lines.length > 2;
    const text = isMany
      ? visit.words.agreement.approvedMany(seen.length)
      : saySentences(visit.words, written.lines);
    return visit.go(`/desk/entries/${visit.param("id")}`, text, written.done);
  });
  open(house, "POST /desk/posts/:id/send-back", async (visit) => {
    const text = (await visit.form()).get("text");
    const written = await agreement.sendBack(visit.param("id"), text, byOf(visit));
    return visit.go(
      `/desk/posts/${visit.param("id")}`,
      saySentences(visit.words, written.lines),
      written.done,
    );
  });
}

function readSeen(value: string): { id: string; sight: string } {
  const [id = "", sight = ""] = value.split(" ");
  return { id, sight };
}

function addRemarks(house: House): void {
  const { agreement, posts } = house;
  open(house, "POST /desk/posts/:id/ask", async (visit) => {
    const id = visit.param("id");
    const post = await posts.post(id);
    if (post) await agreement.ask(post.entry, id, (await visit.form()).get("text"), byOf(visit));
    return visit.go(`/desk/posts/${id}`, visit.words.agreement.askedNote);
  });
  open(house, "POST /desk/entries/:id/ask", async (visit) => {
    const id = visit.param("id");
    const text = (await visit.form()).get("text");
    if (await posts.entry(id)) await agreement.ask(id, null, text, byOf(visit));
    return visit.go(`/desk/entries/${id}`, visit.words.agreement.askedNote);
  });
  open(house, "POST /desk/entries/:id/say", async (visit) => {
    const id = visit.param("id");
    const text = (await visit.form()).get("text");
    if (text !== "" && (await posts.entry(id))) await agreement.say(id, null, text, byOf(visit));
    return visit.go(`/desk/entries/${id}`, visit.words.agreement.done);
  });
}

function addGuests(house: House): void {
  const { agreement } = house;
  open(house, "POST /desk/entries/:id/review-links/:link/end", async (visit) => {
    await agreement.endLink(visit.param("link"), byOf(visit));
    return visit.go(`/desk/entries/${visit.param("id")}`, visit.words.agreement.done);
  });
  open(house, "GET /review/:secret", (visit) => showGuest(house, visit));
  open(house, "GET /review/:secret/pictures/:name", async (visit) => {
    const [secret, name] = [visit.param("secret"), visit.param("name")];
    const picture = await house.pictures.forGuest(secret, name);
    const { ended, endedText } = visit.words.agreement;
    return picture ? sendPicture(visit.c, picture, name, "ours") : showMessage(visit, ended, endedText, 404);
  });
  open(house, "POST /review/:secret", async (visit) => {
    const form = await visit.form();
    const said = await agreement.sayAsGuest(visit.param("secret"), form.get("name"), form.get("text"));
    const { ended, endedText, thanks } = visit.words.agreement;
    if (!said) return showMessage(visit, ended, endedText, 410);
    return visit.go(`/review/${visit.param("secret")}`, thanks);
  });
}

async function showGuest({ agreement }: House, visit: Visit): Promise<Response> {
  const entry = await agreement.guest(visit.param("secret"));
  const { ended, endedText, guestTitle } = visit.words.agreement;
  if (entry === undefined) return showMessage(visit, ended, endedText, 410);
  const remarks = (await agreement.remarks(entry.id)).filter(({ kind }) => kind === "guest");
  const images = entry.steps.flatMap(({ posts }) => posts).flatMap(picturesOf);
  const main = html`${showPosts(visit, entry)} ${showRemarks(visit, remarks)} ${showWriting(visit)}`;
  return visit.page({ title: guestTitle(entry.title), main, images, wide: true });
}

function showPosts(visit: Visit, { steps }: EntryView) {
  const planned = steps.map((step) => ({ ...step, posts: step.posts.filter(({ id }) => id !== null) }));
  const place = `${findRoot(visit.site)}/review/${visit.param("secret")}/pictures`;
  return html`<p>${visit.words.agreement.guestText}</p>
    ${planned.map(
      (step) =>
        html`<section class="step">
          <h2>${nameStep(steps, step)}</h2>
          ${showBoard(
            step.posts,
            step.name,
            (post) =>
              html`<article class="post-card">
                ${showLook(visit.words, withPictures(place, post))}
                <div class="standing">${post.dueAt && showDue(post.dueAt, visit)}</div>
              </article>`,
          )}
        </section>`,
    )}`;
}

function showWriting(visit: Visit) {
  const { agreement: said } = visit.words;
  return html`<form
    class="stack"
    method="post"
    action="${findRoot(visit.site)}/review/${visit.param("secret")}"
  >
    ${field({ name: "name", label: said.yourName, autocomplete: "name", required: true })}
    <p class="field">
      <label for="text">${said.comment}</label
      ><textarea id="text" name="text" rows="4" required maxlength="2000" dir="auto"></textarea>
    </p>
    <button>${said.say}</button>
  </form>`;
}
