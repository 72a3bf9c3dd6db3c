import type { App, Connect, Scope } from "../../src/channel/connect.ts";
import type { Io } from "../../src/channel/channel.ts";
import { AnswerError, ask, readRetryAt } from "../../src/channel/http.ts";
import type { SettingValues } from "../../src/model/account.ts";
import { worded } from "../../src/model/worded.ts";

const grant = worded`connect the account again and allow all that is asked for; no review is needed.`;

/** @see https://docs.joinmastodon.org/api/oauth-scopes/ */
const scopes: readonly Scope[] = [
  { name: "write:statuses", what: worded`publish, edit and remove posts`, grant, needed: true },
  { name: "write:media", what: worded`attach pictures`, grant, needed: true },
  { name: "read:accounts", what: worded`say who it is`, grant, needed: true },
  { name: "read:statuses", what: worded`look up its own posts and count reactions`, grant, needed: true },
];

/**
 * The app registers itself, on every server anew. Tokens do not expire.
 * @see https://docs.joinmastodon.org/methods/oauth/ and https://docs.joinmastodon.org/methods/apps/
 */
export const connect: Connect = {
  kind: "oauth2",
  authorizeUrl: (settings) => addressOf(settings, "/oauth/authorize"),
  tokenUrl: (settings) => addressOf(settings, "/oauth/token"),
  app: null,
  register,
  pkce: true,
  clientAuth: "body",
  scopes: () => scopes,
  given: { accessToken: "accessToken" },
};

function addressOf(settings: SettingValues, path: string): string {
  return new URL(path, String(settings["server"])).href;
}

async function register(settings: SettingValues, io: Io, redirect: string): Promise<App> {
  const answer = await ask(io, addressOf(settings, "/api/v1/apps"), {
    method: "POST",
    headers: { accept: "application/json" },
    body: new URLSearchParams({
      client_name: `${io.site.name} (Carillon)`,
      redirect_uris: redirect,
      scopes: scopes.map(({ name }) => name).join(" "),
      website: io.site.url,
    }),
    visible: false,
  });
  const { client_id: id, client_secret: secret } = parse(answer.text);
  if (typeof id === "string" && typeof secret === "string") return { id, secret };
  throw new AnswerError(worded`The server did not register an app (${answer.status}): check \`server\`.`, {
    status: answer.status < 400 ? 404 : answer.status,
    visible: false,
    retryAt: readRetryAt(answer.headers, io.now()),
  });
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === "object" && data !== null ? (data as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
