import { fits } from "../../src/channel/measure.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import type { Post } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import { limits, longest } from "./limits.ts";
import { writeMarkdown } from "./markdown.ts";
import type { Memo } from "./memo.ts";
import type { Seat } from "./seat.ts";

export type Kind = "link" | "self" | "comment";

/** A post without a link is a text, whatever the account's setting. */
export function kindOf({ kind }: Pick<Seat, "kind">, { link }: Post, { reply }: Pick<Memo, "reply">): Kind {
  if (reply !== null) return "comment";
  return link === null ? "self" : kind;
}

/** The post's text as Markdown, with the link where nothing else shows it. */
export function writeBody(kind: Kind, { text, link }: Post): string {
  const shown = kind === "link" || link === null || text.includes(link);
  return writeMarkdown((shown ? text : `${text.trimEnd()}\n\n${link}`).trim());
}

/** As Reddit keeps titles: white space is one space. */
export function foldTitle(title: string | null | undefined): string {
  return (title ?? "").replace(/\s+/g, " ").trim();
}

/** Throws where Reddit would not take the title. Comments have none. */
export function checkTitle(kind: Kind, post: Post): void {
  if (kind === "comment") return;
  const title = foldTitle(post.title);
  if (title === "") throw refuse(worded`A post on Reddit needs a title.`);
  if (limits.title && !fits(title, limits.title))
    throw refuse(worded`The title is longer than ${limits.title.max} characters.`);
}

/** Throws where Reddit would not take the text. */
export function checkText(kind: Kind, post: Post): void {
  const [text] = limits.text;
  if (text && !fits(post.text, text)) throw refuse(worded`The text is longer than ${text.max} characters.`);
  const max = kind === "comment" ? longest.comment : longest.post;
  if (Array.from(writeBody(kind, post)).length > max)
    throw refuse(
      worded`The text is longer than ${max} characters when its marks are escaped as Markdown wants it.`,
    );
}

function refuse(reason: string): ChannelError {
  return new ChannelError({ kind: "refused", reason });
}
