import { onTestFinished } from "vitest";
import type { App } from "../../../src/app.ts";
import { begin, invite } from "../../../src/app/team/admission.ts";
import { teamOf } from "../../../src/app/team/team.ts";
import { readingOf } from "../../../src/app/reading.ts";
import { receptionOf } from "../../../src/app/reception.ts";
import type { Config } from "../../../src/config/config.ts";
import type { Role } from "../../../src/model/person.ts";
import { serve } from "../../../src/web/serve.ts";
import { createSite } from "../../../src/web/site.ts";
import { someApp, someConfig } from "../../fixtures/app.ts";

export const password = "three bells at noon";

/** A running service with the team's pages, on a free port. */
export async function openHouse(
  changes: Partial<Config> = {},
  now?: () => Date,
): Promise<{ app: App; url: string }> {
  const app = await someApp(someConfig(changes), now);
  return { app, url: await openDoors(app) };
}

/** The address of the team's pages of an app. */
export async function openDoors(app: App): Promise<string> {
  const failed = (error: Error): void => console.error(error);
  const site = createSite(await readingOf(app), failed, receptionOf(app), teamOf(app));
  const served = await serve(site, { port: 0, host: "127.0.0.1" });
  if ("problem" in served) throw new Error(served.problem);
  onTestFinished(() => served.close());
  return served.url;
}

/** A browser without scripts: keeps its cookies, goes where it is sent. */
export interface Browser {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Seen>;
  /** As a form of this site's own page does. */
  post(
    path: string,
    fields?: Readonly<Record<string, string>> | FormData,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Seen>;
}

export interface Seen {
  readonly status: number;
  readonly path: string;
  readonly text: string;
  readonly headers: Headers;
}

export function makeBrowser(
  url: string,
  known: readonly (readonly [name: string, value: string])[] = [],
): Browser {
  const cookies = new Map(known);
  const ask = async (path: string, init: RequestInit = {}): Promise<Seen> => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0)
      headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const answer = await fetch(new URL(path, url), { ...init, headers, redirect: "manual" });
    keepCookies(cookies, answer);
    const next = answer.headers.get("location");
    if (next !== null) return ask(withinOf(url, new URL(next, new URL(path, url))));
    return { status: answer.status, path, text: await answer.text(), headers: answer.headers };
  };
  return {
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, fields = {}, headers = { origin: url }) =>
      ask(path, { method: "POST", headers, body: bodyOf(fields) }),
  };
}

/** A form with files goes in parts. */
const bodyOf = (fields: Readonly<Record<string, string>> | FormData): FormData | URLSearchParams =>
  fields instanceof FormData ? fields : new URLSearchParams(fields);

/** On the site itself only the path. */
const withinOf = (url: string, { origin, pathname, search, href }: URL): string =>
  origin === new URL(url).origin ? pathname + search : href;

function keepCookies(cookies: Map<string, string>, answer: Response): void {
  for (const line of answer.headers.getSetCookie()) {
    const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
    if (/max-age=0/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }
}

/** Somebody who has just joined by a link, with that password, and their browser. */
export async function joinByLink(app: App, url: string, role: Role, login = `the-${role}`): Promise<Browser> {
  const browser = makeBrowser(url);
  const secret = await invite(app, role, "test");
  await browser.post(`/join/${secret}`, { login, name: `The ${role}`, password });
  return browser;
}

/** Somebody who is signed in. Without a password: hashing one takes longer than most tests. */
export async function joinAs(app: App, url: string, role: Role, login = `the-${role}`): Promise<Browser> {
  const newcomer = { login, name: `The ${role}`, password: null, subject: null };
  const person = await app.ledger.people.add({ ...newcomer, role }, app.now());
  if (person === undefined) throw new Error(`Somebody is called ${login}.`);
  const { cookie } = await begin(app, person, { address: "", about: "" });
  return makeBrowser(url, [["carillon", cookie]]);
}
