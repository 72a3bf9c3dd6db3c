import { html } from "hono/html";
import { findRoot } from "../shell.ts";
import type { Html } from "../text.ts";
import type { House } from "./open.ts";
import type { Visit } from "./visit.ts";

/** The way there. A link: this site's policy lets forms lead nowhere else. */
export function showProvider(house: House, { words, site }: Visit, query: Record<string, string>): Html {
  const { provider } = house;
  if (provider === null) return html``;
  const path = `${findRoot(site)}/sign-in/provider?${new URLSearchParams(query).toString()}`;
  return html`<p><a class="act" href="${path}">${words.admission.signInWith(provider.label)}</a></p>`;
}
