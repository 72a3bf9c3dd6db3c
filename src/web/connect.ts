import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { callbackPath, type Site } from "../model/site.ts";
import { confine, type Env, protect } from "./policy.ts";
import type { Ending, Reception } from "./reception.ts";
import { dress, findRoot, type Page } from "./shell.ts";

/** Where networks send browsers back to. Open to every browser: the answer's state is its key. */
export function addConnect(app: Hono<Env>, site: Site, { finish }: Reception): void {
  app.get(callbackPath, (c) => takeAnswer(c, site, finish, true));
}

/** The same alone, for as long as a command waits for it. */
export function createCallback(site: Site, finish: Reception["finish"]): Hono<Env> {
  const app = new Hono<Env>();
  app.use(protect(site), confine);
  app.get(callbackPath, (c) => takeAnswer(c, site, finish, false));
  return app;
}

async function takeAnswer(
  c: Context<Env>,
  site: Site,
  finish: Reception["finish"],
  back: boolean,
): Promise<Response> {
  const ending = await finish(new URL(c.req.url).searchParams);
  c.header("Cache-Control", "no-store");
  return c.html(dress(site, makeEnding(site, ending, back)), ending.done ? 200 : 400);
}

function makeEnding(site: Site, { done, lines }: Ending, back: boolean): Page {
  const title = done ? "Connected" : "Not connected";
  const close = html`<p>This page can be closed.</p>`;
  const desk = html`<p><a href="${findRoot(site)}/desk/channels">All channels</a></p>`;
  const main = html`<main id="main" class="column">
    <h1>${title}</h1>
    ${lines.map((line) => html`<p>${line}</p>`)} ${back ? desk : done && close}
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
