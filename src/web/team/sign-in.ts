import { setCookie } from "hono/cookie";
import { html } from "hono/html";
import { isLocal } from "../local.ts";
import { addressOf } from "../address.ts";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import { languages } from "../words/choose.ts";
import type { Words } from "../words/words.ts";
import type { Origin, Refused } from "./admission.ts";
import { giveCookie, languageCookie } from "./cookie.ts";
import { field } from "./field.ts";
import { open, type House } from "./open.ts";
import { showProvider } from "./provider-link.ts";
import type { Visit } from "./visit.ts";

/** `/sign-in`, and the language that a browser reads in. */
export function addSignIn(house: House): void {
  open(house, "GET /sign-in", async (visit) => {
    const isFirst = isLocal(visit.c) && (await house.admission.isOpen());
    return showSignIn(house, visit, visit.c.req.query("to") ?? "", null, isFirst);
  });
  open(house, "POST /sign-in", (visit) => signIn(house, visit));
  open(house, "POST /language", (visit) => chooseLanguage(house, visit));
}

async function signIn(house: House, visit: Visit): Promise<Response> {
  const { admission, site } = house;
  const form = await visit.form();
  const answer = await admission.signIn(form.get("login"), form.get("password"), originOf(visit));
  if ("refused" in answer) return showSignIn(house, visit, form.get("to"), answer, false);
  giveCookie(visit.c, site, answer);
  return visit.c.redirect(insideOf(visit, form.get("to")), 303);
}

/** Never to another site: only to a path of this one. */
export function insideOf(visit: Visit, to: string): string {
  const root = findRoot(visit.site);
  const base = "http://inside.invalid";
  const url = URL.parse(to, base);
  // As browsers understand it: without dots, line breaks and backslashes that lead elsewhere.
  const isInside = url?.origin === base && `${url.pathname}/`.startsWith(`${root}/desk/`);
  return isInside ? url.pathname + url.search : `${root}/desk`;
}

export const originOf = ({ c }: Visit): Origin => ({
  address: addressOf(c),
  about: c.req.header("user-agent") ?? "",
});

function showSignIn(
  house: House,
  visit: Visit,
  to: string,
  refused: Refused | null,
  isFirst: boolean,
): Response | Promise<Response> {
  const { admission: words } = visit.words;
  const main = html`${isFirst && html`<p>${words.first}</p>`} ${refused && showRefused(visit.words, refused)}
    ${showProvider(house, visit, { to })}
    <form class="stack" method="post" action="${findRoot(visit.site)}/sign-in">
      <input type="hidden" name="to" value="${to}" />
      ${field({ name: "login", label: words.login, autocomplete: "username", required: true })}
      ${field({ name: "password", label: words.password, type: "password", autocomplete: "current-password", required: true })}
      <button>${words.signIn}</button>
    </form>
    <p class="quiet">${words.noAccount} ${words.forgot}</p>`;
  return visit.page({ title: words.signIn, main }, refused === null ? 200 : 403);
}

export function showRefused({ admission }: Words, { refused, wait }: Refused): Html {
  const text = refused === "wait" ? admission.problems.wait(wait ?? 0) : admission.problems[refused];
  return html`<p class="problem" role="alert">${text}</p>`;
}

async function chooseLanguage({ admission }: House, visit: Visit): Promise<Response> {
  const language = (await visit.form()).get("language");
  if (languages.includes(language)) {
    setCookie(visit.c, languageCookie, language, { path: "/", sameSite: "Lax", maxAge: 31_536_000 });
    if (visit.visitor) await admission.changeLanguage(visit.visitor.person, language);
  }
  const referer = visit.c.req.header("referer") ?? "";
  const back = URL.canParse(referer) ? new URL(referer).pathname + new URL(referer).search : "";
  return visit.c.redirect(insideOf(visit, back), 303);
}
