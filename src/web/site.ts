import { type Context, Hono } from "hono";
import { etag, RETAINED_304_HEADERS } from "hono/etag";
import { methodNotAllowed } from "hono/method-not-allowed";
import { addAlso } from "./also.ts";
import { bellFile, scripts, style, styleName } from "./assets.ts";
import { addConnect } from "./connect.ts";
import { isAnnounced, makeEntryPage } from "./entry.ts";
import { lastChange, writeFeed } from "./feed.ts";
import { makeHomePage } from "./home.ts";
import { addHooks, type Hooks } from "./hooks.ts";
import { isLocal } from "./local.ts";
import { makeFailure, makeMissing, makeWithdrawn } from "./message.ts";
import { sendPicture } from "./picture-file.ts";
import { confine, type Env, protect } from "./policy.ts";
import { makePostPage } from "./post.ts";
import type { Site } from "../model/site.ts";
import type { Reading } from "./reading.ts";
import type { Reception } from "./reception.ts";
import { dress, type Page } from "./shell.ts";
import type { Team } from "./team/open.ts";
import { addTeam } from "./team/team.ts";
import { createTongue } from "./words/tongue.ts";
import { wordsOf } from "./words/asked.ts";
import type { Words } from "./words/words.ts";

const shortly = "public, max-age=60";
const forever = "public, max-age=31536000, immutable";

type Status = 200 | 403 | 404 | 410 | 500;
type Answer = (context: Context<Env>, page: Page, status?: Status) => Response | Promise<Response>;

/** The site's public pages, its feed, and the team's pages. `report` is told what went wrong. */
export function createSite(
  reading: Reading,
  report: (error: Error) => void = () => {},
  reception?: Reception,
  team?: Team,
  hooks?: Hooks,
): Hono<Env> {
  const site = new Hono<Env>();
  const answer = createAnswer(reading);
  site.use(protect(reading.site), confine, methodNotAllowed({ app: site }));
  site.use(etag({ retainedHeaders: [...RETAINED_304_HEADERS, "last-modified"] }));
  addAlso(site, reading);
  addPages(site, reading, answer);
  addFeed(site, reading);
  addPictures(site, reading);
  const tongue = createTongue(reading.site, async (code) => (await team?.sentences(code)) ?? {});
  if (reception) addConnect(site, reading.site, reception, tongue);
  if (team) addTeam({ ...team, app: site, site: reading.site, report, tongue });
  if (hooks) addHooks(site, hooks);
  addFiles(site);
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

function createAnswer(reading: Reading): Answer {
  return (c, page, status = 200) => {
    c.set("images", page.images);
    c.header("Cache-Control", status === 200 && page.kind !== "team" ? shortly : "no-store");
    return c.html(dress(reading.site, page), status);
  };
}

function addPages(app: Hono<Env>, reading: Reading, answer: Answer): void {
  const { site } = reading;
  app.get("/", async (c) => answer(c, makeHomePage(site, await reading.published(20), reading.label)));
  app.get("/e/:id", async (c) => {
    const id = c.req.param("id");
    const told = await reading.entry(id);
    if (told === undefined || !isAnnounced(told)) return c.notFound();
    return answer(c, makeEntryPage(site, id, told, reading.label));
  });
  app.get("/p/:id", async (c) => {
    const published = await reading.post(c.req.param("id"));
    if (published?.delivery.state === "retracted") return tell(c, reading, makeWithdrawn, 410);
    if (published?.delivery.state !== "sent") return c.notFound();
    return answer(c, makePostPage(site, published, reading.label));
  });
}

function addFeed(app: Hono<Env>, reading: Reading): void {
  app.get("/feed.atom", async (c) => {
    const published = await reading.published(50);
    const changed = new Date(lastChange(published)).toUTCString();
    c.header("Cache-Control", shortly);
    c.header("Last-Modified", changed);
    c.header("Access-Control-Allow-Origin", "*");
    // Exactly equal, not merely later: after a retraction the newest post is an older one.
    const known =
      c.req.header("If-None-Match") === undefined && c.req.header("If-Modified-Since") === changed;
    if (known) return c.body(null, 304);
    c.header("Content-Type", "application/atom+xml; charset=utf-8");
    return c.body(await writeFeed(reading.site, published));
  });
}

/** Pictures of posts, once those are out. */
function addPictures(app: Hono<Env>, reading: Reading): void {
  app.get("/pictures/:name", async (c) => {
    const name = c.req.param("name");
    const picture = await reading.picture(name);
    return picture === undefined ? c.notFound() : sendPicture(c, picture, name, "everyones");
  });
}

function serveBell(c: Context): Response {
  return c.body(bellFile, 200, { "Content-Type": "image/svg+xml", "Cache-Control": forever });
}

function addFiles(app: Hono<Env>): void {
  app.get("/favicon.svg", serveBell);
  app.get("/favicon.ico", serveBell);
  app.get(`/${styleName}`, (c) =>
    c.body(style, 200, { "Content-Type": "text/css; charset=utf-8", "Cache-Control": forever }),
  );
  for (const [name, text] of scripts)
    app.get(`/${name}`, (c) =>
      c.body(text, 200, { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": forever }),
    );
  app.get("/robots.txt", (c) =>
    c.text("User-agent: *\nDisallow: /desk\nDisallow: /connect\nDisallow: /api\nDisallow: /join\n"),
  );
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
