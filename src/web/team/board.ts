import { html } from "hono/html";
import { shortenText, type Html } from "../text.ts";
import type { PostView } from "./posts.ts";

/** The posts of one step side by side: a column an account, a row a story. */
export function showBoard(posts: readonly PostView[], name: string, show: (post: PostView) => Html): Html {
  const accounts = [...new Set(posts.map(({ account }) => account))];
  const rows = [...Map.groupBy(posts, ({ story }) => story)];
  return html`<div class="board" role="group" aria-label="${name}" tabindex="0">
    ${rows.map(
      ([story, some]) =>
        html`${story !== null && html`<h3 dir="auto">${shortenText(story, 90)}</h3>`}
          <div class="row">
            ${accounts.map((account) =>
              showPlace(
                some.filter((one) => one.account === account),
                show,
              ),
            )}
          </div>`,
    )}
  </div>`;
}

/** More than one where a step comes round. */
function showPlace(posts: readonly PostView[], show: (post: PostView) => Html): Html {
  if (posts.length === 1) return html`${posts.map(show)}`;
  return html`<div class="${posts.length === 0 ? "nothing" : "several"}">${posts.map(show)}</div>`;
}
