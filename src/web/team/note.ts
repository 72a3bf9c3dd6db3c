import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";

const name = "carillon_note";

/** What came of a form. */
export interface Note {
  readonly text: string;
  /** It was done as asked. */
  readonly done: boolean;
}

/** Before what was not done. */
const refusal = "!";

/** One sentence for the page that the browser is sent to next. */
export function leaveNote(c: Context, { text, done }: Note): void {
  setCookie(c, name, (done ? " " : refusal) + text.slice(0, 500).toWellFormed(), {
    path: "/",
    httpOnly: true,
    sameSite: "Strict",
    maxAge: 30,
  });
}

export function takeNote(c: Context): Note | null {
  const text = getCookie(c, name);
  if (text === undefined) return null;
  deleteCookie(c, name, { path: "/" });
  return { text: text.slice(1), done: !text.startsWith(refusal) };
}
