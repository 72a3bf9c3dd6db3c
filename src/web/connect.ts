import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { callbackPath, type Site } from "../model/site.ts";
import { isLocal } from "./local.ts";
import { makeRefusal } from "./message.ts";
import { confine, type Env, protect } from "./policy.ts";
import type { Beginning, Ending, Guest, Reception } from "./reception.ts";
import { dress, findRoot, type Page } from "./shell.ts";
import { type Html, readHost } from "./text.ts";

type Status = 200 | 400 | 403;

/** The accounts and their sign-in, for this machine only; the callback for every browser, whose state is its key. */
export function addConnect(app: Hono<Env>, site: Site, reception: Reception): void {
  app.get(callbackPath, (c) => takeAnswer(c, site, reception.finish));
  app.get("/connect", async (c) => answer(c, site, makeList(site, await reception.guests())));
  app.get("/connect/:name", async (c) => {
    const guest = await reception.guest(c.req.param("name"));
    return guest ? answer(c, site, makeInvitation(site, guest)) : c.notFound();
  });
  app.post("/connect/:name", async (c) => {
    const guest = await reception.guest(c.req.param("name"));
    if (guest === undefined) return c.notFound();
    if (!isLocal(c) || !isOwn(c)) return refuse(c, site);
    const port = Number(new URL(c.req.url).port || 80);
    return answer(c, site, makeWay(site, guest, await reception.begin(guest.name, port)));
  });
}

/** Browsers say from which site's page a form comes; another site's page must not press this button. */
const isOwn = (c: Context): boolean => c.req.header("origin") === new URL(c.req.url).origin;

/** Only the callback, for as long as a command waits for it. */
export function createCallback(site: Site, finish: Reception["finish"]): Hono<Env> {
  const app = new Hono<Env>();
  app.use(protect(site), confine);
  app.get(callbackPath, (c) => takeAnswer(c, site, finish));
  return app;
}

function answer(c: Context<Env>, site: Site, page: Page): Response | Promise<Response> {
  return isLocal(c) ? write(c, site, page, 200) : refuse(c, site);
}

const refuse = (c: Context<Env>, site: Site): Response | Promise<Response> =>
  write(c, site, makeRefusal(site), 403);

function write(c: Context<Env>, site: Site, page: Page, status: Status): Response | Promise<Response> {
  c.header("Cache-Control", "no-store");
  return c.html(dress(site, page), status);
}

async function takeAnswer(c: Context<Env>, site: Site, finish: Reception["finish"]): Promise<Response> {
  const ending = await finish(new URL(c.req.url).searchParams);
  return write(c, site, makeEnding(site, ending), ending.done ? 200 : 400);
}

function makePage(site: Site, title: string, content: Html): Page {
  const main = html`<main id="main" class="column">
    <h1>${title}</h1>
    ${content}
  </main>`;
  return {
    title: `${title} · ${site.name}`,
    description: title,
    path: "",
    main,
    images: [],
    image: null,
    kind: "team",
  };
}

function makeList(site: Site, guests: readonly Guest[]): Page {
  const root = findRoot(site);
  const rows = guests.map(
    ({ name, label, standing }) =>
      html`<dt><a href="${root}/connect/${name}">${name}</a>, ${label}</dt>
        <dd>${standing}</dd>`,
  );
  const none = html`<p>The configuration has no accounts yet.</p>`;
  return makePage(site, "Accounts", rows.length === 0 ? none : html`<dl>${rows}</dl>`);
}

function makeInvitation(site: Site, { name, label, standing, closed }: Guest): Page {
  const form = html`<form method="post" action="${findRoot(site)}/connect/${name}">
    <button>Connect ${name}</button>
  </form>`;
  const rest = closed === null ? form : html`<p>${closed}</p>`;
  return makePage(
    site,
    `Connect ${name}, ${label}`,
    html`<p>${standing}</p>
      ${rest}`,
  );
}

/** A link, not a redirection: this page's policy lets forms lead nowhere else. */
function makeWay(site: Site, { name, label, needsApp }: Guest, beginning: Beginning): Page {
  const title = `Connect ${name}, ${label}`;
  if ("problem" in beginning) return makePage(site, title, html`<p>${beginning.problem}</p>`);
  const { url, redirect, patience } = beginning;
  const app = html`<li>
    The app at ${label} must have this redirect address, letter by letter: <code>${redirect}</code>
  </li>`;
  return makePage(
    site,
    title,
    html`<ol>
        ${needsApp && app}
        <li>In this browser, be signed in to ${label} as the account that shall post for ${name}.</li>
        <li>
          <a href="${url}" rel="noopener noreferrer">Go to ${readHost(url)}</a>, and allow what is asked for
          there. It leads back here.
        </li>
      </ol>
      <p>There are ${patience} minutes.</p>`,
  );
}

function makeEnding(site: Site, { done, lines }: Ending): Page {
  const text = html`${lines.map((line) => html`<p>${line}</p>`)}`;
  const close = html`<p>This page can be closed.</p>`;
  return makePage(site, done ? "Connected" : "Not connected", html`${text}${done && close}`);
}
