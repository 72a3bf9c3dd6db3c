import type { Limits } from "../channel/channel.ts";
import type { Entry } from "../model/entry.ts";
import type { Request } from "./compose.ts";
import { fit } from "./fit.ts";
import { readParts, withoutMarks } from "./marks.ts";
import { leadOf } from "./sentences.ts";
import { trimEnd } from "./highlights.ts";
import { say, type Words } from "./words.ts";
import { worded } from "../model/worded.ts";

/** The title as news: "The Newsletter of May is out!" where it names an issue; a title that is a sentence stands for itself. */
export function headlineOf({ title: written, newsletter }: Entry, words: Words, language: string): string {
  const title = withoutMarks(written).trim();
  const isName = namesIssue.test(title) && !/[.!?]$|[.!?:]\s/.test(title);
  return newsletter && isName ? say(words, language, "out", { title }) : title;
}

/** Words that say "newsletter", in the languages we know and some more. */
export const namesIssue = /news|bulletin|bolet[ií]|bollettino|rundbrief|infolettre|digest|gazette/i;

/** The post's title, fitted, where the network has titles: the template's own, else the entry's or the story's lead. */
export function titleOf(written: string | null, request: Request, limits: Limits) {
  if (limits.title === null) return { text: null, problems: [] };
  const { entry, story, channel } = request;
  const fallback = story === null ? entry.title : trimEnd(leadOf(story.text, entry.language));
  const title = (written ?? "").trim() === "" ? withoutMarks(fallback) : (written ?? "");
  const [marked = []] = readParts(title.replace(/\s+/g, " "));
  const fixed = marked.every((piece) => typeof piece === "string");
  const pieces = fixed ? [{ order: 0, whole: false, content: [marked.join("")] }] : marked;
  const { text, over } = fit(pieces, [limits.title]);
  return {
    text,
    problems: over > 0 ? [worded`The title is ${over} over the limit of ${channel.label}.`] : [],
  };
}
