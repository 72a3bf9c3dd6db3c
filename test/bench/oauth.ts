import { createHash, randomBytes } from "node:crypto";
import {
  type BenchServer,
  json,
  type Misbehaviour,
  type Reply,
  type Request,
  startServer,
} from "./bench-server.ts";

/** How a network does OAuth 2. Strict: RFC 6749, RFC 7636 and RFC 9700. */
export interface OauthOptions {
  /** The bench server whose accounts are signed in to. */
  readonly behind: string;
  /** The token that the server behind takes for an account. */
  readonly tokenOf: (name: string) => string;
  readonly paths: { readonly authorize: string; readonly token: string; readonly register?: string };
  /** Null: apps register themselves. */
  readonly client: Client | null;
  readonly clientAuth: "basic" | "body";
  readonly pkce: "required" | "ignored";
  /** Scopes that the app may ask for. */
  readonly scopes: readonly string[];
  /** Seconds; 0: for ever. */
  readonly access: number;
  readonly refresh: "none" | "lasting" | "rotating";
  /** Tokens of the server behind that may come as they are. */
  readonly passes: (token: string) => boolean;
  /** More that this network answers; `account`: whose token came with it. */
  readonly also: (request: Request, account: string | undefined) => Reply | undefined;
  readonly now: () => Date;
}

interface Client {
  readonly id: string;
  readonly secret: string;
  readonly redirects: readonly string[];
  readonly scopes: readonly string[];
}

export interface OauthBench extends BenchServer {
  /** Who is at the browser; null: somebody who does not allow it. */
  sitting(account: string | null): void;
  /** What the person leaves out. */
  withhold(...scopes: readonly string[]): void;
  /** Hits the next request for tokens. */
  misbehave(fault: Misbehaviour): void;
  /** Every access token is void, and with `all` every refresh token. */
  revoke(all?: boolean): void;
  /** The kind of each exchange that gave tokens, in order. */
  readonly exchanges: readonly string[];
  /** Everything secret that was given out. */
  readonly secrets: readonly string[];
}

interface Grant {
  readonly account: string;
  readonly scopes: readonly string[];
  readonly client: string;
  readonly until: number;
}

interface Code extends Grant {
  readonly redirect: string;
  readonly challenge: string | null;
}

interface State {
  readonly options: OauthOptions;
  readonly clients: Map<string, Client>;
  readonly codes: Map<string, Code>;
  readonly access: Map<string, Grant>;
  readonly refresh: Map<string, Grant>;
  readonly exchanges: string[];
  readonly secrets: string[];
  sitting: string | null;
  withheld: readonly string[];
}

/** Seconds for which a code is good. */
const codeLasts = 30;

const usual = {
  client: null,
  clientAuth: "body",
  pkce: "required",
  access: 0,
  refresh: "none",
  passes: () => false,
  also: () => undefined,
  now: () => new Date(),
} as const;

/** Stands before a bench server: gives tokens, and lets through, as the account that they stand for, only who has one. */
export async function startOauth(
  change: Omit<OauthOptions, keyof typeof usual> & Partial<OauthOptions>,
): Promise<OauthBench> {
  const options: OauthOptions = { ...usual, ...change };
  const state: State = {
    options,
    clients: new Map(options.client ? [[options.client.id, options.client]] : []),
    codes: new Map(),
    access: new Map(),
    refresh: new Map(),
    exchanges: [],
    secrets: options.client ? [options.client.secret] : [],
    sitting: "comms",
    withheld: [],
  };
  let fault: Misbehaviour = "none";
  const server = await startServer(
    (request) => answer(state, request),
    ({ path }) => {
      if (path !== options.paths.token) return "none";
      const now = fault;
      fault = "none";
      return now;
    },
  );
  return {
    ...server,
    exchanges: state.exchanges,
    secrets: state.secrets,
    sitting: (account) => void (state.sitting = account),
    withhold: (...scopes) => void (state.withheld = scopes),
    misbehave: (next) => void (fault = next),
    revoke(all = false) {
      state.access.clear();
      if (all) state.refresh.clear();
    },
  };
}

function answer(state: State, request: Request): Reply | Promise<Reply> {
  const { authorize, token, register } = state.options.paths;
  const more = state.options.also(request, holderOf(state, request));
  if (more) return more;
  if (request.method === "GET" && request.path === authorize) return allow(state, request.query);
  if (request.method === "POST" && request.path === token) return exchange(state, request);
  if (request.method === "POST" && register !== undefined && request.path === register)
    return enrol(state, formOf(request));
  return forward(state, request);
}

function holderOf({ access }: State, { headers }: Request): string | undefined {
  return access.get(headers.authorization?.replace(/^Bearer /i, "") ?? "")?.account;
}

const formOf = ({ headers, body }: Request): URLSearchParams =>
  new URLSearchParams(
    headers["content-type"]?.startsWith("application/x-www-form-urlencoded") ? body.toString() : "",
  );

/** @see https://docs.joinmastodon.org/methods/apps/#create */
function enrol(state: State, form: URLSearchParams): Reply {
  const redirects = (form.get("redirect_uris") ?? "").split(/\s+/).filter(Boolean);
  if (!form.get("client_name") || redirects.length === 0)
    return json(422, { error: "Validation failed: Redirect URI must be an absolute URI." });
  const scopes = (form.get("scopes") ?? "").split(" ");
  const client = { id: give(state, "app"), secret: give(state, "app-secret"), redirects, scopes };
  state.clients.set(client.id, client);
  return json(200, { id: "1", client_id: client.id, client_secret: client.secret, redirect_uris: redirects });
}

/** The person's click. What is wrong with app or address is told to the person, the rest to the app. */
function allow(state: State, query: URLSearchParams): Reply {
  const { options, sitting } = state;
  const client = state.clients.get(query.get("client_id") ?? "");
  const redirect = query.get("redirect_uri") ?? "";
  if (!client?.redirects.includes(redirect)) return { status: 400, body: "unknown app or redirect address" };
  const scopes = (query.get("scope") ?? "").split(" ");
  const challenge = query.get("code_challenge_method") === "S256" ? query.get("code_challenge") : null;
  const back = new URL(redirect);
  back.searchParams.set("state", query.get("state") ?? "");
  const unknown = scopes.filter((scope) => !options.scopes.includes(scope) || !client.scopes.includes(scope));
  const wrong = query.get("response_type") !== "code" || (options.pkce === "required" && !challenge);
  const error = wrong ? "invalid_request" : unknown.length > 0 ? "invalid_scope" : null;
  if (error !== null || sitting === null) back.searchParams.set("error", error ?? "access_denied");
  else
    back.searchParams.set("code", makeCode(state, { client, scopes, redirect, challenge, account: sitting }));
  return { status: 302, headers: { location: back.href } };
}

function makeCode(
  state: State,
  {
    client,
    scopes,
    ...rest
  }: Pick<Code, "account" | "redirect" | "challenge" | "scopes"> & { client: Client },
): string {
  const code = give(state, "code");
  const granted = scopes.filter((scope) => !state.withheld.includes(scope));
  state.codes.set(code, { ...rest, client: client.id, scopes: granted, until: later(state, codeLasts) });
  return code;
}

const later = ({ options }: State, seconds: number): number => options.now().getTime() + seconds * 1000;

function give(state: State, kind: string): string {
  const text = `${kind}-${randomBytes(15).toString("base64url")}`;
  state.secrets.push(...(kind === "app" ? [] : [text]));
  return text;
}

function exchange(state: State, request: Request): Reply {
  const form = formOf(request);
  const client = authenticate(state, request, form);
  if (!client) return json(401, { error: "invalid_client" });
  const kind = form.get("grant_type");
  const grant =
    kind === "authorization_code" ? useCode(state, client, form) : useRefresh(state, client, form);
  if (!grant)
    return json(400, { error: "invalid_grant", error_description: `${form.get("code") ?? ""} is not good.` });
  state.exchanges.push(String(kind));
  return json(200, issue(state, grant, form.get("refresh_token")));
}

function authenticate(
  { clients, options }: State,
  { headers }: Request,
  form: URLSearchParams,
): Client | undefined {
  const basic = /^Basic (.+)$/.exec(headers.authorization ?? "")?.[1];
  const [id = "", secret] =
    options.clientAuth === "basic"
      ? Buffer.from(basic ?? "", "base64")
          .toString()
          .split(":")
          .map(decodeURIComponent)
      : [form.get("client_id") ?? "", form.get("client_secret")];
  const client = clients.get(id);
  return client?.secret === secret ? client : undefined;
}

/** Once, in time, by the app that asked, with the address and the verifier that belong to it. */
function useCode(state: State, client: Client, form: URLSearchParams): Grant | undefined {
  const text = form.get("code") ?? "";
  const code = state.codes.get(text);
  state.codes.delete(text);
  if (!code || code.client !== client.id || code.redirect !== form.get("redirect_uri")) return undefined;
  const hash = createHash("sha256")
    .update(form.get("code_verifier") ?? "")
    .digest("base64url");
  const proven = code.challenge === null || code.challenge === hash;
  return proven && code.until >= state.options.now().getTime() ? code : undefined;
}

function useRefresh(state: State, client: Client, form: URLSearchParams): Grant | undefined {
  const text = form.get("refresh_token") ?? "";
  const grant = state.refresh.get(text);
  if (form.get("grant_type") !== "refresh_token" || grant?.client !== client.id) return undefined;
  if (state.options.refresh === "rotating") state.refresh.delete(text);
  return grant;
}

/** With a rotating refresh token the access tokens before end as well: the strictest that there is. */
function issue(state: State, { account, scopes, client }: Grant, before: string | null) {
  const { access, refresh } = state.options;
  if (refresh === "rotating")
    for (const [token, one] of state.access) if (one.account === account) state.access.delete(token);
  const until = access === 0 ? Number.POSITIVE_INFINITY : later(state, access);
  const grant: Grant = { account, scopes, client, until };
  const token = give(state, "access");
  state.access.set(token, grant);
  const next = refresh === "none" ? null : refresh === "lasting" && before ? before : give(state, "refresh");
  if (next !== null) state.refresh.set(next, grant);
  return {
    access_token: token,
    token_type: "Bearer",
    scope: scopes.join(" "),
    ...(access > 0 && { expires_in: access }),
    ...(next !== null && next !== before && { refresh_token: next }),
  };
}

/** Of one hop only, or written anew. */
const notPassedOn =
  /^(host|connection|authorization|accept-encoding|content-(length|encoding)|transfer-encoding|keep-alive)$/;

/** As the account that the token stands for. */
async function forward({ options, access }: State, request: Request): Promise<Reply> {
  const { method, path, query, headers, body } = request;
  const token = /^Bearer (.+)$/i.exec(headers.authorization ?? "")?.[1] ?? "";
  const grant = access.get(token);
  const good = grant ? grant.until >= options.now().getTime() : token === "" || options.passes(token);
  if (!good) return json(401, { error: "The access token is invalid" });
  const kept = Object.entries(headers).filter(([name]) => !notPassedOn.test(name));
  const sent = new Headers(kept.map(([name, value]): [string, string] => [name, String(value)]));
  if (token !== "") sent.set("authorization", `Bearer ${grant ? options.tokenOf(grant.account) : token}`);
  const answered = await fetch(new URL(`${path}?${query.toString()}`, options.behind), {
    method,
    headers: sent,
    ...(method !== "GET" && body.length > 0 && { body: new Uint8Array(body) }),
  });
  const told = [...answered.headers].filter(([name]) => !notPassedOn.test(name));
  return { status: answered.status, headers: Object.fromEntries(told), body: await answered.text() };
}
