import type { Step } from "../model/campaign.ts";
import type { Template } from "./handlebars.ts";
import type { Templates } from "./template.ts";

/** A step as far as its template goes. */
type Speaking = Pick<Step, "name"> & Partial<Pick<Step, "each" | "template">>;

/** The name of the step's template whose turn it is, or that a post was made with before; null where it names none. */
export function templateInTurn(
  { template = [] }: Speaking,
  turn: number,
  before: string | null,
): string | null {
  if (before !== null && template.includes(before)) return before;
  return template[turn % template.length] ?? null;
}

/**
 * The template of a step for a channel: the first folder that has `name.channel` or `name`, `name` being that of the template
 * whose turn it is, else the step's; where none has, `story` for a single story, `thread` for a part a section, and
 * `announcement` for a whole entry.
 */
export function pickTemplate(
  templates: Templates,
  step: Speaking,
  channel: string,
  story: boolean,
  named: string | null = null,
): Template | undefined {
  const usual = step.each === "section" ? "thread" : "announcement";
  for (const name of [...(named === null ? [] : [named]), step.name, story ? "story" : usual])
    for (const folder of templates.folders) {
      const found = folder.get(`${name}.${channel}`) ?? folder.get(name);
      if (found !== undefined) return found;
    }
  return undefined;
}

/** Its name and how it is written; undefined where that is not known. */
export function describeTemplate(
  { folders, sources = [] }: Templates,
  template: Template,
): { readonly name: string; readonly source: string } | undefined {
  for (const [at, folder] of folders.entries())
    for (const [name, one] of folder) {
      const source = sources[at]?.get(name);
      if (one === template && source !== undefined) return { name, source };
    }
  return undefined;
}
