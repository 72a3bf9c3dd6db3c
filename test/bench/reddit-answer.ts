import type { Reply, Request } from "./bench-server.ts";
import { json } from "./bench-server.ts";
import { type Account, app, type Instance } from "./reddit-instance.ts";
import { listFlairs, listOwn, showAccount, showThings } from "./reddit-lists.ts";
import { comment, edit, remove, submit } from "./reddit-posts.ts";
import { deny } from "./reddit-problems.ts";

/** `params`: the form of a POST, the query of a GET. */
type Handler = (instance: Instance, account: Account, params: URLSearchParams, path: string) => Reply;

/** With the scope that https://www.reddit.com/dev/api demands. */
const routes: readonly (readonly [method: string, path: RegExp, scope: string, handler: Handler])[] = [
  ["GET", /^\/api\/v1\/me$/, "identity", showAccount],
  ["POST", /^\/api\/submit$/, "submit", submit],
  ["POST", /^\/api\/comment$/, "submit", comment],
  ["POST", /^\/api\/editusertext$/, "edit", edit],
  ["POST", /^\/api\/del$/, "edit", remove],
  ["GET", /^\/user\/[\w-]+\/(submitted|comments)$/, "history", listOwn],
  ["GET", /^\/api\/info$/, "read", showThings],
  ["GET", /^\/r\/\w+\/api\/link_flair_v2$/, "flair", listFlairs],
];

/** Programs that do not say which app they are. https://github.com/reddit-archive/reddit/wiki/API#rules */
const nameless = /^(node|undici|python|curl|java|axios|okhttp|go-http|mozilla)\b|^\S*$(?<!:\S*)/i;

export function answer(instance: Instance, request: Request): Reply {
  if (nameless.test(request.headers["user-agent"] ?? "")) return deny(429, "Too Many Requests");
  if (request.path === "/api/v1/access_token") return giveToken(instance, request);
  const window = countRequest(instance);
  const reply = window.remaining < 0 ? deny(429, "Too Many Requests") : route(instance, request);
  const whole = request.query.get("raw_json") === "1" ? reply : escape(reply);
  return { ...whole, headers: { ...whole.headers, ...headersOf(window) } };
}

/** https://github.com/reddit-archive/reddit/wiki/OAuth2 */
function giveToken(instance: Instance, { method, headers, body }: Request): Reply {
  const basic = Buffer.from(`${app.id}:${app.secret}`).toString("base64");
  if (method !== "POST" || headers.authorization !== `Basic ${basic}`) return deny(401, "Unauthorized");
  const form = new URLSearchParams(body.toString());
  if (form.get("grant_type") !== "refresh_token") return json(200, { error: "unsupported_grant_type" });
  const account = instance.accounts.find(({ name }) => form.get("refresh_token") === `refresh-of-${name}`);
  if (!account) return deny(400, "Bad Request");
  const { expiresIn, now, scopes } = instance.options;
  const token = `access-${instance.nextId()}-of-${account.name}`;
  instance.tokens.set(token, { account, until: now().getTime() + expiresIn * 1000 });
  const scope = scopes.join(" ");
  return json(200, { access_token: token, token_type: "bearer", expires_in: expiresIn, scope });
}

function route(instance: Instance, request: Request): Reply {
  const { method, path, query, headers, body } = request;
  const token = instance.tokens.get(headers.authorization?.replace(/^bearer /i, "") ?? "");
  if (!token || token.until <= instance.options.now().getTime()) return deny(401, "Unauthorized");
  const found = routes.find(([verb, pattern]) => verb === method && pattern.test(path));
  if (!found) return deny(404, "Not Found");
  const [, , scope, handle] = found;
  if (!instance.options.scopes.includes(scope)) return deny(403, "Forbidden");
  if (method === "GET") return handle(instance, token.account, query, path);
  const form = new URLSearchParams(body.toString());
  const isForm = headers["content-type"]?.startsWith("application/x-www-form-urlencoded");
  if (!isForm || form.get("api_type") !== "json") return json(200, { jquery: [], success: false });
  return handle(instance, token.account, form, path);
}

interface Window {
  readonly used: number;
  readonly remaining: number;
  /** Seconds. */
  readonly reset: number;
}

function countRequest({ window, options }: Instance): Window {
  const now = options.now().getTime();
  if (now >= window.start + 600_000) Object.assign(window, { start: now, used: 0 });
  window.used++;
  const reset = Math.ceil((window.start + 600_000 - now) / 1000);
  return { used: window.used, remaining: options.window - window.used, reset };
}

function headersOf({ used, remaining, reset }: Window): Record<string, string> {
  return {
    "x-ratelimit-used": String(used),
    "x-ratelimit-remaining": Math.max(0, remaining).toFixed(1),
    "x-ratelimit-reset": String(reset),
  };
}

/** As all answers are without `raw_json`. */
function escape(reply: Reply): Reply {
  const body = reply.body?.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return body === undefined ? reply : { ...reply, body };
}
