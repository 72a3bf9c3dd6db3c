import type { World } from "../../src/channel/contract.ts";
import {
  type BenchServer,
  json,
  type Misbehaviour,
  type Reply,
  type Request,
  startServer,
} from "./bench-server.ts";
import { type Account, type Media, renderAccount, renderStatus, type Status } from "./mastodon-entities.ts";
import { describeInstance } from "./mastodon-instance.ts";
import { loadRules, type Rules } from "./mastodon-rules.ts";
import { createStatus, editStatus, listStatuses, removeStatus } from "./mastodon-statuses.ts";
import { createMedia, showMedia } from "./mastodon-media.ts";
import { countRequest, tooMany } from "./mastodon-window.ts";

export interface MastodonOptions {
  /** Each has the token `token-of-<name>`. */
  readonly accounts: readonly string[];
  /** Of every token. */
  readonly scopes: readonly string[];
  /** What the server does with idempotency keys: as Mastodon, as GoToSocial and snac2, as Mastodon 4.6. */
  readonly keys: "kept" | "ignored" | "crash";
  readonly version: string;
  readonly sourceUrl: string;
  /** Where the server describes itself. */
  readonly instance: "v2" | "v1" | "nowhere";
  /** The answer to a token that is not known. */
  readonly denial: 401 | 422;
  readonly maxCharacters: number;
  readonly reservedPerUrl: number;
  readonly maxMedia: number;
  readonly descriptionLimit: number;
  /** How often a new file must be asked for before it is processed. */
  readonly processing: number;
  /** Texts are shown with typographic quotes. */
  readonly alters: boolean;
  /** What was written can be asked for. */
  readonly sources: boolean;
  /** Requests are checked by the interface description; off where the server must not be the slow part. */
  readonly strict: boolean;
  readonly now: () => Date;
}

/** The next request that would make a post, that would change anything, or the next of any kind. */
type Occasion = "publish" | "write" | "any";

export interface MastodonBench extends BenchServer {
  tokenOf(name: string): string;
  /** What followers of the account see, oldest first. */
  seen(name: string): readonly Status[];
  worldOf(name: string): World;
  misbehave(fault: Misbehaviour, on?: Occasion): void;
  /** Method and path of every request so far, where `strict`. */
  readonly requests: readonly string[];
}

/** What the handlers of a request work on. */
export interface Instance {
  readonly options: MastodonOptions;
  readonly rules: Rules;
  readonly media: Map<string, Media>;
  /** By id, of all accounts. */
  readonly statuses: Map<string, Status>;
  nextId(): string;
  url: string;
}

const usual: MastodonOptions = {
  accounts: ["comms"],
  scopes: ["read:accounts", "read:statuses", "write:statuses", "write:media"],
  keys: "kept",
  version: "4.5.2",
  sourceUrl: "https://github.com/mastodon/mastodon",
  instance: "v2",
  denial: 401,
  maxCharacters: 500,
  reservedPerUrl: 23,
  maxMedia: 4,
  descriptionLimit: 1500,
  processing: 0,
  alters: false,
  sources: true,
  strict: true,
  now: () => new Date(),
};

const lax: Rules = { status: () => null, edit: () => null, query: () => null, answer: () => null };

export async function startMastodon(change: Partial<MastodonOptions> = {}): Promise<MastodonBench> {
  const options = { ...usual, ...change };
  const accounts = new Map(
    options.accounts.map((name, index) => [`token-of-${name}`, makeAccount(name, index, options)]),
  );
  const instance = makeInstance(options);
  const requests: string[] = [];
  let planned: { fault: Misbehaviour; on: Occasion } = { fault: "none", on: "any" };
  const server = await startServer(
    (request) => {
      if (options.strict) requests.push(`${request.method} ${request.path}`);
      return answer(instance, accounts, request);
    },
    (request) => {
      const { fault } = planned;
      if (fault === "none" || (planned.on === "publish" && !isPublish(request))) return "none";
      if (planned.on === "write" && request.method === "GET") return "none";
      planned = { fault: "none", on: "any" };
      return fault;
    },
    () => tooMany(options),
  );
  instance.url = server.url;
  const seen = (name: string): readonly Status[] => accounts.get(`token-of-${name}`)?.statuses ?? [];
  const misbehave = (fault: Misbehaviour, on: Occasion = "publish"): void => void (planned = { fault, on });
  return {
    ...server,
    requests,
    tokenOf: (name) => `token-of-${name}`,
    seen,
    misbehave,
    worldOf: (name) => ({
      faults: ["loseAnswer", "reset", "unavailable", "slow", "busy"],
      misbehave,
      visible: () => Promise.resolve(seen(name).map(show)),
    }),
  };
}

function show({ id, text, parent, media, language }: Status): Awaited<ReturnType<World["visible"]>>[number] {
  return { id, text, replyTo: parent, alts: media.map(({ description }) => description), language };
}

function makeAccount(username: string, index: number, { scopes }: MastodonOptions): Account {
  return {
    id: `${9000 + index}`,
    username,
    token: `token-of-${username}`,
    scopes,
    statuses: [],
    keys: new Map(),
    counted: new Map(),
  };
}

function makeInstance(options: MastodonOptions): Instance {
  let last = 113_000_000_000_000_000n;
  const nextId = (): string => String(++last);
  const rules = options.strict ? loadRules() : lax;
  return { options, rules, media: new Map(), statuses: new Map(), nextId, url: "" };
}

function isPublish({ method, path }: Request): boolean {
  return method === "POST" && path === "/api/v1/statuses";
}

/** A handler may assume that the token has the scope. */
type Handler = (instance: Instance, account: Account, request: Request, id: string) => Reply | Promise<Reply>;

const routes: readonly (readonly [method: string, path: RegExp, scope: string, handler: Handler])[] = [
  ["POST", /^\/api\/v1\/statuses$/, "write:statuses", createStatus],
  [
    "GET",
    /^\/api\/v1\/accounts\/verify_credentials$/,
    "read:accounts",
    (instance, account) => verify(instance, account),
  ],
  ["GET", /^\/api\/v1\/accounts\/(\w+)\/statuses$/, "read:statuses", listStatuses],
  ["GET", /^\/api\/v1\/statuses\/(\w+)$/, "read:statuses", (instance, _, __, id) => showStatus(instance, id)],
  [
    "GET",
    /^\/api\/v1\/statuses\/(\w+)\/source$/,
    "read:statuses",
    (instance, _, __, id) => showSource(instance, id),
  ],
  ["PUT", /^\/api\/v1\/statuses\/(\w+)$/, "write:statuses", editStatus],
  ["DELETE", /^\/api\/v1\/statuses\/(\w+)$/, "write:statuses", removeStatus],
  ["POST", /^\/api\/v2\/media$/, "write:media", createMedia],
  ["GET", /^\/api\/v1\/media\/(\w+)$/, "write:media", showMedia],
];

async function answer(instance: Instance, accounts: Map<string, Account>, request: Request): Promise<Reply> {
  if (request.method === "GET" && request.path === `/api/${instance.options.instance}/instance`)
    return json(200, describeInstance(instance.options, instance.url));
  const page = request.method === "GET" ? /^\/@\w+\/(\w+)$/.exec(request.path) : null;
  if (page) return showPage(instance, page[1] ?? "");
  const account = accounts.get(request.headers.authorization?.replace(/^Bearer /, "") ?? "");
  if (!account) return json(instance.options.denial, { error: "The access token is invalid" });
  for (const [method, path, scope, handle] of routes) {
    const match = request.method === method ? path.exec(request.path) : null;
    if (!match) continue;
    if (!account.scopes.includes(scope))
      return json(403, { error: "This action is outside the authorized scopes" });
    const reply = await handle(instance, account, request, match[1] ?? "");
    return {
      ...reply,
      headers: { ...countRequest(account.counted, request, instance.options.now()), ...reply.headers },
    };
  }
  return json(404, { error: "Record not found" });
}

function verify({ url }: Instance, account: Account): Reply {
  const source = {
    fields: [],
    follow_requests_count: 0,
    indexable: true,
    note: "",
    privacy: "public",
    sensitive: false,
  };
  const role = { id: "-99", name: "", permissions: "0", color: "", highlighted: false };
  return json(200, { ...renderAccount(account, url), source, role });
}

/** Where followers read a status. */
function showPage({ statuses }: Instance, id: string): Reply {
  return {
    status: statuses.has(id) ? 200 : 404,
    headers: { "content-type": "text/html" },
    body: "<!doctype html>",
  };
}

function showStatus({ statuses, url }: Instance, id: string): Reply {
  const status = statuses.get(id);
  return status ? json(200, renderStatus(status, url)) : json(404, { error: "Record not found" });
}

function showSource({ statuses, options }: Instance, id: string): Reply {
  const status = statuses.get(id);
  if (!status || !options.sources) return json(404, { error: "Record not found" });
  return json(200, { id, text: status.text, spoiler_text: status.spoiler });
}
