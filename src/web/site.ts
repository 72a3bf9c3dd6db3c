import { type Context, Hono } from "hono";
import { etag, RETAINED_304_HEADERS } from "hono/etag";
import { methodNotAllowed } from "hono/method-not-allowed";
import { addAlso } from "./also.ts";
import { bellFile, scripts, style, styleName } from "./assets.ts";
import { addConnect } from "./connect.ts";
import { addHooks, type Hooks } from "./hooks.ts";
import { isLocal } from "./local.ts";
import { makeFailure, makeMissing, makeWithdrawn } from "./message.ts";
import { sendPicture } from "./picture.ts";
import { confine, type Env, protect } from "./policy.ts";
import { pack } from "./pack.ts";
import { addPages } from "./pages.ts";
import type { Site } from "../model/site.ts";
import type { Reading } from "./reading.ts";
import type { Reception } from "./reception.ts";
import { dress, type Page } from "./shell.ts";
import type { Team } from "./team/open.ts";
import { addTeam } from "./team/team.ts";
import { createTongue } from "./words/tongue.ts";
import { wordsOf } from "./words/asked.ts";
import type { Words } from "./words/words.ts";

const forever = "public, max-age=31536000, immutable";

/** The site's public pages, its feed, and the team's pages. `report` is told what went wrong. */
export function createSite(
  reading: Reading,
  report: (error: Error) => void = () => {},
  reception?: Reception,
  team?: Team,
  hooks?: Hooks,
): Hono<Env> {
  const site = new Hono<Env>();
  site.use(pack, protect(reading.site), confine, methodNotAllowed({ app: site }));
  site.use(etag({ weak: true, retainedHeaders: [...RETAINED_304_HEADERS, "last-modified"] }));
  addAlso(site, reading);
  addPages(site, reading, (c) => tell(c, reading, makeWithdrawn, 410));
  addPictures(site, reading);
  const tongue = createTongue(reading.site, async (code) => (await team?.sentences(code)) ?? {});
  if (reception) addConnect(site, reading.site, reception, tongue);
  if (team) addTeam({ ...team, app: site, site: reading.site, report, tongue });
  if (hooks) addHooks(site, hooks);
  addFiles(site, reading.site);
  addHealth(site, reading);
  site.notFound((c) => tell(c, reading, makeMissing, 404));
  site.onError((error, c) => {
    report(error);
    return tell(c, reading, makeFailure, 500);
  });
  return site;
}

/** One sentence for whoever is there, in the language that they read. */
function tell(
  c: Context<Env>,
  { site }: Reading,
  make: (site: Site, words: Words) => Page,
  status: 404 | 410 | 500,
): Response | Promise<Response> {
  const words = wordsOf(c);
  c.header("Cache-Control", "no-store");
  return c.html(dress(site, make(site, words), words), status);
}

/** Pictures of posts, once those are out. */
function addPictures(app: Hono<Env>, reading: Reading): void {
  app.get("/pictures/:name", async (c) => {
    const name = c.req.param("name");
    const picture = await reading.picture(name);
    return picture === undefined ? c.notFound() : sendPicture(c, picture, name, "everyones");
  });
}

/** Readers of the feed show it as well. */
function serveBell(c: Context<Env>): Response {
  c.set("picture", "everyones");
  return c.body(bellFile, 200, { "Content-Type": "image/svg+xml", "Cache-Control": forever });
}

/** Not for search engines. */
const closed = ["/desk", "/connect", "/api", "/join", "/sign-in", "/review"];

function addFiles(app: Hono<Env>, site: Site): void {
  app.get("/favicon.svg", serveBell);
  app.get("/favicon.ico", serveBell);
  app.get(`/${styleName}`, (c) =>
    c.body(style, 200, { "Content-Type": "text/css; charset=utf-8", "Cache-Control": forever }),
  );
  for (const [name, text] of scripts)
    app.get(`/${name}`, (c) =>
      c.body(text, 200, { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": forever }),
    );
  app.get("/robots.txt", (c) => {
    c.header("Cache-Control", "public, max-age=86400");
    return c.text(
      `User-agent: *\n${closed.map((path) => `Disallow: ${path}\n`).join("")}\nSitemap: ${site.url}/sitemap.xml\n`,
    );
  });
}

function addHealth(app: Hono<Env>, reading: Reading): void {
  app.get("/healthz", async (c) => {
    const { ok, ...all } = await reading.health();
    const details = isLocal(c) ? all : { problems: all.problems.length };
    return c.json({ ok, ...details }, ok ? 200 : 503, { "Cache-Control": "no-store" });
  });
  app.get("/readyz", async (c) => {
    const ready = await reading.published(1).then(
      () => true,
      () => false,
    );
    return c.json({ ready }, ready ? 200 : 503, { "Cache-Control": "no-store" });
  });
}
