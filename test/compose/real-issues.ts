import { readdirSync, readFileSync } from "node:fs";
import type { Entry, Story } from "../../src/model/entry.ts";
import { readMarkdown } from "../../src/source/markdown.ts";
import { data } from "../fixtures/replay.ts";

const folder = new URL("newsletter/", data);
const context = {
  source: "real",
  site: "https://xmpp.org",
  permalink: "/:year/:month/:title/",
  language: "en",
};

/** The issues in English: their names say no language. */
export const readIssues = (): Entry[] =>
  readdirSync(folder)
    .filter((file) => /^[^.]+\.md$/.test(file))
    .map((file) => readMarkdown(readFileSync(new URL(file, folder), "utf8"), { ...context, file }))
    .flatMap((read) => ("entry" in read ? [read.entry] : []));

export const storiesOf = ({ sections }: Entry): Story[] => sections.flatMap(({ stories }) => [...stories]);
