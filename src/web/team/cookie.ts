import type { Context } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import type { Site } from "../../model/site.ts";
import { isLocal } from "../local.ts";
import { sessionSeconds, type Admitted } from "./admission.ts";

export const languageCookie = "carillon_language";

const isSecure = (c: Context, site: Site): boolean => site.url.startsWith("https:") && !isLocal(c);

/** Browsers take the name with the prefix only over HTTPS, for this host and all of its paths (RFC 6265bis, 4.1.3.2). */
export function cookieName(c: Context, site: Site): string {
  return isSecure(c, site) ? "__Host-carillon" : "carillon";
}

const traits = (c: Context, site: Site) =>
  ({ path: "/", httpOnly: true, sameSite: "Lax", secure: isSecure(c, site) }) as const;

/** For a span, not until a date: browsers have clocks of their own. */
export function giveCookie(c: Context, site: Site, { cookie }: Pick<Admitted, "cookie">): void {
  setCookie(c, cookieName(c, site), cookie, { ...traits(c, site), maxAge: sessionSeconds });
}

export function takeCookie(c: Context, site: Site): void {
  deleteCookie(c, cookieName(c, site), traits(c, site));
}
