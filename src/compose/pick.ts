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
