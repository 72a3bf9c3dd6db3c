import { html } from "hono/html";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import { showDue } from "../time.ts";
import type { Refused, Signed, Visitor } from "./admission.ts";
import { giveCookie, takeCookie } from "./cookie.ts";
import { nameBrowser } from "./browser.ts";
import { button, field } from "./field.ts";
import { open, type House } from "./open.ts";
import { originOf, showRefused } from "./sign-in.ts";
import type { Visit } from "./visit.ts";

/** `/desk/you`: one's own sign-ins and password. */
export function addYou(house: House): void {
  const { admission } = house;
  open(house, "GET /desk/you", (visit) => showYou(house, visit, null));
  open(house, "POST /desk/you/sign-out", async (visit) => {
    if (visit.visitor) await admission.signOut(visit.visitor.session, visit.visitor.person);
    takeCookie(visit.c, visit.site);
    return visit.go("/sign-in");
  });
  open(house, "POST /desk/you/sessions/:id/end", async (visit) => {
    if (visit.visitor) await admission.signOut(visit.param("id"), visit.visitor.person);
    return visit.go("/desk/you", visit.words.admission.done);
  });
  open(house, "POST /desk/you/password", (visit) => changePassword(house, visit));
}

async function changePassword(house: House, visit: Visit): Promise<Response> {
  if (visit.visitor === null) return visit.go("/sign-in");
  const form = await visit.form();
  const [old = "", fresh = ""] = ["old", "new"].map((name) => form.all(name).at(-1) ?? "");
  const answer = await house.admission.changePassword(visit.visitor.person, old, fresh, originOf(visit));
  if ("refused" in answer) return showYou(house, visit, answer);
  giveCookie(visit.c, visit.site, answer);
  return visit.go("/desk/you", visit.words.admission.changed);
}

async function showYou({ admission }: House, visit: Visit, refused: Refused | null): Promise<Response> {
  const { visitor, words } = visit;
  if (visitor === null) return visit.go("/sign-in");
  const { admission: said, shell } = words;
  const { role, login } = visitor.person;
  const root = findRoot(visit.site);
  const signed = await admission.sessions(visitor.person);
  const main = html`<p><b dir="auto">${login}</b>, ${shell.roles[role]}: ${shell.abilities[role]}.</p>
    ${button(`${root}/desk/you/sign-out`, shell.signOut)}
    <h2>${said.sessions}</h2>
    <ul class="rows">
      ${signed.map((one) => showSession(visit, visitor, one))}
    </ul>
    <h2>${said.changePassword}</h2>
    ${refused && showRefused(words, refused)}
    <form class="stack" method="post" action="${root}/desk/you/password">
      ${field({ name: "old", label: said.oldPassword, type: "password", autocomplete: "current-password", required: true })}
      ${field({ name: "new", label: said.newPassword, type: "password", hint: said.passwordHint(12), autocomplete: "new-password", least: 12, required: true })}
      <button>${said.changePassword}</button>
    </form>`;
  return visit.page({ title: visitor.person.name, main }, refused === null ? 200 : 400);
}

function showSession(visit: Visit, { session }: Visitor, one: Signed): Html {
  const { admission: said } = visit.words;
  const end = `${findRoot(visit.site)}/desk/you/sessions/${encodeURIComponent(one.id)}/end`;
  return html`<li>
    <span>${nameBrowser(one.about) ?? said.unknownBrowser}</span>
    <span class="quiet">${said.lastSeen("")}${showDue(one.seenAt, visit)}</span>
    ${one.id === session ? html`<b>${said.thisOne}</b>` : button(end, said.end)}
  </li>`;
}
