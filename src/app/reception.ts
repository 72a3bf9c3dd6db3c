import type { App } from "../app.ts";
import { patience } from "../connect/begin.ts";
import { isPublic, redirectOf } from "../connect/redirect.ts";
import { worded } from "../model/worded.ts";
import type { Beginning, Reception } from "../web/reception.ts";
import { begin, clientOf, finish } from "./connecting.ts";

/** Where browsers bring a network's answer. */
export function receptionOf(app: App): Reception {
  return { finish: (query) => finish(app, query) };
}

/** Waits for the browser of whoever pressed the button; `port`: the one that the page was asked at on this machine, null from elsewhere. */
export async function beginFor(app: App, name: string, port: number | null, who: string): Promise<Beginning> {
  const client = await clientOf(app, name);
  if (typeof client === "string") return { problem: client };
  const { site } = app.config;
  if (port === null && !isPublic(site)) return { problem: elsewhere(site.url) };
  const redirect = redirectOf(site, client.channel.connect, port ?? site.port);
  const begun = await begin(app, client, { redirect, who });
  return typeof begun === "string" ? { problem: begun } : { url: begun.url, redirect, patience };
}

const elsewhere = (url: string): string =>
  worded`The network would lead your browser back to ${url}, which is another machine from where you are: set site.url to the address that you have opened, or connect it on the machine that Carillon runs on.`;
