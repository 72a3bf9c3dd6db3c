import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { rights, type Person, type Right } from "../../model/person.ts";
import type { Site } from "../../model/site.ts";
import type { Bearer } from "../team/api-tokens.ts";
import { addressOf } from "../address.ts";
import { cookieName } from "../team/cookie.ts";
import type { Team } from "../team/open.ts";
import { refuse } from "./problem.ts";
import type { Route } from "./route.ts";
import type { Throttle } from "./throttle.ts";

/** Who asks. */
interface Caller {
  /** No secret. */
  readonly id: string;
  readonly rights: readonly Right[];
  readonly person: Person;
}

/** By its token, or where it only looks by the pages' own sign-in. Throws ApiProblem where nobody is known, or too often. */
export async function callerOf(
  team: Team & { readonly site: Site },
  c: Context,
  { usual, guesses }: { readonly usual: Throttle; readonly guesses: Throttle },
): Promise<Caller> {
  const caller = (await byToken(team, c)) ?? (await byCookie(team, c));
  const isGuess = caller === undefined && c.req.header("authorization") !== undefined;
  const wait = (isGuess ? guesses : usual).take(caller?.id ?? `address:${addressOf(c)}`, Date.now());
  if (wait > 0) throw tooOften(wait);
  if (caller !== undefined) return caller;
  throw refuse(
    401,
    c.req.header("authorization") === undefined
      ? "This address asks for a token."
      : "This token is none, or has ended.",
    "Send “Authorization: Bearer TOKEN”; `carillon tokens make` or the page /desk/tokens makes one.",
    { headers: { "WWW-Authenticate": "Bearer" } },
  );
}

const tooOften = (wait: number) =>
  refuse(429, "That were too many requests in a short time.", `Wait ${wait} seconds, and ask less often.`, {
    headers: { "Retry-After": String(wait) },
  });

async function byToken({ apiTokens }: Team, c: Context): Promise<Caller | undefined> {
  const secret = /^Bearer +(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
  const bearer = secret === undefined ? undefined : await apiTokens.bearer(secret);
  if (bearer === undefined) return undefined;
  return { id: bearer.id, rights: bearer.rights, person: programOf(bearer) };
}

/** What a token decides is signed with its name; it is nobody of the team, and agrees in the voice of who made it. */
const programOf = ({ login, voice }: Bearer): Person => ({
  id: login,
  login,
  name: login,
  voice,
  role: "viewer",
  language: null,
  joinedAt: "",
  endedAt: null,
});

/** A browser sends its cookie whoever makes it ask: good for looking, never for deciding. */
async function byCookie(
  { admission, site }: Team & { readonly site: Site },
  c: Context,
): Promise<Caller | undefined> {
  if (!["GET", "HEAD"].includes(c.req.method) || c.req.header("authorization") !== undefined)
    return undefined;
  const visitor = await admission.visitor(getCookie(c, cookieName(c, site)));
  return visitor && { id: visitor.session, rights: rights[visitor.person.role], person: visitor.person };
}

/** Throws ApiProblem where it is not the caller's to do. */
export function insistOn(caller: Caller, { right }: Pick<Route, "right">): void {
  if (caller.rights.includes(right)) return;
  throw refuse(
    403,
    `${caller.person.login} may not ${right}: it may ${caller.rights.join(", ") || "do nothing"}.`,
    `Use a token that has the right “${right}”.`,
  );
}
