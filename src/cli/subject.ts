import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Config } from "../config/config.ts";
import type { Entry } from "../model/entry.ts";
import type { FeedSource, Source } from "../model/source.ts";
import { namesOf, readSource, withLanguage } from "../app/read.ts";
import { CommandError, sentence } from "./context.ts";
import { complain } from "./output.ts";

/** The entries of a source by name, a file, or an address. Throws CommandError. */
export async function entriesIn(config: Config, what: string, now: Date): Promise<readonly Entry[]> {
  const source = config.sources.find(({ name }) => name === what);
  if (source) return entriesOf(config, source, now);
  if (/^https?:\/\//.test(what)) return entriesOf(config, feedAt(what), now);
  const file = statSync(what, { throwIfNoEntry: false });
  if (file?.isDirectory()) throw new CommandError(`${what} is a folder: name a file in it.`);
  if (file)
    return /\.(md|markdown)$/i.test(what) ? [await readNewsletterFile(config, what)] : readFeedFile(what);
  throw new CommandError(`${what} is no source of the configuration, no file and no address.`);
}

async function entriesOf(config: Config, source: Source, now: Date): Promise<readonly Entry[]> {
  const read = await readSource(config, now, source, null);
  if (read.kind === "failed") throw new CommandError(`${source.name}: ${read.reason}`);
  if (read.kind === "unchanged") return [];
  for (const problem of read.problems) complain(sentence(problem));
  return read.entries;
}

const feedAt = (feed: string): FeedSource => ({
  kind: "feed",
  name: feed,
  feed,
  poll: "",
  language: null,
  translates: null,
  only: { newsletter: false },
  brake: 0,
  maxAge: 0,
});

/** As the Markdown source of the configuration would read it, where there is one. */
async function readNewsletterFile(config: Config, file: string): Promise<Entry> {
  const { readMarkdown } = await import("../source/markdown.ts");
  const like = config.sources.find((source) => source.kind === "markdown");
  const {
    site = config.site.url,
    permalink = "/:year/:month/:title/",
    language = null,
    name = file,
  } = like ?? {};
  const context = { file, site, permalink, language, source: name, names: namesOf(config) };
  const read = readMarkdown(await readFile(file, "utf8"), context);
  if ("problem" in read) throw new CommandError(sentence(read.problem));
  for (const problem of read.problems) complain(sentence(problem));
  return withLanguage(read.entry);
}

async function readFeedFile(file: string): Promise<readonly Entry[]> {
  const { parseDocument } = await import("../source/parse.ts");
  const url = pathToFileURL(resolve(file)).href;
  const parsed = await parseDocument(await readFile(file), { contentType: null, url, source: file });
  if (parsed.kind === "failed") throw new CommandError(`${file}: ${parsed.reason}`);
  return parsed.entries.map(withLanguage);
}
