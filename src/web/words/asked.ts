import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { languageCookie } from "../team/cookie.ts";
import { chooseWords } from "./choose.ts";
import type { Words } from "./words.ts";

/** The language that a browser reads in: what was chosen there, else what it asks for. */
export function wordsOf(c: Context): Words {
  return chooseWords(getCookie(c, languageCookie) ?? null, c.req.header("accept-language"));
}
