import { html } from "hono/html";
import { findRoot } from "../shell.ts";
import { type Html, readLink } from "../text.ts";
import { showDue } from "../time.ts";
import { showLook, withPictures } from "./look.ts";
import { showForm } from "./post-form.ts";
import type { PostView } from "./posts.ts";
import { sayReason } from "./reason.ts";
import { isOverdue, type Visit } from "./visit.ts";

/**
 * One column of an entry's page: the post as it will look, how it stands, and a way to change its words. `edit`: a page of many
 * posts is half as long where each form is brought when somebody asks for it.
 */
export function showPostCard(visit: Visit, post: PostView, edit: "asked" | "here" = "asked"): Html {
  const look = showLook(visit.words, withPictures(`${findRoot(visit.site)}/desk/pictures`, post));
  const standing = showStanding(visit, post);
  const note = post.note !== null && showNote(visit, post.note);
  if (post.id === null)
    return html`<article class="post-card missing">
      <div>${look}</div>
      ${standing} ${note}
    </article>`;
  const way = edit === "here" ? showEdit(visit, post) : showEditLink(visit, post.id);
  return html`<article class="post-card" id="${post.id}">
    <div id="look-${post.id}" aria-live="off">${look}</div>
    ${standing} ${post.open && visit.may("write") && way} ${note}
  </article>`;
}

function showStanding(visit: Visit, post: PostView): Html {
  const { words, site } = visit;
  const { posts: said, shell } = words;
  const live = readLink(post.permalink);
  const reason = sayReason(words, post.state, post.reason);
  return html`<div class="standing">
    ${post.state === null ? html`<span>${said.notPlanned}</span>` : html`<span class="state ${post.state}">${shell.states[post.state]}</span>`}
    ${post.dueAt !== null && html`<a href="${findRoot(site)}/desk/posts/${post.id}">${showDue(post.dueAt, visit)}</a>`}
    ${post.approvalsNeeded > 0 && html`<span>${said.agreed(post.approvals.length, post.approvalsNeeded)}</span>`}
    ${post.cost !== null && html`<span>${said.price(`${post.cost.amount} ${post.cost.currency}`)}</span>`}
    ${post.hand !== null && html`<span>${said.byHand(post.hand.name ?? said.somebody)}</span>`}
    ${live !== null && html`<a href="${live}" rel="noopener noreferrer">${said.live}</a>`}
    ${isOverdue(visit, post) && html`<p class="reason">${said.overdue}</p>`}
    ${reason !== null && html`<p class="reason ${post.state}">${reason}</p>`}
    ${post.edited && html`<p class="reason">${said.own}</p>`}
  </div>`;
}

/** Without scripts it leads to the form on a page of its own. */
function showEditLink({ words, site }: Visit, id: string): Html {
  const path = `${findRoot(site)}/desk/posts/${id}/words`;
  return html`<a class="edit" href="${path}" hx-get="${path}" hx-swap="outerHTML">${words.posts.edit}</a>`;
}

function showEdit(visit: Visit, post: PostView): Html {
  return html`<details class="edit">
    <summary>${visit.words.posts.edit}</summary>
    ${showForm(visit, post, { rows: 14 })}
  </details>`;
}

/** In the place of the link. */
export function showEditing(visit: Visit, post: PostView): Html {
  return html`<details class="edit" open>
    <summary>${visit.words.posts.edit}</summary>
    ${showForm(visit, post, { rows: 14, focus: true })}
  </details>`;
}

function showNote({ words }: Visit, note: string): Html {
  return html`<details class="note">
    <summary>${words.posts.noAccount}</summary>
    <pre tabindex="0"><code>${note}</code></pre>
  </details>`;
}
