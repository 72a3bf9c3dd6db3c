import type { Site } from "../model/site.ts";
import { chooseWords } from "./words/choose.ts";
import type { Words } from "./words/words.ts";

/** How the public pages speak: as whom, in which words. Everybody sees the same, so that they can be kept. */
export interface Voice {
  readonly site: Site;
  readonly words: Words;
  /** What link previews ask of a page with a picture, beyond Open Graph: `meta` elements by name. */
  readonly previewTags: Readonly<Record<string, string>>;
  /** A channel's name as people write it. */
  label(channel: string): string;
}

/** The channel that is this site. */
const here = "page";

export function voiceOf({ site, label, previewTags }: Omit<Voice, "words">): Voice {
  const words = chooseWords(site.language, undefined);
  const nameOf = (channel: string) => (channel === here ? words.publicly.here : label(channel));
  return { site, label: nameOf, previewTags, words };
}
