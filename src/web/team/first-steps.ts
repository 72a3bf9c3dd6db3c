import { html } from "hono/html";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import type { NeedsView } from "./needs.ts";
import type { Visit } from "./visit.ts";

/** In a new house: what to do next, for whoever can do it. Null where all that is long done. */
export function showFirstSteps(visit: Visit, { fresh, newest }: NeedsView): Html | null {
  if (fresh === null || !visit.may("administer")) return null;
  const { firstSteps: said } = visit.words.needs;
  const root = findRoot(visit.site);
  return html`<h2>${said.title}</h2>
    <ol class="first-steps">
      <li>
        <h3>${said.look}</h3>
        ${
          newest === null
            ? html`<p>${said.lookNone}</p>
                <p><a class="act" href="${root}/desk/sources">${said.lookSources}</a></p>`
            : html`<p>${said.lookText}</p>
                <p>
                  <a class="act" href="${root}/desk/entries/${newest.id}" dir="auto"
                    >${visit.words.needs.look(newest.title)}</a
                  >
                </p>`
        }
      </li>
      <li>
        <h3>${said.connect} ${fresh.accounts && html`<span class="state sent">${said.done}</span>`}</h3>
        <p>${said.connectText}</p>
        <p><a class="act" href="${root}/desk/channels">${said.connectLink}</a></p>
      </li>
      <li>
        <h3>${said.invite} ${fresh.people && html`<span class="state sent">${said.done}</span>`}</h3>
        <p>${said.inviteText}</p>
        <p><a class="act" href="${root}/desk/people">${said.inviteLink}</a></p>
      </li>
    </ol>`;
}
