import { html } from "hono/html";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import { showDue } from "../time.ts";
import { showAgreement, showRemarks } from "./agreement-forms.ts";
import { showTold } from "./counts.ts";
import { showDifference } from "./difference.ts";
import { picturesOf } from "./look.ts";
import { showAtHand } from "./need-card.ts";
import { open, type House } from "./open.ts";
import { showPostCard } from "./post-card.ts";
import { gone, titleOf } from "./post-writing.ts";
import type { PostView, TemplateView } from "./posts.ts";
import { showSentence } from "./sentence.ts";
import type { Visit } from "./visit.ts";

/** `/desk/posts/ID`: one post, its words, its template, and what was tried. */
export function addPostPage(house: House): void {
  open(house, "GET /desk/posts/:id", (visit) => showPost(house, visit));
}

async function showPost({ posts, agreement, results, needs }: House, visit: Visit): Promise<Response> {
  const post = await posts.post(visit.param("id"));
  if (post === undefined || post.id === null) return gone(visit);
  const [template, remarks, told, atHand] = await Promise.all([
    posts.template(post.id),
    agreement.remarks(post.entry),
    results.post(post.id),
    needs.atHand(post.id),
  ]);
  const back = `${findRoot(visit.site)}/desk/entries/${post.entry}`;
  const main = html`<p class="quiet"><a href="${back}" dir="auto">${post.entryTitle}</a></p>
    ${showPostCard(visit, post, "here")}
    ${atHand !== null && visit.may("approve") && showAtHand(visit, `${findRoot(visit.site)}/desk/posts/${post.id}`, atHand)}
    ${showTold(told, visit.words)} ${showAgreement(visit, post)}
    ${showRemarks(
      visit,
      remarks.filter((one) => one.post === null || one.post === post.id),
    )}
    ${template && showTemplate(visit, post, template)} ${showAttempts(visit, post)}`;
  return visit.page({ title: titleOf(visit, post), main, images: picturesOf(post), here: "entries" });
}

function showTemplate({ words }: Visit, post: PostView, template: TemplateView): Html {
  const { posts: said } = words;
  const told = post.parts.map(({ text }) => text).join("\n\n");
  const made = template.texts.join("\n\n");
  return html`<h2>${said.difference}</h2>
    ${
      made === told
        ? html`<p>${said.same}</p>`
        : html`<p class="quiet">${said.differenceText}</p>
            ${showDifference(made, told)}`
    }
    <details class="note">
      <summary>${said.template}</summary>
      <p>${said.templateText(template.name)}</p>
      <pre tabindex="0"><code>${template.source}</code></pre>
    </details>`;
}

function showAttempts(visit: Visit, { attempts }: PostView): Html {
  const { words } = visit;
  const { posts: said } = words;
  if (attempts.length === 0) return html``;
  return html`<h2>${said.attempts}</h2>
    <ol class="rows">
      ${attempts.map(
        ({ at, outcome, reason }) =>
          html`<li>
            <span>${said.outcomes[outcome] ?? outcome}</span>
            <span class="quiet">${showDue(at, visit)}</span>
            ${reason !== null && html`<p class="reason">${showSentence(words, reason)}</p>`}
          </li>`,
      )}
    </ol>`;
}
