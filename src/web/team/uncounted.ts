import { html } from "hono/html";
import type { Html } from "../text.ts";
import type { Uncounted } from "./results.ts";
import { sayLabel } from "./sentence.ts";
import type { Visit } from "./visit.ts";

/** Accounts whose posts are not counted, each with the reason. */
export function showUncounted({ words }: Visit, uncounted: readonly Uncounted[]): Html {
  const { results: said } = words;
  if (uncounted.length === 0) return html``;
  return html`<h2>${said.uncounted}</h2>
    <ul class="uncounted">
      ${uncounted.map(
        ({ account, label, why, cost }) =>
          html`<li>
            <b>${sayLabel(words, label)}</b> <span dir="auto">${account}</span>:
            ${why === "costs" ? said.why.costs(`${cost?.amount ?? 0} ${cost?.currency ?? ""}`) : said.why[why]}.
          </li>`,
      )}
    </ul>`;
}
