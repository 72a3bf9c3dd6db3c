import { json, type Reply, type Request } from "./bench-server.ts";
import type { Account } from "./twitter-entities.ts";
import { appendUpload, beginUpload, describeMedia, endUpload, showUpload } from "./twitter-media.ts";
import { createPost, listPosts, removePost, showPosts } from "./twitter-posts.ts";
import { invalid, problems } from "./twitter-problems.ts";
import { checkSignature, readHeader } from "./twitter-signature.ts";
import { type Instance, keysOf } from "./twitter-instance.ts";
import { countPost } from "./twitter-window.ts";

type Handler = (instance: Instance, account: Account, request: Request, id: string) => Reply | Promise<Reply>;

/** As in the interface description. */
const operations: Readonly<Record<string, Handler>> = {
  "GET /2/users/me": (_, account) => showAccount(account),
  "POST /2/tweets": createPost,
  "GET /2/tweets": showPosts,
  "DELETE /2/tweets/{id}": removePost,
  "GET /2/users/{id}/tweets": listPosts,
  "POST /2/media/upload/initialize": beginUpload,
  "POST /2/media/upload/{id}/append": appendUpload,
  "POST /2/media/upload/{id}/finalize": endUpload,
  "GET /2/media/upload": showUpload,
  "POST /2/media/metadata": describeMedia,
};

/** Of these the description has a body of JSON. */
const withBody = new Set(["POST /2/tweets", "POST /2/media/upload/initialize", "POST /2/media/metadata"]);

function showAccount({ id, username }: Account): Reply {
  return json(200, { data: { id, username, name: `The ${username} team` } });
}

export async function answer(instance: Instance, request: Request): Promise<Reply> {
  const account = findAccount(instance, request);
  if ("status" in account) return account;
  const found = findOperation(request);
  if (!found) return { status: 404, headers: { "content-type": "text/plain" } };
  const { operation, handle, id } = found;
  const problem = check(instance, operation, request);
  if (problem !== null) return invalid(problem);
  const window = operation === "POST /2/tweets" ? countPost(instance, account) : {};
  if (window.refusal) return window.refusal;
  const reply = await handle(instance, account, request, id);
  checkAnswer(instance, operation, reply);
  return { ...reply, headers: { ...window.headers, ...reply.headers } };
}

function findOperation({ method, path }: Request) {
  for (const [operation, handle] of Object.entries(operations)) {
    const pattern = operation.replace("{id}", "([0-9]{1,19})");
    const match = new RegExp(`^${pattern}$`).exec(`${method} ${path}`);
    if (match) return { operation, handle, id: match[1] ?? "" };
  }
  return undefined;
}

function findAccount({ accounts, nonces, options }: Instance, request: Request): Account | Reply {
  const { authorization = "" } = request.headers;
  const bearer = /^Bearer bearer-of-(.*)$/.exec(authorization)?.[1];
  if (bearer === "app") return problems.appOnly;
  const username = bearer ?? readHeader(request)["oauth_token"]?.replace(/^token-of-/, "");
  const account = accounts.find((one) => one.username === username);
  if (!account) return problems.unauthorised;
  const wrong =
    bearer === undefined ? checkSignature(request, keysOf(account.username), nonces, options.clock()) : null;
  return wrong === null ? account : problems.unauthorised;
}

function check({ rules, options }: Instance, operation: string, request: Request): string | null {
  if (!options.strict) return null;
  const problem = rules.query(operation, request.query);
  if (problem !== null || !withBody.has(operation)) return problem;
  if (!request.headers["content-type"]?.startsWith("application/json")) return "the body is not JSON";
  return rules.body(operation, JSON.parse(request.body.toString()));
}

/** The description's names are the newer ones, and it does not know the older. */
function checkAnswer({ rules, options, slips }: Instance, operation: string, { status, body }: Reply): void {
  if (status >= 300 || options.names === "tweet") return;
  const slip = rules.answer(operation, JSON.parse(body ?? "{}"));
  if (slip !== null) slips.push(`${operation}: ${slip}`);
}
