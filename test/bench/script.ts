import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRestAPIClient } from "masto";
import Parser from "rss-parser";

/**
 * A feed to one account as people write it on an afternoon: rss-parser, masto and a JSON file. It is what `carillon once`
 * is measured against, and does none of what makes Carillon worth having.
 */
const [, , feedUrl = "", server = "", file = ""] = process.argv;

interface Memory {
  readonly seen: string[];
}

function remember(): Memory {
  if (!existsSync(file)) return { seen: [] };
  return JSON.parse(readFileSync(file, "utf8")) as Memory;
}

function shorten(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1)}…`;
}

function compose(item: Parser.Item): string {
  const title = item.title ?? "A new post";
  const summary = shorten(item.contentSnippet?.replaceAll(/\s+/g, " ") ?? "", 300);
  return shorten(`${title}\n\n${summary}`, 450) + `\n\n${item.link ?? ""}`;
}

const idOf = (item: Parser.Item): string => item.guid ?? item.link ?? item.title ?? "";

async function main(): Promise<void> {
  const memory = remember();
  const feed = await new Parser().parseURL(feedUrl);
  const client = createRestAPIClient({ url: server, accessToken: process.env["TOKEN"] ?? "" });
  const first = memory.seen.length === 0;
  for (const item of feed.items.toReversed()) {
    const id = idOf(item);
    if (memory.seen.includes(id)) continue;
    if (!first) {
      const status = await client.v1.statuses.create({
        status: compose(item),
        visibility: "public",
        language: "en",
      });
      console.log(`posted ${status.url ?? status.id}`);
    }
    memory.seen.push(id);
    writeFileSync(file, JSON.stringify(memory, null, 2));
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
