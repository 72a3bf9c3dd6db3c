import type { mastodon } from "masto";
import { HttpActionDispatcherHookMastodon } from "masto/adapters/action/dispatcher-http-hook-mastodon.js";
import { HttpActionDispatcher } from "masto/adapters/action/dispatcher-http.js";
import { createActionProxy } from "masto/adapters/action/proxy.js";
import { SerializerNativeImpl } from "masto/adapters/serializers/index.js";
import type { Http, HttpMetaParams, HttpRequestParams, HttpResponse } from "masto/interfaces/http.js";
import type { Encoding, Serializer } from "masto/interfaces/serializer.js";
import type { Io } from "../../src/channel/channel.ts";
import { type Answer, AnswerError, type Ask, ask, readRetryAt } from "../../src/channel/http.ts";
import { worded } from "../../src/model/worded.ts";

export type Client = mastodon.rest.Client;

const serializer: Serializer = new SerializerNativeImpl();

/**
 * The library's client with its transport replaced. The library's own calls the global `fetch`, which nobody guards,
 * and loses the status of an error whose body is empty or not JSON.
 */
export function createClient(server: string, accessToken: string, io: Io): Client {
  const http = createHttp({ server, accessToken, io });
  return createActionProxy<Client>(
    new HttpActionDispatcher(http, new HttpActionDispatcherHookMastodon(http)),
    {
      context: ["api"],
    },
  );
}

/** All that a request needs besides itself. */
interface Line {
  readonly server: string;
  readonly accessToken: string;
  readonly io: Io;
}

type Data = Record<string, unknown>;

function createHttp(line: Line): Http {
  const send = <T>(params: HttpRequestParams): Promise<HttpResponse<T>> => request<T>(line, params);
  const withBody = (method: string) => (path: string, data?: unknown, meta?: HttpMetaParams<Encoding>) =>
    send<never>({ method, path, body: data as Data, ...meta });
  return {
    request: send,
    get: (path, data, meta) => send({ method: "GET", path, search: data as Data, ...meta }),
    post: withBody("POST"),
    put: withBody("PUT"),
    patch: withBody("PATCH"),
    delete: withBody("DELETE"),
  };
}

async function request<T>(
  { server, accessToken, io }: Line,
  params: HttpRequestParams,
): Promise<HttpResponse<T>> {
  const answer = await ask(io, resolve(server, params), write(params, accessToken));
  const data = parse(answer.text);
  const good = answer.status >= 200 && answer.status < 300;
  if (good && data !== undefined && saidIn(data) === undefined)
    return {
      get headers() {
        return answer.headers;
      },
      data: data as T,
    };
  throw new AnswerError(explain(answer, data).replaceAll(accessToken, "(token)"), {
    status: answer.status,
    visible: isVisible(params),
    retryAt: readRetryAt(answer.headers, io.now()),
  });
}

function resolve(server: string, { path, search }: HttpRequestParams): URL {
  const url = new URL(path, server);
  url.search = typeof search === "object" ? serializer.serialize("querystring", search) : (search ?? "");
  return url;
}

function write(params: HttpRequestParams, accessToken: string): Ask {
  const { method, body, encoding = "json", requestInit } = params;
  return {
    method: method as Ask["method"],
    visible: isVisible(params),
    headers: {
      ...(requestInit?.headers as Record<string, string> | undefined),
      authorization: `Bearer ${accessToken}`,
      ...(body && encoding === "json" && { "content-type": "application/json" }),
    },
    ...(body && { body: serializer.serialize(encoding, body) as string | FormData }),
  };
}

/** Files are not seen until a status carries them. */
function isVisible({ method, path }: HttpRequestParams): boolean {
  return method !== "GET" && path.startsWith("/api/v1/statuses");
}

/** Undefined for what is not a JSON object or list: the page of a proxy, say. */
function parse(text: string): object | undefined {
  try {
    const data = serializer.deserialize<unknown>("json", text);
    return typeof data === "object" && data !== null ? data : undefined;
  } catch {
    return undefined;
  }
}

function explain({ status, headers }: Answer, data: object = {}): string {
  if (status >= 300 && status < 400)
    return worded`The server sends on to ${headers.get("location") ?? "nowhere"}: write the address that answers itself as \`server\`.`;
  const said = saidIn(data);
  if (said !== undefined) return worded`The server answered ${status}: ${end(said.slice(0, 300))}`;
  return status < 300
    ? worded`The server answered with something that is not JSON.`
    : worded`The server answered ${status} without an explanation.`;
}

/** What a server says went wrong; some say it with status 200. */
function saidIn(data: object): string | undefined {
  const said = "error" in data ? data.error : undefined;
  return typeof said === "string" && said !== "" ? said : undefined;
}

/** As a sentence, so that another may follow. */
function end(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
