import type { Template } from "./handlebars.ts";
import type { Templates } from "./template.ts";

/**
 * The template of a step for a channel: the first folder that has `step.channel` or `step`; where none has, `story`
 * for a single story and `announcement` for a whole entry.
 */
export function pickTemplate(
  templates: Templates,
  step: string,
  channel: string,
  story: boolean,
): Template | undefined {
  for (const name of [step, story ? "story" : "announcement"])
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
