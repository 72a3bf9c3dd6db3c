import type { Config } from "../config/config.ts";
import type { SourceState } from "../ledger/sources.ts";
import type { Entry } from "../model/entry.ts";
import { lazy } from "../model/lazy.ts";
import type { Problem } from "../model/problem.ts";
import type { FeedSource, MarkdownSource, Source } from "../model/source.ts";
import { builtInNames } from "../registry.ts";
import { guessLanguage } from "../source/language.ts";
import type { Fetched } from "../source/fetch.ts";
import { userAgent } from "../source/user-agent.ts";

export type SourceRead =
  | { readonly kind: "unchanged"; readonly validators: Partial<SourceState>; readonly retryAt: Date | null }
  | {
      readonly kind: "entries";
      readonly entries: readonly Entry[];
      readonly problems: readonly Problem[];
      readonly validators: Partial<SourceState>;
      readonly retryAt: Date | null;
    }
  | { readonly kind: "failed"; readonly reason: string; readonly retryAt: Date | null };

/** What a source shows now. Never throws. `known`: what was remembered of it, null to read it whatever it was before. */
export function readSource(
  config: Config,
  now: Date,
  source: Source,
  known: SourceState | null,
): Promise<SourceRead> {
  return source.kind === "feed" ? readFeed(config, now, source, known) : readFiles(config, source, now);
}

/** Asking for a module again costs as much as a whole poll. */
const loadNetwork = lazy(() => Promise.all([import("../source/fetch.ts"), import("../source/guard.ts")]));

async function readyToCompose(config: Config): Promise<void> {
  const [{ templatesOf }] = await Promise.all([import("./composing.ts"), import("./planning.ts")]);
  await templatesOf(config);
}

async function readFeed(
  config: Config,
  now: Date,
  source: FeedSource,
  known: SourceState | null,
): Promise<SourceRead> {
  const fetched = await fetchFeed(config, now, source, known);
  if (fetched.kind === "failed") return fetched;
  const { validators, retryAt } = fetched;
  if (fetched.kind === "unchanged") return { kind: "unchanged", validators, retryAt };
  const parsing = parseFeed(source, fetched);
  // News may be in it: what composes them is made ready while the other thread parses.
  void readyToCompose(config);
  const parsed = await parsing;
  if (parsed.kind === "failed") return { kind: "failed", reason: parsed.reason, retryAt };
  return { kind: "entries", entries: parsed.entries, problems: [], validators, retryAt };
}

/** The document of a source. `known`: as for `readSource`. */
export async function fetchFeed(
  config: Config,
  now: Date,
  source: FeedSource,
  known: SourceState | null,
): Promise<Fetched> {
  const [{ fetchDocument }, { guardedDispatcher }] = await loadNetwork();
  return fetchDocument(source.feed, {
    validators: known,
    dispatcher: guardedDispatcher(config.network.allowPrivate),
    userAgent: userAgent(config.site.url),
    now,
  });
}

/** What a document of a source says. */
export async function parseFeed(
  source: Pick<Source, "name" | "language">,
  {
    bytes,
    contentType,
    url,
  }: { readonly bytes: Uint8Array; readonly contentType: string | null; readonly url: string },
) {
  const { parseDocument } = await import("../source/parse.ts");
  const { name, language } = source;
  const parsed = await parseDocument(bytes, { contentType, url, source: name, language });
  return parsed.kind === "failed" ? parsed : { ...parsed, entries: parsed.entries.map(withLanguage) };
}

/** Where nobody says it, the words do. */
export const withLanguage = (entry: Entry): Entry =>
  entry.language === null ? { ...entry, language: guessLanguage(entry) } : entry;

/** For what authors may have words of their own. */
export const namesOf = ({ campaigns, accounts }: Config) => ({
  steps: [...new Set(campaigns.flatMap(({ steps }) => steps.map(({ name }) => name)))],
  channels: [...new Set([...accounts.map(({ channel }) => channel), ...builtInNames])],
  accounts: accounts.map(({ name }) => name),
});

/** Where the entries of a source's files belong. */
export const contextOf = (config: Config, source: MarkdownSource) => ({
  site: source.site,
  permalink: source.permalink,
  source: source.name,
  language: source.language,
  names: namesOf(config),
});

async function readFiles(config: Config, source: MarkdownSource, now: Date): Promise<SourceRead> {
  const { readMarkdownFiles } = await import("../source/markdown.ts");
  const { entries, problems } = await readMarkdownFiles(source.markdown, contextOf(config, source));
  // A site that is built from such files shows what is dated later only when its time has come.
  const shown = entries.filter(({ published }) => published === null || published <= now.toISOString());
  return { kind: "entries", entries: shown.map(withLanguage), problems, validators: {}, retryAt: null };
}
