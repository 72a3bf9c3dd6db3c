import { html } from "hono/html";
import { findRoot } from "../shell.ts";
import { field } from "./field.ts";
import { saySentences } from "./sentence.ts";
import type { Visit } from "./visit.ts";

/** Where the address of a post could not be looked at: it stands there still, to be checked again, or recorded without. */
export function showUnseen(
  visit: Visit,
  address: string,
  lines: readonly string[],
): Response | Promise<Response> {
  const { needs: said } = visit.words;
  const desk = `${findRoot(visit.site)}/desk`;
  const main = html`<p class="problem" role="alert">${saySentences(visit.words, lines)}</p>
    <form class="stack" method="post" action="${desk}/posts/${visit.param("id")}/decide">
      ${field({ name: "detail", label: said.thereAt, type: "url", value: address, required: true })}
      <p class="line">
        <button class="first" name="action" value="there">${said.checkAgain}</button>
        <button name="action" value="unchecked">${said.unchecked}</button>
      </p>
    </form>
    <p><a href="${desk}/posts/${visit.param("id")}">${said.openPost}</a></p>`;
  return visit.page({ title: said.thereTitle, main, here: "desk" }, 409);
}
