import { type ITwitterApiClientPlugin, TwitterApi, type TwitterApiv2 } from "twitter-api-v2";
import type { Io } from "../../src/channel/channel.ts";
import { type Answer, AnswerError, type Ask, ask, readRetryAt } from "../../src/channel/http.ts";
import { worded } from "../../src/model/worded.ts";
import type { Credentials } from "./credentials.ts";
import { readReset } from "./rate.ts";

export type Client = TwitterApiv2;

type Hook = NonNullable<ITwitterApiClientPlugin["onBeforeRequestConfig"]>;
type Params = Parameters<Hook>[0]["params"];
type Written = Parameters<NonNullable<ITwitterApiClientPlugin["onBeforeRequest"]>>[0]["computedParams"];

/** Where the library thinks that all servers are. */
const home = "https://api.x.com";

/** What the library signs and writes a request with. It has no public way to do that without sending. */
interface Scribe {
  getHttpRequestArgs(params: Params): Written;
}

/** All that a request needs besides itself. */
interface Line {
  readonly io: Io;
  /** Never to be told. */
  readonly secrets: readonly string[];
}

/**
 * The library's client with its transport replaced. The library's own goes to one fixed host by `node:https`, which nobody
 * guards, and does not tell a request that was never sent from one whose answer was lost.
 */
export function createClient(server: string, credentials: Credentials, io: Io): Client {
  const line = { io, secrets: secretsOf(credentials) };
  const onBeforeRequestConfig: Hook = ({ client, params }) => {
    const url = params.url.replace(home, server.replace(/\/+$/, ""));
    // Where the path does not begin with `/2/` the library takes every body for a form.
    const whole: Params = { forceBodyMode: "json", ...params, url };
    return request(line, (client as unknown as Scribe).getHttpRequestArgs(whole));
  };
  const options = { plugins: [{ onBeforeRequestConfig }] };
  return typeof credentials === "string"
    ? new TwitterApi(credentials, options).v2
    : new TwitterApi(credentials, options).v2;
}

function secretsOf(credentials: Credentials): string[] {
  return typeof credentials === "string" ? [credentials] : Object.values(credentials);
}

async function request({ io, secrets }: Line, written: Written) {
  const answer = await ask(io, written.url, write(written));
  const data = parse(answer.text);
  if (answer.status >= 200 && answer.status < 300 && data !== undefined)
    return { headers: Object.fromEntries(answer.headers), data };
  const now = io.now();
  const said = explain(answer, data);
  throw new AnswerError(
    secrets.reduce((text, secret) => text.replaceAll(secret, "(secret)"), said),
    {
      status: answer.status,
      visible: isVisible(written),
      // Every answer tells of the window; only this one says that it is used up.
      retryAt: answer.status === 429 ? readReset(answer.headers, now) : readRetryAt(answer.headers, now),
    },
  );
}

function write({ method, headers, body, url }: Written): Ask {
  return {
    method: method as Ask["method"],
    headers,
    visible: isVisible({ method, url }),
    ...(body !== undefined && { body: typeof body === "string" ? body : new Uint8Array(body) }),
  };
}

/** Media are not seen until a post carries them. */
function isVisible({ method, url }: Pick<Written, "method" | "url">): boolean {
  return method !== "GET" && url.pathname.includes("/2/tweets");
}

/** Undefined for what is not a JSON object: the page of a proxy, say. */
function parse(text: string): Record<string, unknown> | undefined {
  try {
    const data: unknown = JSON.parse(text === "" ? "{}" : text);
    return isObject(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** X names a problem by `title` and `detail`, some endpoints by `errors` alone. @see https://docs.x.com/x-api/fundamentals/response-codes-and-errors */
function explain({ status, headers }: Answer, data: Record<string, unknown> = {}): string {
  if (status >= 300 && status < 400)
    return worded`X sends on to ${headers.get("location") ?? "nowhere"}: write the address that answers itself as \`server\`.`;
  if (status < 300) return worded`X answered with something that is not JSON.`;
  const [first] = Array.isArray(data["errors"]) ? (data["errors"] as unknown[]) : [];
  const inner = isObject(first) ? first["message"] : undefined;
  const words = [data["title"], data["detail"], inner].filter((word) => typeof word === "string");
  const said = [...new Set(words)].join(": ").slice(0, 300);
  return said === ""
    ? worded`X answered ${status} without an explanation.`
    : worded`X answered ${status}: ${said}`;
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
