import type { Site } from "../model/site.ts";
import { chooseWords } from "./words/choose.ts";
import type { Words } from "./words/words.ts";

/** How the public pages speak: as whom, in which words. Everybody sees the same, so that they can be kept. */
export interface Voice {
  readonly site: Site;
  readonly words: Words;
  /** A channel's name as people write it. */
  label(channel: string): string;
}

export function voiceOf({ site, label }: Pick<Voice, "site" | "label">): Voice {
  return { site, label, words: chooseWords(site.language, undefined) };
}
