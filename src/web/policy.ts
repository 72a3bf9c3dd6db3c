import type { Context, MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { Site } from "../model/site.ts";

export interface Env {
  Variables: {
    /** Addresses of the images on the page; absent where there are none. */
    images: readonly string[] | undefined;
    /** True where the page brings the site's own scripts. */
    scripted: boolean | undefined;
    /** Where the answer is a picture that somebody brought. */
    picture: "ours" | "everyones" | undefined;
  };
}

/** What a browser may do with an answer, beyond showing it. */
export function protect(site: Site): MiddlewareHandler<Env> {
  const headers = secureHeaders({
    referrerPolicy: "strict-origin-when-cross-origin",
    xFrameOptions: "DENY",
    // Only for this host: its neighbours may not speak HTTPS.
    strictTransportSecurity: site.url.startsWith("https:") ? "max-age=15552000" : false,
  });
  return async (c, next) => {
    await headers(c, next);
    if (c.get("picture") === "everyones") c.header("Cross-Origin-Resource-Policy", "cross-origin");
  };
}

/** No framing, nothing of others but the images that the page shows; scripts of the site itself for the team alone. */
export async function confine(context: Context<Env>, next: () => Promise<void>): Promise<void> {
  await next();
  if (context.get("picture")) return context.header("Content-Security-Policy", "default-src 'none'; sandbox");
  const origins = listOrigins(context.get("images") ?? []);
  const scripts = context.get("scripted") ? "script-src 'self'; connect-src 'self'; " : "";
  const policy = `default-src 'none'; ${scripts}style-src 'self'; img-src ${["'self'", ...origins].join(" ")}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
  context.header("Content-Security-Policy", policy);
}

function listOrigins(addresses: readonly string[]): string[] {
  const origins = addresses.filter((one) => URL.canParse(one)).map((one) => new URL(one).origin);
  // Names may hold what ends a directive.
  return [...new Set(origins)].filter((origin) => /^https?:\/\/[\w.:[\]-]+$/u.test(origin));
}
