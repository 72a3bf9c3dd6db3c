import type { Quote } from "../model/quote.ts";
import { readFrontMatter } from "./front-matter.ts";
import { htmlOf, readMarkdown, type MarkdownContext } from "./markdown.ts";
import { readFiles } from "./markdown-files.ts";
import { quote } from "./quote.ts";
import { pickWanted, type Wanted } from "./wanted.ts";

/** One entry of the files that a glob names, as it may be shown; null where it is not there any more. */
export async function quoteMarkdown(
  glob: string,
  context: MarkdownContext,
  wanted: Wanted,
): Promise<Quote | null> {
  const files = (await readFiles(glob)).flatMap((found) => {
    const read = "problem" in found ? found : readMarkdown(found.text, { ...context, file: found.file });
    return "entry" in read && "text" in found ? [{ entry: read.entry, text: found.text }] : [];
  });
  const found = pickWanted(wanted, files, ({ entry }) => entry);
  if (found === undefined) return null;
  const read = readFrontMatter(found.text);
  return "problem" in read ? null : quote(htmlOf(read.body), found.entry.url);
}
