import { html } from "hono/html";
import { findRoot } from "../shell.ts";
import { type Html, readLink } from "../text.ts";
import { showDue } from "../time.ts";
import { showLook, withPictures } from "./look.ts";
import { showForm } from "./post-form.ts";
import type { PostView } from "./posts.ts";
import { sayReason } from "./reason.ts";
import type { Visit } from "./visit.ts";

/** One column of an entry's page: the post as it will look, how it stands, and the words to change. */
export function showPostCard(visit: Visit, post: PostView): Html {
  const { words } = visit;
  const look = showLook(words, withPictures(`${findRoot(visit.site)}/desk/pictures`, post));
  if (post.id === null)
    return html`<article class="post-card missing">
      <div>${look}</div>
      ${showStanding(visit, post)}
    </article>`;
  return html`<article class="post-card" id="${post.id}">
    <div id="look-${post.id}" aria-live="off">${look}</div>
    ${showStanding(visit, post)} ${post.open && visit.may("write") && showEdit(visit, post)}
    ${post.note !== null && showNote(visit, post.note)}
  </article>`;
}

function showStanding(visit: Visit, post: PostView): Html {
  const { words, site } = visit;
  const { posts: said, shell } = words;
  const live = readLink(post.permalink);
  const reason = sayReason(words, post.state, post.reason, post.hand?.name ?? null);
  return html`<div class="standing">
    ${post.state === null ? html`<span>${said.notPlanned}</span>` : html`<span class="state ${post.state}">${shell.states[post.state]}</span>`}
    ${post.dueAt !== null && html`<a href="${findRoot(site)}/desk/posts/${post.id}">${showDue(post.dueAt, visit)}</a>`}
    ${post.approvalsNeeded > 0 && html`<span>${said.agreed(post.approvals.length, post.approvalsNeeded)}</span>`}
    ${post.cost !== null && html`<span>${said.price(`${post.cost.amount} ${post.cost.currency}`)}</span>`}
    ${post.hand !== null && html`<span>${said.byHand(post.hand.name ?? said.somebody)}</span>`}
    ${live !== null && html`<a href="${live}" rel="noopener noreferrer">${said.live}</a>`}
    ${reason !== null && html`<p class="reason ${post.state}">${reason}</p>`}
    ${post.edited && html`<p class="reason">${said.own}</p>`}
  </div>`;
}

function showEdit(visit: Visit, post: PostView): Html {
  return html`<details class="edit">
    <summary>${visit.words.posts.edit}</summary>
    ${showForm(visit, post, 14)}
  </details>`;
}

function showNote({ words }: Visit, note: string): Html {
  return html`<details class="note">
    <summary>${words.posts.noAccount}</summary>
    <pre tabindex="0"><code>${note}</code></pre>
  </details>`;
}
