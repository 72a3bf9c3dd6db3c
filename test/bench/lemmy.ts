import type { Seen, World } from "../../src/channel/contract.ts";
import {
  type BenchServer,
  json,
  type Misbehaviour,
  type Reply,
  type Request,
  startServer,
} from "./bench-server.ts";
import { readMarkdown } from "./reddit-text.ts";

export interface LemmyBench extends BenchServer {
  readonly world: World;
  readonly settings: Readonly<Record<string, string>>;
  /** Answers the next publishing request with this and does not take it. */
  answerNext(reply: Reply): void;
  misbehave(fault: Misbehaviour): void;
}

/** A post (`parent` null) or a comment, as the server keeps it. */
interface Thing {
  readonly id: number;
  readonly kind: "post" | "comment";
  readonly community: number;
  readonly post: number | null;
  readonly parent: number | null;
  readonly published: string;
  words: Words;
  deleted: boolean;
}

interface Words {
  readonly name?: string;
  readonly url?: string | null;
  readonly body?: string;
  readonly content?: string;
}

type Input = Words & Readonly<Record<string, unknown>>;

/** Refused, with Lemmy's code. */
class Refusal extends Error {
  readonly status: number;
  constructor(code: string, status = 400) {
    super(code);
    this.status = status;
  }
}

const jwt = "eyJ0eXAi.eyJzdWIi.c2lnbmF0dXJl";
const settings = { username: "bell", password: "a password for tests", community: "bells@example.net" };
const communities = ["bells", settings.community];

/** The part of Lemmy 0.19 that publishing needs, with one user; it takes links' `utm_` marks out, as Lemmy does. */
export async function startLemmy(): Promise<LemmyBench> {
  const things: Thing[] = [];
  let fault: Misbehaviour = "none";
  let planned: Reply | undefined;
  const isPublish = ({ method, path }: Request): boolean =>
    method === "POST" && /^\/api\/v3\/(post|comment)$/.test(path);
  const server = await startServer(
    (request) => {
      const reply = isPublish(request) ? planned : undefined;
      if (reply) planned = undefined;
      return reply ?? answer(things, request);
    },
    (request) => {
      const now = isPublish(request) ? fault : "none";
      if (now !== "none") fault = "none";
      return now;
    },
    () => json(429, { error: "rate_limit_error" }, { "retry-after": "60" }),
  );
  const misbehave = (next: Misbehaviour): void => void (fault = next);
  return {
    ...server,
    settings: { ...settings, server: server.url },
    answerNext: (reply) => void (planned = reply),
    misbehave,
    world: {
      faults: ["loseAnswer", "reset", "unavailable", "slow", "busy"],
      misbehave,
      visible: () => Promise.resolve(things.filter(({ deleted }) => !deleted).map(show)),
    },
  };
}

function answer(things: Thing[], { method, path, query, headers, body }: Request): Reply {
  try {
    const route = routes[`${method} ${path.replace(/^\/api\/v3\//, "")}`];
    if (!route) return { status: 404, headers: { "content-type": "text/html" }, body: "<h1>Not found</h1>" };
    const input = method === "GET" ? Object.fromEntries(query) : (JSON.parse(body.toString()) as Input);
    const { authorization } = headers;
    if (authorization !== undefined && authorization !== `Bearer ${jwt}`)
      throw new Refusal("incorrect_login", 401);
    if (authorization === undefined && path !== "/api/v3/user/login") throw new Refusal("not_logged_in", 401);
    return json(200, route(things, input), method === "POST" ? countPost(things) : {});
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return json(error.status, { error: error.message });
  }
}

/** As Lemmy 1.0 tells it with its first settings: six posts in ten minutes, seconds from now. */
function countPost({ length }: readonly Thing[]): Readonly<Record<string, string>> {
  const counts = { limit: 6, remaining: Math.max(0, 6 - length), reset: 600 };
  return Object.fromEntries(
    Object.entries(counts).map(([name, value]) => [`x-ratelimit-${name}`, `${value}`]),
  );
}

const routes: Readonly<Record<string, (things: Thing[], input: Input) => object>> = {
  "POST user/login": (_, { username_or_email: name, password }) => {
    require(name === settings.username && password === settings.password, "incorrect_login", 401);
    return { jwt, registration_created: false, verify_email_sent: false };
  },
  "GET site": () => ({ my_user: { local_user_view: { person } } }),
  "GET community": (_, { name }) => {
    require(communities.includes(String(name)), "couldnt_find_community", 404);
    return { community_view: { community: { id: communities.indexOf(String(name)) + 1 } } };
  },
  "GET user": (things, { username }) => {
    require(username === settings.username, "couldnt_find_person", 404);
    const own = (kind: string): object[] =>
      things
        .filter((one) => one.kind === kind)
        .slice(-50)
        .toReversed()
        .map(view);
    return { posts: own("post"), comments: own("comment") };
  },
  "GET post": (things, { id }) => wrap(pick(things, "post", id)),
  "GET comment": (things, { id }) => wrap(pick(things, "comment", id)),
  "POST post": (things, input) => {
    const community = Number(input["community_id"]);
    require(community > 0 && community <= communities.length, "couldnt_find_community", 404);
    return add(things, { kind: "post", community, post: null, parent: null, words: readPost(input) });
  },
  "POST comment": (things, input) => {
    const { id: post, community } = pick(things, "post", input["post_id"]);
    const parent = input["parent_id"] === null ? null : pick(things, "comment", input["parent_id"]).id;
    return add(things, { kind: "comment", community, post, parent, words: readComment(input) });
  },
  "PUT post": (things, input) => change(pick(things, "post", input["post_id"]), { words: readPost(input) }),
  "PUT comment": (things, input) =>
    change(pick(things, "comment", input["comment_id"]), { words: readComment(input) }),
  "POST post/delete": (things, input) => remove(pick(things, "post", input["post_id"]), input),
  "POST comment/delete": (things, input) => remove(pick(things, "comment", input["comment_id"]), input),
};

const person = {
  id: 2,
  name: "bell",
  display_name: "The Bell",
  actor_id: "https://lemmy.example.org/u/bell",
};

function require(holds: boolean, code: string, status = 400): void {
  if (!holds) throw new Refusal(code, status);
}

function pick(things: readonly Thing[], kind: Thing["kind"], id: unknown): Thing {
  const thing = things.find((one) => one.kind === kind && one.id === Number(id));
  if (!thing) throw new Refusal(`couldnt_find_${kind}`, 404);
  return thing;
}

function readPost({ name = "", url = null, body = "" }: Input): Words {
  const { length } = [...name.trim()];
  require(length >= 3 && length <= 200 && !name.includes("\n"), "invalid_post_title");
  require([...body].length <= 50_000, "invalid_body_field");
  require(url === null || (/^https?:/.test(url) && url.length <= 2000), "invalid_url");
  return { name: name.trim(), url: url && clean(url), body };
}

function readComment({ content = "" }: Input): Words {
  require(content !== "" && [...content].length <= 10_000, "invalid_body_field");
  return { content };
}

function clean(address: string): string {
  const url = new URL(address);
  for (const name of url.searchParams.keys().toArray())
    if (name.startsWith("utm_")) url.searchParams.delete(name);
  return url.href;
}

function add(things: Thing[], about: Omit<Thing, "id" | "published" | "deleted">): object {
  const id = things.filter(({ kind }) => kind === about.kind).length + 1;
  const thing = { ...about, id, published: new Date().toISOString(), deleted: false };
  things.push(thing);
  return wrap(thing);
}

function change(thing: Thing, to: Partial<Pick<Thing, "words" | "deleted">>): object {
  return wrap(Object.assign(thing, to));
}

/** What is deleted already cannot be deleted. */
function remove(thing: Thing, { deleted }: Input): object {
  require(deleted === true && !thing.deleted, `couldnt_update_${thing.kind}`);
  return change(thing, { deleted: true });
}

const wrap = (thing: Thing): object => ({ [`${thing.kind}_view`]: view(thing) });

function view({ kind, id, community, post, parent, published, deleted, words }: Thing): object {
  const ap_id = `https://lemmy.example.org/${kind}/${id}`;
  const base = { id, ap_id, published, deleted, removed: false, ...words };
  if (kind === "post")
    return { post: { ...base, community_id: community }, counts: { score: 1, comments: 0 } };
  const path = ["0", ...(parent === null ? [] : [parent]), id].join(".");
  return {
    comment: { ...base, path, post_id: post },
    post: { id: post },
    counts: { score: 1, child_count: 0 },
  };
}

function show({ kind, id, post, parent, words: { name, body, content } }: Thing): Seen {
  const above = parent === null ? `post/${post}` : `comment/${parent}`;
  const text = readMarkdown(content ?? body ?? "");
  return {
    id: `${kind}/${id}`,
    text: name === undefined ? text : `${name}\n\n${text}`,
    replyTo: kind === "post" ? null : above,
  };
}
