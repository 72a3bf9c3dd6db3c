import type { Context, Hono } from "hono";
import { makeArchivePage } from "./archive.ts";
import { isAnnounced, makeEntryPage } from "./entry.ts";
import { writeFeed } from "./feed.ts";
import { makeHomePage } from "./home.ts";
import type { Env } from "./policy.ts";
import { makePostPage } from "./post.ts";
import type { Reading, Told } from "./reading.ts";
import { dress, findRoot, type Other, type Page } from "./shell.ts";
import { readLink } from "./text.ts";
import { writeSitemap } from "./sitemap.ts";
import { type Voice, voiceOf } from "./voice.ts";

const shortly = "public, max-age=60";
/** What the public page shows, the feed, and a page of the archive. */
const [few, many, shelf] = [10, 50, 200];

/** What everybody may read. `sayGone` is answered for what was taken back. */
export function addPages(
  app: Hono<Env>,
  reading: Reading,
  sayGone: (c: Context<Env>) => Response | Promise<Response>,
): void {
  const voice = voiceOf(reading);
  app.get("/", async (c) => {
    const published = await reading.published(few + 1);
    return answer(c, voice, makeHomePage(voice, published.slice(0, few), published.length > few));
  });
  app.get("/e/:id", async (c) => {
    const id = c.req.param("id");
    const told = await reading.entry(id);
    if (told === undefined || !isAnnounced(told)) return c.notFound();
    return answer(c, voice, makeEntryPage(voice, id, told, await findOthers(reading, told)));
  });
  app.get("/p/:id", async (c) => {
    const published = await reading.post(c.req.param("id"));
    if (published?.delivery.state === "retracted") return sayGone(c);
    if (published?.delivery.state !== "sent") return c.notFound();
    return answer(c, voice, makePostPage(voice, published));
  });
  addArchive(app, reading, voice);
  addFeed(app, reading, voice);
  addSitemap(app, reading, voice);
}

function answer(c: Context<Env>, voice: Voice, page: Page): Response | Promise<Response> {
  c.set("images", page.images);
  c.header("Cache-Control", shortly);
  return c.html(dress(voice.site, page, voice.words, voice.previewTags));
}

/** The same entry in other languages, each once: our own page about it where there is one. */
async function findOthers(reading: Reading, { entry }: Told): Promise<readonly Other[]> {
  const foreign = entry.translations.filter(({ language }) => language !== entry.language);
  const once = new Map(foreign.toReversed().map((one) => [one.language, one]));
  const others = await Promise.all(
    [...once.values()].toReversed().map(async ({ language, url }) => {
      const found = await reading.entryAt(url);
      return found && isAnnounced(found)
        ? { language, url: `${reading.site.url}/e/${found.id}`, own: true }
        : { language, url, own: false };
    }),
  );
  return others.filter(({ url }) => readLink(url) !== null);
}

function addArchive(app: Hono<Env>, reading: Reading, voice: Voice): void {
  app.get("/archive", async (c) => {
    const [newest] = await reading.years();
    c.header("Cache-Control", shortly);
    return c.redirect(`${findRoot(voice.site)}/${newest === undefined ? "" : `archive/${newest}`}`);
  });
  app.get("/archive/:year{[0-9]{4}}", async (c) => {
    const year = c.req.param("year");
    const below = c.req.query("below") ?? null;
    const [years, found] = await Promise.all([reading.years(), reading.archive(year, shelf + 1, below)]);
    if (found === undefined || !years.includes(year)) return c.notFound();
    const lines = found.slice(0, shelf);
    return answer(
      c,
      voice,
      makeArchivePage(voice, { year, lines, years, below, more: found.length > shelf }),
    );
  });
}

function addFeed(app: Hono<Env>, reading: Reading, voice: Voice): void {
  const write = keep(async () => writeFeed(voice, await reading.published(many)));
  app.get("/feed.atom", async (c) => {
    const stamp = await reading.changed();
    const changed = new Date(stamp ?? 0).toUTCString();
    c.header("Cache-Control", shortly);
    c.header("Last-Modified", changed);
    c.header("Access-Control-Allow-Origin", "*");
    // Exactly equal, not merely later: a ledger may have been restored from an older copy.
    const known =
      c.req.header("If-None-Match") === undefined && c.req.header("If-Modified-Since") === changed;
    if (known) return c.body(null, 304);
    c.header("Content-Type", "application/atom+xml; charset=utf-8");
    return c.body(await write(stamp ?? ""));
  });
}

function addSitemap(app: Hono<Env>, reading: Reading, voice: Voice): void {
  const write = keep(async () => writeSitemap(voice, await reading.published(many), await reading.years()));
  app.get("/sitemap.xml", async (c) => {
    c.header("Cache-Control", shortly);
    c.header("Content-Type", "application/xml; charset=utf-8");
    return c.body(await write((await reading.changed()) ?? ""));
  });
}

/** Makes a text anew only where its stamp is another, or a minute has passed: entries may change beside it. */
function keep(make: () => Promise<string>): (stamp: string) => Promise<string> {
  let kept: { readonly stamp: string; readonly until: number; readonly text: string } | undefined;
  return async (stamp) => {
    if (kept?.stamp === stamp && Date.now() < kept.until) return kept.text;
    const text = await make();
    kept = { stamp, until: Date.now() + 60_000, text };
    return text;
  };
}
