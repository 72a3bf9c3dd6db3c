import type { Template } from "./handlebars.ts";
import type { Words } from "./words.ts";

/** Templates, compiled, and their words. */
export interface Templates {
  /** By folder, the operator's own first: file names without `.hbs`. */
  readonly folders: readonly ReadonlyMap<string, Template>[];
  readonly words: Words;
}

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
