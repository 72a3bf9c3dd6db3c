import type { Post } from "../../src/model/post.ts";

export function write(kind: string, { title, link, text }: Post): object {
  const body = writeMarkdown(text);
  return kind === "comment" ? { content: body } : { name: fold(title), url: link, body };
}

/** Markdown that reads as the plain text was written; addresses are left to be linked. */
export function writeMarkdown(text: string): string {
  const trimmed = text.replace(/[ \t]*\n[ \t]*/g, "\n").trim();
  const marks = /(https?:\/\/[^\s<>]*[^\s<>.,;:!?)"'*_])|[\\`*_[\]<>{}~^#|&]|^[+=:-]|(?<=^\d+)[.)]/gm;
  const escaped = trimmed.replace(marks, (mark, link?: string) => link ?? `\\${mark}`);
  return escaped.replace(/(?<=[^\n])\n(?=[^\n])/g, "  \n");
}

export const fold = (text: string | null | undefined): string => (text ?? "").replace(/\s+/g, " ").trim();
