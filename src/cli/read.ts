import type { Entry, Section } from "../model/entry.ts";
import { answer, answerJson, complain, indent, paint, progress } from "./output.ts";
import { CommandError, load, type Common } from "./context.ts";
import { entriesIn } from "./subject.ts";

/** Shows what is understood of sources, files or addresses; of all sources where none is named. Stores nothing. */
export async function read(what: readonly string[], options: Common): Promise<boolean> {
  const { config } = await load(options, what.length > 0);
  const subjects = what.length > 0 ? what : config.sources.map(({ name }) => name);
  const found: Entry[] = [];
  let good = true;
  for (const subject of subjects) {
    progress(`Reading ${subject} …`);
    try {
      found.push(...(await entriesIn(config, subject, new Date())));
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      complain(error.message);
      good = false;
    }
  }
  await show(found, options);
  return good;
}

async function show(entries: readonly Entry[], options: Common): Promise<void> {
  const { closeParser } = await import("../source/parse.ts");
  await closeParser();
  if (options.json) answerJson(entries.map(({ overrides: _overrides, ...rest }) => rest));
  else if (entries.length > 0) answer(entries.map(written).join("\n\n"));
}

function written(entry: Entry): string {
  const head = [
    paint("bold", entry.title),
    indent(
      [
        entry.url,
        [
          entry.published?.slice(0, 10) ?? "no date",
          entry.language ?? "language unknown",
          entry.newsletter ? "newsletter" : "other post",
        ].join(", "),
      ].join("\n"),
    ),
  ];
  const translations = entry.translations.map(({ language, url }) => `${language} ${url}`);
  return [
    ...head,
    ...entry.sections.map((section) => indent(sectionLines(section))),
    ...translations.map((one) => indent(one)),
  ].join("\n");
}

function sectionLines({ path, kind, stories }: Section): string {
  const name = `${path.join(" › ") || "(before the first heading)"}: ${kind === "stories" ? `${stories.length} stories` : kind}`;
  const lines = stories.map(
    ({ text, link }) =>
      `  · ${text.slice(0, 90)}${text.length > 90 ? "…" : ""}${link ? `\n    ${paint("dim", link)}` : ""}`,
  );
  return [name, ...lines].join("\n");
}
