import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { compose, type Composition, type Request } from "../../src/compose/compose.ts";
import { loadTemplates } from "../../src/compose/template.ts";
import { builtIn } from "./fixtures.ts";

/** Names and texts of an operator's own templates. */
export type Files = Readonly<Record<string, string>>;

/** A folder with these files, until the test ends. */
export async function folderOf(files: Files): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "templates-"));
  onTestFinished(() => rm(path, { recursive: true }));
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(path, name), text)));
  return path;
}

/** What these templates, before the built-in ones, make of a request. */
export async function saidBy(files: Files, request: Request): Promise<Composition> {
  const { templates, problems } = await loadTemplates([await folderOf(files), builtIn]);
  const wrong = problems.map(({ problem, mend }) => `${problem} ${mend}`);
  const { posts, notes, problems: composed } = compose({ ...request, templates });
  return { posts, notes, problems: [...wrong, ...composed] };
}
