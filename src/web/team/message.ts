import { html } from "hono/html";
import type { Visit } from "./visit.ts";

/** A page that only says one thing. */
export function showMessage(
  visit: Visit,
  title: string,
  text: string,
  status: 200 | 400 | 403 | 404 | 409 | 410 | 413 | 500,
): Response | Promise<Response> {
  return visit.page({ title, main: html`<p>${text}</p>` }, status);
}
