import { worded } from "../model/worded.ts";
import type { Setting } from "./compose.ts";
import type { Mention } from "./mentions.ts";

interface Made {
  readonly texts: readonly string[];
  readonly mentions: readonly Mention[];
  /** Of several in turn. */
  readonly template: string | null;
}

/** What was done to the words that a person may want to know before they go out. */
export function notesOf(
  { own, reply, tracking }: Setting,
  { texts, mentions, template }: Made,
): readonly string[] {
  const shown = mentions.filter(({ handle }) => texts.some((text) => text.includes(handle)));
  const tracked = texts.some((text) => text.includes(tracking.query));
  return [
    ...(own.text === undefined
      ? []
      : [worded`The words are the author’s own, from the entry’s front matter.`]),
    ...(own.text === undefined && own.hashtags !== undefined
      ? [worded`The hashtags are the author’s own, from the entry’s front matter.`]
      : []),
    ...(template === null ? [] : [worded`It is the turn of the template “${template}”.`]),
    ...shown.map(({ name, handle }) => worded`“${name}” is mentioned as ${handle}.`),
    ...(reply !== null && texts.length > 1 ? [worded`The link is in the first reply.`] : []),
    ...(tracking.query === ""
      ? []
      : [
          tracked
            ? worded`Links to ${tracking.hosts[0] ?? worded`the site`} have ${tracking.query}.`
            : worded`Links to ${tracking.hosts[0] ?? worded`the site`} have ${tracking.query}, beside the text.`,
        ]),
  ];
}
