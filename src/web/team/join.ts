import { html } from "hono/html";
import { findRoot } from "../shell.ts";
import type { JoinForm, Refused } from "./admission.ts";
import { giveCookie } from "./cookie.ts";
import { field } from "./field.ts";
import { showMessage } from "./message.ts";
import { open, type House } from "./open.ts";
import { showProvider } from "./provider-link.ts";
import { originOf, showRefused } from "./sign-in.ts";
import type { Visit } from "./visit.ts";

/** `/join/SECRET`: what an invitation's link opens. */
export function addJoin(house: House): void {
  open(house, "GET /join/:secret", (visit) => showJoin(house, visit, { login: "", name: "" }, null));
  open(house, "POST /join/:secret", (visit) => join(house, visit));
}

async function join(house: House, visit: Visit): Promise<Response> {
  const form = await visit.form();
  const person: JoinForm = {
    login: form.get("login"),
    name: form.get("name"),
    password: form.all("password").at(-1) ?? "",
  };
  const answer = await house.admission.join(visit.param("secret"), person, originOf(visit));
  if ("refused" in answer) return showJoin(house, visit, person, answer);
  giveCookie(visit.c, visit.site, answer);
  return visit.go("/desk");
}

async function showJoin(
  house: House,
  visit: Visit,
  known: Pick<JoinForm, "login" | "name">,
  refused: Refused | null,
): Promise<Response> {
  const { admission: words, shell } = visit.words;
  const secret = visit.param("secret");
  const role = await house.admission.invited(secret);
  if (role === undefined) return showMessage(visit, words.used, words.usedText, 410);
  const main = html`<p>${words.joinAs(shell.roles[role], shell.abilities[role])}</p>
    ${refused && showRefused(visit.words, refused)} ${showProvider(house, visit, { invitation: secret })}
    <form class="stack" method="post" action="${findRoot(visit.site)}/join/${secret}">
      ${field({ name: "name", label: words.name, value: known.name, autocomplete: "name", required: true })}
      ${field({ name: "login", label: words.login, value: known.login, hint: words.loginHint, autocomplete: "username", required: true })}
      ${field({ name: "password", label: words.password, type: "password", hint: words.passwordHint(12), autocomplete: "new-password", least: 12, required: true })}
      <button>${words.joinButton}</button>
    </form>`;
  return visit.page({ title: words.join(visit.site.name), main }, refused === null ? 200 : 400);
}
