import type { App } from "../../app.ts";
import type { ApiToken } from "../../ledger/api-tokens.ts";
import { shortId } from "../../ledger/deliveries.ts";
import { may, type Right } from "../../model/person.ts";
import { worded } from "../../model/worded.ts";
import {
  mostDays,
  tokenRights,
  type ApiTokens,
  type Bearer,
  type MadeToken,
  type TokenProblem,
  type TokenView,
  type TokenWish,
} from "../../web/team/api-tokens.ts";
import { hashSecret, makeSecret } from "../secret.ts";

/** Secrets begin with it, so that people and scanners of code know them when they see one. */
const prefix = "carillon_";
/** Minutes between two notes that a token is in use: a question must not cost a write. */
const noteEvery = 10;

export function apiTokensOf(app: App): ApiTokens {
  return {
    all: async () => (await app.ledger.apiTokens.all()).map((one) => viewOf(one, app.now())),
    make: (wish, by) => makeToken(app, wish, by.login),
    end: async (id, by) => (await endToken(app, id, by.login)) !== undefined,
    bearer: (secret) => bearerOf(app, secret),
  };
}

/** `voice`: whose its approvals count as. */
export async function makeToken(
  app: App,
  wish: TokenWish,
  who: string,
  voice = who,
): Promise<MadeToken | { readonly problem: TokenProblem }> {
  const problem = problemOf(wish);
  if (problem !== null) return { problem };
  const now = app.now();
  const secret = `${prefix}${makeSecret()}`;
  const token: ApiToken = {
    id: shortId(),
    name: wish.name,
    rights: tokenRights.filter((right) => wish.rights.includes(right)),
    madeBy: voice,
    madeAt: now.toISOString(),
    until: new Date(now.getTime() + wish.days * 86_400_000).toISOString(),
    usedAt: null,
    endedAt: null,
  };
  const detail = worded`May ${token.rights.join(", ")} until ${token.until}.`;
  const decision = { at: token.madeAt, who, action: "make token", subject: token.name, detail };
  const made = await app.ledger.apiTokens.make(token, hashSecret(secret), decision);
  return made ? { token: viewOf(token, now), secret } : { problem: "taken" };
}

function problemOf({ name, rights, days }: TokenWish): TokenProblem | null {
  if (!/^[A-Za-z0-9][\w.-]{0,39}$/.test(name)) return "name";
  const known: ReadonlySet<string> = new Set(tokenRights);
  if (rights.length === 0 || !rights.every((right) => known.has(right))) return "rights";
  return Number.isInteger(days) && days >= 1 && days <= mostDays ? null : "days";
}

/** By id or name; undefined where there is none that can be used. */
export async function endToken(app: App, which: string, who: string): Promise<TokenView | undefined> {
  const now = app.now();
  const decision = { at: now.toISOString(), who, action: "end token", detail: null };
  const ended = await app.ledger.apiTokens.end(which, decision);
  return ended && viewOf(ended, now);
}

async function bearerOf(app: App, secret: string): Promise<Bearer | undefined> {
  if (!secret.startsWith(prefix)) return undefined;
  const now = app.now();
  const token = await app.ledger.apiTokens.find(hashSecret(secret), now);
  if (token === undefined) return undefined;
  const { id, name, usedAt, madeBy: voice } = token;
  const rights = await rightsNow(app, token);
  if (rights === null) return undefined;
  if (usedAt === null || now.getTime() - Date.parse(usedAt) > noteEvery * 60_000)
    await app.ledger.apiTokens.see(id, now);
  return { id, login: `token:${name}`, voice, rights };
}

/** A token can do no more than who made it can now; one of the terminal is nobody's of the team. Null: its maker is shut out. */
async function rightsNow({ ledger }: App, { rights, madeBy }: ApiToken): Promise<readonly Right[] | null> {
  const maker = (await ledger.people.byLogin(madeBy))?.person;
  if (maker === undefined) return rights;
  return maker.endedAt === null ? rights.filter((right) => may(maker.role, right)) : null;
}

/** One that ran out has ended then. */
const viewOf = (token: ApiToken, now: Date): TokenView => ({
  ...token,
  endedAt: token.endedAt ?? (token.until <= now.toISOString() ? token.until : null),
});
