import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { callbackPath, type Site } from "../model/site.ts";
import { pageOf } from "./message.ts";
import { confine, type Env, protect } from "./policy.ts";
import type { Ending, Reception } from "./reception.ts";
import { dress, findRoot, type Page } from "./shell.ts";
import { showSentence } from "./team/sentence.ts";
import { wordsOf } from "./words/asked.ts";
import { createTongue, type Tongue } from "./words/tongue.ts";
import type { Words } from "./words/words.ts";

/** Where networks send browsers back to. Open to every browser: the answer's state is its key. */
export function addConnect(app: Hono<Env>, site: Site, { finish }: Reception, tongue: Tongue): void {
  app.get(callbackPath, (c) => takeAnswer(c, { site, finish, tongue, back: true }));
}

/** The same alone, for as long as a command waits for it. */
export function createCallback(site: Site, finish: Reception["finish"]): Hono<Env> {
  const app = new Hono<Env>();
  const tongue = createTongue(site, async () => ({}));
  app.use(protect(site), confine);
  app.get(callbackPath, (c) => takeAnswer(c, { site, finish, tongue, back: false }));
  return app;
}

interface Place {
  readonly site: Site;
  readonly finish: Reception["finish"];
  readonly tongue: Tongue;
  /** The service's own pages are there. */
  readonly back: boolean;
}

async function takeAnswer(c: Context<Env>, place: Place): Promise<Response> {
  const ending = await place.finish(new URL(c.req.url).searchParams);
  const words = await place.tongue(wordsOf(c));
  c.header("Cache-Control", "no-store");
  return c.html(dress(place.site, makeEnding(place, words, ending), words), ending.done ? 200 : 400);
}

function makeEnding({ site, back }: Place, words: Words, { done, lines }: Ending): Page {
  const { connected, unconnected, canClose, all } = words.channels.ending;
  const title = done ? connected : unconnected;
  const close = html`<p>${canClose}</p>`;
  const desk = html`<p><a href="${findRoot(site)}/desk/channels">${all}</a></p>`;
  const main = html`<main id="main" class="column">
    <h1>${title}</h1>
    ${lines.map((line) => html`<p>${showSentence(words, line)}</p>`)} ${back ? desk : done && close}
  </main>`;
  return pageOf(site, title, main, "team");
}
