import { html } from "hono/html";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import { showDue } from "../time.ts";
import type { LinkView, RemarkView } from "./agreement.ts";
import { button } from "./field.ts";
import type { PostView } from "./posts.ts";
import type { Visit } from "./visit.ts";

/** On a post's page: who has agreed, and what one can do about it. */
export function showAgreement(visit: Visit, post: PostView): Html {
  const { agreement: said } = visit.words;
  if (post.approvalsNeeded === 0) return html``;
  const path = `${findRoot(visit.site)}/desk/posts/${post.id}`;
  const isDraft = post.state === "draft";
  return html`<h2 id="agreement">${said.title}</h2>
    <p>${said.needs(post.approvalsNeeded)} <span class="quiet">${said.bound}</span></p>
    <ul class="rows">
      ${post.approvals.map(({ by, voice, at }) => html`<li><span>${voice === undefined ? said.agreed(by) : said.agreedFor(by, voice)}</span><span class="quiet">${showDue(at, visit)}</span></li>`)}
    </ul>
    ${isDraft && visit.may("approve") && showApprove(visit, path, post.sight)}
    ${isDraft && visit.may("write") && showSay(`${path}/ask`, said.ask, said.comment)}`;
}

function showApprove(visit: Visit, path: string, sight: string): Html {
  const { agreement: said } = visit.words;
  return html`<form class="line" method="post" action="${path}/approve">
      <input type="hidden" name="sight" value="${sight}" />
      <button class="first">${said.approve}</button>
    </form>
    ${showSay(`${path}/send-back`, said.back, said.backWhy)}`;
}

/** A line to write in, and a button. */
export function showSay(action: string, label: string, hint: string): Html {
  const id = `say-${action.replaceAll(/\W+/gu, "-")}`;
  return html`<form class="line say" method="post" action="${action}">
    <label class="unseen" for="${id}">${hint}</label>
    <input id="${id}" name="text" placeholder="${hint}" maxlength="2000" dir="auto" />
    <button>${label}</button>
  </form>`;
}

/** What was said, oldest first; of one post where `post` is its id. */
export function showRemarks(visit: Visit, remarks: readonly RemarkView[]): Html {
  const { agreement: said } = visit.words;
  if (remarks.length === 0) return html``;
  const words = { asked: said.asked, said: said.said, guest: said.said, back: said.sentBack };
  return html`<h2>${said.remarks}</h2>
    <ol class="rows remarks">
      ${remarks.map(
        ({ at, who, kind, text }) =>
          html`<li>
            <span dir="auto"><b>${words[kind](who)}</b></span>
            <span class="quiet">${showDue(at, visit)}</span>
            ${text !== "" && html`<p dir="auto">${text}</p>`}
          </li>`,
      )}
    </ol>`;
}

/** Links for colleagues who cannot sign in. `made`: one that was made just now, whole. */
export function showLinks(
  visit: Visit,
  entry: string,
  links: readonly LinkView[],
  made: string | null,
): Html {
  const { agreement: said } = visit.words;
  const root = findRoot(visit.site);
  return html`<details class="note" ${made !== null && html`open`}>
    <summary>${said.links}</summary>
    <div class="inside">
      <p>${said.linksText}</p>
      ${made !== null && html`<p class="made" role="status">${said.theLink} <code>${made}</code></p>`}
      ${button(`${root}/desk/entries/${entry}/review-links`, said.makeLink)}
      <ul class="rows">
        ${links.map(
          ({ id, madeBy, until }) =>
            html`<li>
              <span class="quiet">${said.linkBy(madeBy, until.slice(0, 10))}</span>
              ${button(`${root}/desk/entries/${entry}/review-links/${encodeURIComponent(id)}/end`, said.endLink)}
            </li>`,
        )}
      </ul>
    </div>
  </details>`;
}
