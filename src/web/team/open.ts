import { getCookie } from "hono/cookie";
import type { Context, Hono } from "hono";
import type { Site } from "../../model/site.ts";
import type { ApiPart } from "../api/part.ts";
import { isLocal } from "../local.ts";
import type { Env } from "../policy.ts";
import { limitSize } from "../size.ts";
import { chooseWords } from "../words/choose.ts";
import type { Sentences } from "../words/dictionary.ts";
import type { Tongue } from "../words/tongue.ts";
import type { Words } from "../words/words.ts";
import type { Admission, Visitor } from "./admission.ts";
import type { Agreement } from "./agreement.ts";
import type { ApiTokens } from "./api-tokens.ts";
import type { Calendar } from "./calendar.ts";
import type { Campaigns } from "./campaigns.ts";
import type { Channels, ConfigurationPart } from "./channels.ts";
import { cookieName, giveCookie, languageCookie } from "./cookie.ts";
import { doors, mayOpen, type Door } from "./doors.ts";
import type { Avatars } from "./avatars.ts";
import type { History } from "./history.ts";
import type { Needs } from "./needs.ts";
import type { Pictures } from "./pictures.ts";
import type { Originals } from "./original.ts";
import type { Posts } from "./posts.ts";
import type { Simulate } from "./simulate.ts";
import type { SignInProvider } from "./provider.ts";
import type { Sources } from "./sources.ts";
import type { Receivers } from "./receivers.ts";
import type { Results } from "./results.ts";
import { showMessage } from "./message.ts";
import { GarbledForm, LargeForm } from "./form.ts";
import { visitOf, type Visit } from "./visit.ts";

/** What the team's pages know and can do; a part a page. */
export interface Team {
  readonly admission: Admission;
  /** Null: people sign in by password only. */
  readonly provider: SignInProvider | null;
  readonly posts: Posts;
  readonly originals: Originals;
  readonly pictures: Pictures;
  readonly avatars: Avatars;
  readonly calendar: Calendar;
  readonly simulate: Simulate;
  readonly agreement: Agreement;
  readonly needs: Needs;
  readonly history: History;
  readonly results: Results;
  readonly channels: Channels;
  readonly sources: Sources;
  readonly campaigns: Campaigns;
  /** What of the configuration holds for all. */
  readonly configuration: () => ConfigurationPart;
  readonly receivers: Receivers;
  readonly apiTokens: ApiTokens;
  readonly api: ApiPart;
  readonly now: () => Date;
  /** What the channels say themselves, in a language. */
  readonly sentences: (code: string) => Promise<Sentences>;
}

/** What all of the team's pages stand on. */
export interface House extends Team {
  readonly app: Hono<Env>;
  readonly site: Site;
  /** Is told what nobody foresaw. */
  readonly report: (error: Error) => void;
  readonly tongue: Tongue;
}

type Handler = (visit: Visit) => Response | Promise<Response>;

/** Bytes that a form may bring. */
const formBytes = 768 * 1024;

/** Opens a door of the table to those who may, and to forms of this site's own pages only. */
export function open(house: House, door: Door, handle: Handler, most = formBytes): void {
  const [method = "", path = ""] = door.split(" ");
  const guarded = async (c: Context<Env>) => keepPrivate(await enter(house, door, c, handle));
  const tooMuch = limitSize<Env>(most, (c) => refuseSize(house, c));
  if (method === "GET") house.app.get(path, guarded);
  else house.app.on(method, path, tooMuch, guarded);
}

/** What the team reads stays out of every cache, whatever the page forgot. */
function keepPrivate(response: Response): Response {
  if (!response.headers.has("cache-control")) response.headers.set("Cache-Control", "no-store");
  return response;
}

async function enter(house: House, door: Door, c: Context<Env>, handle: Handler): Promise<Response> {
  const { visitor, visit } = await meet(house, c);
  const { shell } = visit.words;
  if (!door.startsWith("GET ") && !isOwn(c, house.site))
    return showMessage(visit, shell.foreign, shell.foreignText, 403);
  if (mayOpen(visitor?.person.role ?? null, door)) return answer(visit, handle);
  if (visitor !== null) {
    const role = shell.roles[visitor.person.role];
    return showMessage(visit, shell.forbidden, shell.forbiddenText(role), 403);
  }
  return (await mayLookOn(house, door, c))
    ? handle(visit)
    : visit.go(`/sign-in?to=${wayBack(c, house.site)}`);
}

async function answer(visit: Visit, handle: Handler): Promise<Response> {
  try {
    return await handle(visit);
  } catch (error) {
    const { garbled, garbledText, tooMuch, tooMuchText } = visit.words.shell;
    if (error instanceof LargeForm) return showMessage(visit, tooMuch, tooMuchText, 413);
    if (!(error instanceof GarbledForm)) throw error;
    return showMessage(visit, garbled, garbledText, 400);
  }
}

/** Who is there, and in which language they read. */
async function meet(house: House, c: Context<Env>): Promise<{ visitor: Visitor | null; visit: Visit }> {
  const cookie = getCookie(c, cookieName(c, house.site));
  const visitor = (await house.admission.visitor(cookie)) ?? null;
  if (visitor?.prolonged && cookie !== undefined) giveCookie(c, house.site, { cookie });
  const words = await house.tongue(wordsFor(c, visitor));
  return { visitor, visit: visitOf(c, aroundOf(house), words, visitor) };
}

const aroundOf = ({ site, now, needs }: House) => ({ site, now: now(), waits: needs.count });

function wordsFor(c: Context<Env>, visitor: Visitor | null): Words {
  const own = visitor?.person.language ?? getCookie(c, languageCookie) ?? null;
  return chooseWords(own, c.req.header("accept-language"));
}

/** Until somebody has joined, a browser on this machine may look at everything, and change nothing. */
async function mayLookOn({ admission }: House, door: Door, c: Context<Env>): Promise<boolean> {
  return door.startsWith("GET ") && doors[door] === "see" && isLocal(c) && (await admission.isOpen());
}

/** Where to go after the sign-in; only GET pages can be gone back to. */
function wayBack(c: Context<Env>, site: Site): string {
  const { pathname, search } = new URL(c.req.url);
  return encodeURIComponent(c.req.method === "GET" ? pathname + search : new URL(site.url).pathname + "desk");
}

/**
 * Whether a form comes from a page of this very site: browsers say so (Fetch Metadata; Origin, RFC 6454). Behind a proxy the
 * address that was asked for is the site's.
 */
function isOwn(c: Context<Env>, site: Site): boolean {
  const origin = c.req.header("origin");
  const fetched = c.req.header("sec-fetch-site");
  if (fetched !== undefined && fetched !== "same-origin") return false;
  if (origin === undefined || !URL.canParse(origin)) return false;
  return origin === new URL(site.url).origin || new URL(origin).host === c.req.header("host");
}

async function refuseSize(house: House, c: Context<Env>): Promise<Response> {
  const { visit } = await meet(house, c);
  return showMessage(visit, visit.words.shell.tooMuch, visit.words.shell.tooMuchText, 413);
}
