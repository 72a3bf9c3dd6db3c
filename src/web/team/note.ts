import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";

const name = "carillon_note";

/** One sentence for the page that the browser is sent to next. */
export function leaveNote(c: Context, text: string): void {
  setCookie(c, name, text.slice(0, 500), { path: "/", httpOnly: true, sameSite: "Strict", maxAge: 30 });
}

export function takeNote(c: Context): string | null {
  const text = getCookie(c, name);
  if (text === undefined) return null;
  deleteCookie(c, name, { path: "/" });
  return text;
}
