import type { App } from "../../app.ts";
import type { Entry } from "../../model/entry.ts";
import type { FeedSource, MarkdownSource } from "../../model/source.ts";
import type { Original, Originals } from "../../web/team/original.ts";
import { contextOf, fetchFeed } from "../read.ts";
import { recentOf } from "../recent.ts";

type Found = Original["found"];

/** Milliseconds for which a look counts, whoever asks: what answers is somebody else's server. */
const fresh = 60_000;

/** Entries as they stand where they came from. Nothing of it is kept: the ledger has what was understood. */
export function originalsOf(app: App): Originals {
  const { once } = recentOf(fresh, app.now);
  return {
    show: async (id) => {
      const known = await app.ledger.entries.get(id);
      if (known === undefined) return undefined;
      const { title, url, source, language } = known.entry;
      return { id, title, url, source, language, found: await once(id, () => find(app, known.entry)) };
    },
  };
}

async function find(app: App, entry: Entry): Promise<Found> {
  const source = app.config.sources.find(({ name }) => name === entry.source);
  if (source === undefined) return "gone";
  return source.kind === "feed" ? inFeed(app, source, entry) : inFiles(app, source, entry);
}

async function inFeed(app: App, source: FeedSource, entry: Entry): Promise<Found> {
  const now = app.now();
  const nextAt = (await app.ledger.sources.all()).get(source.name)?.nextAt ?? null;
  if (nextAt !== null && nextAt > now.toISOString()) return "later";
  const fetched = await fetchFeed(app.config, now, source, null);
  if (fetched.kind === "failed") return fetched;
  if (fetched.kind === "unchanged") return "later";
  const { quoteFrom } = await import("../../source/parse.ts");
  const { bytes, contentType, url } = fetched;
  const about = { contentType, url, source: source.name, language: source.language };
  const { id, title, published } = entry;
  const quoted = await quoteFrom(bytes, about, { id, url: entry.url, title, published });
  return quoted.kind === "failed" ? quoted : (quoted.quote ?? "gone");
}

async function inFiles({ config }: App, source: MarkdownSource, entry: Entry): Promise<Found> {
  const { quoteMarkdown } = await import("../../source/markdown-quote.ts");
  return (await quoteMarkdown(source.markdown, contextOf(config, source), entry)) ?? "gone";
}
