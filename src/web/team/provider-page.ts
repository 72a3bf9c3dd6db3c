import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { html } from "hono/html";
import { isLocal } from "../local.ts";
import { findRoot } from "../shell.ts";
import { cookieName, giveCookie } from "./cookie.ts";
import { showMessage } from "./message.ts";
import { open, type House } from "./open.ts";
import type { SignInProvider, Turned } from "./provider.ts";
import { insideOf, originOf } from "./sign-in.ts";
import type { Visit } from "./visit.ts";

/** Minutes that somebody has at the provider. */
const patience = 10;

/** `/sign-in/provider`, which leads there, and `/sign-in/callback`, where the browser comes back to. */
export function addProvider(house: House): void {
  open(house, "GET /sign-in/provider", (visit) => depart(house.provider, visit));
  open(house, "GET /sign-in/callback", (visit) => arrive(house.provider, visit));
}

async function depart(provider: SignInProvider | null, visit: Visit): Promise<Response> {
  if (provider === null) return missing(visit);
  const departure = await provider.depart(redirectOf(visit));
  if ("turned" in departure) return refuse(visit, provider, departure);
  const [to, invitation] = ["to", "invitation"].map((name) => visit.c.req.query(name) ?? "");
  const way: Way = { kept: departure.kept, to: to ?? "", invitation: invitation ?? "" };
  const text = Buffer.from(JSON.stringify(way)).toString("base64url");
  setCookie(visit.c, wayName(visit), text, { ...traits(visit), maxAge: patience * 60 });
  visit.c.header("Cache-Control", "no-store");
  return visit.c.redirect(departure.url, 303);
}

async function arrive(provider: SignInProvider | null, visit: Visit): Promise<Response> {
  if (provider === null) return missing(visit);
  const way = readWay(getCookie(visit.c, wayName(visit)));
  deleteCookie(visit.c, wayName(visit), traits(visit));
  const query = new URL(visit.c.req.url).searchParams;
  const { kept, invitation, to } = way;
  const answer = await provider.arrive(redirectOf(visit), query, kept, invitation, originOf(visit));
  if ("turned" in answer) return refuse(visit, provider, answer);
  giveCookie(visit.c, visit.site, answer);
  return visit.c.redirect(insideOf(visit, to), 303);
}

/** What the browser keeps while it is away. */
interface Way {
  readonly kept: string;
  readonly to: string;
  readonly invitation: string;
}

function readWay(text: string | undefined): Way {
  try {
    const way = JSON.parse(Buffer.from(text ?? "", "base64url").toString()) as Partial<Way>;
    return { kept: String(way.kept), to: String(way.to), invitation: String(way.invitation) };
  } catch {
    return { kept: "", to: "", invitation: "" };
  }
}

const wayName = ({ c, site }: Visit): string => `${cookieName(c, site)}-way`;

const traits = (visit: Visit) =>
  ({
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: wayName(visit).startsWith("__Host-"),
  }) as const;

/** On this machine a browser may have come by another port than the site's. */
function redirectOf({ c, site }: Visit): string {
  const base = isLocal(c) ? new URL(c.req.url).origin + findRoot(site) : site.url;
  return `${base}/sign-in/callback`;
}

async function missing(visit: Visit): Promise<Response> {
  const { missing: title, missingText } = visit.words.shell;
  return showMessage(visit, title, missingText, 404);
}

async function refuse(visit: Visit, { label }: SignInProvider, { turned, code }: Turned): Promise<Response> {
  const { admission: said } = visit.words;
  const main = html`<p class="problem" role="alert">
      ${said.turned[turned](label)} ${code !== null && html`<span class="quiet">(${code})</span>`}
    </p>
    <p><a class="act" href="${findRoot(visit.site)}/sign-in">${said.signIn}</a></p>`;
  return visit.page({ title: said.notIn, main }, 403);
}
