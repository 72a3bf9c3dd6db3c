import { Marked } from "marked";
import type { Entry } from "../model/entry.ts";
import type { Problem } from "../model/problem.ts";
import { worded } from "../model/worded.ts";
import { type Fault, type Names, readAuthorWords } from "./author-words.ts";
import { type Fields, type LineOf, readFrontMatter } from "./front-matter.ts";
import { type Found, readFiles } from "./markdown-files.ts";
import { dateOf, imageOf, textOf, textsOf } from "./markdown-fields.ts";
import { readNewsletter } from "./newsletter.ts";
import { namesNewsletter } from "./newsletter-phrases.ts";
import { fillPermalink, languageOfFile } from "./permalink.ts";
import { replaceShortcodes } from "./shortcode.ts";

/** Where Markdown comes from, and where it will be published. */
export interface MarkdownContext {
  /** The public address that links are relative to. */
  readonly site: string;
  /** See `fillPermalink`. */
  readonly permalink: string;
  /** The source's name in the configuration. */
  readonly source: string;
  /** Of entries that do not say it themselves, BCP 47. */
  readonly language: string | null;
  /** Names that its authors' own words may be for; absent: any may be one. */
  readonly names?: Names;
}

/** `problems`: what of the author's own words could not be understood. `draft`: not meant to be public yet. */
type Read =
  | { readonly entry: Entry; readonly draft: boolean; readonly problems: readonly Problem[] }
  | { readonly problem: Problem };

const marked = new Marked({ gfm: true });

/** One Markdown file with front matter, understood as the entry it will be, or why it cannot be. */
export function readMarkdown(text: string, context: MarkdownContext & { readonly file: string }): Read {
  const read = readFrontMatter(text);
  if ("problem" in read)
    return fail(context.file, read.line, read.problem, worded`Mend that line; other files are read.`);
  const url = addressOf(read.fields, read.body, context);
  if (typeof url !== "string") return url;
  const entry = toEntry(read.fields, read.body, url, context);
  const { overrides, faults } = readAuthorWords(read.fields, entry.sections, context.names ?? null);
  const problems = faults.map((fault) => toProblem(fault, context.file, read.lineOf));
  return { entry: { ...entry, overrides }, draft: read.fields["draft"] === true, problems };
}

const toProblem = ({ keys, problem, mend }: Fault, path: string, lineOf: LineOf): Problem => ({
  path,
  line: lineOf(keys),
  problem: `${keys.join(" → ")}: ${problem}`,
  mend,
});

function fail(path: string, line: number | null, problem: string, mend: string): { problem: Problem } {
  return { problem: { path, line, problem, mend } };
}

type Context = MarkdownContext & { readonly file: string };

/** Its `url`, or what the permalink's pattern makes of it. */
function addressOf(fields: Fields, body: string, context: Context): string | { problem: Problem } {
  const { file, site, permalink } = context;
  const slug = textOf(fields, "slug");
  const page = { title: titleOf(fields, body, file), slug, date: publishedOf(fields, file), file };
  const path = textOf(fields, "url") ?? fillPermalink(permalink, { ...page, language: languageOfFile(file) });
  if (path === null)
    return fail(
      file,
      1,
      worded`It has no date, which its address is made of.`,
      worded`Add \`date: YYYY-MM-DD\` to its front matter.`,
    );
  const url = URL.parse(path.replace(/[#?]/g, encodeURIComponent), site);
  return (
    url?.href ??
    fail(
      file,
      1,
      worded`Its address ${path} is none at ${site}.`,
      worded`Mend \`url\`, or the source's \`site\`.`,
    )
  );
}

function titleOf(fields: Fields, body: string, file: string): string {
  const heading = /^#{1,2}[ \t]+(.+?)[ \t]*#*$/m.exec(body)?.[1];
  return textOf(fields, "title") ?? heading ?? (file.split(/[\\/]/).at(-1) ?? file).replace(/\.[^.]+$/, "");
}

/** Hugo takes a date from the file's name where the front matter has none. */
function publishedOf(fields: Fields, file: string): string | null {
  const named = /(?:^|[\\/])(\d{4}-\d{2}-\d{2})[^\\/]*$/.exec(file)?.[1];
  return dateOf(fields, "date", "publishDate", "pubDate") ?? dateOf({ named }, "named");
}

export const htmlOf = (body: string): string => marked.parse(replaceShortcodes(body), { async: false });

function toEntry(fields: Fields, body: string, url: string, context: Context): Omit<Entry, "overrides"> {
  const title = titleOf(fields, body, context.file);
  const html = htmlOf(body);
  const { newsletter, summary, image, ...understood } = readNewsletter(html, url, title);
  const tags = textsOf(fields, "categories", "category", "tags");
  return {
    ...identityOf(fields, url, context),
    title,
    newsletter: newsletter || tags.some(namesNewsletter),
    summary: textOf(fields, "summary", "sommario", "description") ?? summary,
    image: imageOf(fields, url) ?? image,
    tags: tags.map((tag) => tag.replace(/^#/, "")),
    ...understood,
  };
}

function identityOf(fields: Fields, url: string, { source, file, site, language }: Context) {
  return {
    id: url,
    source,
    url,
    aliases: textsOf(fields, "aliases").flatMap((alias) => URL.parse(alias, site)?.href ?? []),
    published: publishedOf(fields, file),
    updated: dateOf(fields, "lastmod", "updated", "modified"),
    language: canonical(textOf(fields, "lang", "language") ?? languageOfFile(file)) ?? language,
  };
}

function canonical(language: string | null): string | null {
  try {
    return language === null ? null : (Intl.getCanonicalLocales(language)[0] ?? null);
  } catch {
    return null;
  }
}

/** The entries of all files that a glob names, in the order of their names, without drafts. A broken file is a problem and stops no other. */
export async function readMarkdownFiles(
  glob: string,
  context: MarkdownContext,
): Promise<{ entries: Entry[]; problems: Problem[] }> {
  const found = await readFiles(glob);
  const read = found.map((file) => understand(file, context));
  return {
    entries: read.flatMap((one) => ("entry" in one && !one.draft ? [one.entry] : [])),
    problems: read.flatMap((one) => {
      if ("problem" in one) return [one.problem];
      return one.draft ? [] : one.problems;
    }),
  };
}

function understand(found: Found, context: MarkdownContext): Read {
  return "problem" in found ? found : readMarkdown(found.text, { ...context, file: found.file });
}
