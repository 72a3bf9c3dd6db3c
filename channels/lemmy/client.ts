import type { Io } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import { type Answer, type Ask, AnswerError, ask, readRetryAt } from "../../src/channel/http.ts";
import { worded } from "../../src/model/worded.ts";
import type { View } from "./thing.ts";

/** What of the server's answers is used. Nothing in them is certain. */
interface Data {
  readonly error?: unknown;
  readonly jwt?: string | null;
  readonly my_user?: { readonly local_user_view: { readonly person: Person } };
  readonly community_view?: { readonly community: { readonly id: number } };
  readonly post_view?: View;
  readonly comment_view?: View;
  readonly posts?: readonly View[];
  readonly comments?: readonly View[];
}

export interface Person {
  readonly id: number;
  readonly name: string;
  readonly display_name?: string | null;
  readonly actor_id: string;
}

export type Call = (method: Ask["method"], path: string, data: object, visible?: boolean) => Promise<Data>;

export function createCall(server: string, io: Io, jwt?: string): Call {
  const headers = { "content-type": "application/json", ...(jwt && { authorization: `Bearer ${jwt}` }) };
  return async (method, path, data, visible = false) => {
    const url = new URL(`/api/v3/${path}`, server);
    if (method === "GET")
      for (const [name, value] of Object.entries(data)) url.searchParams.set(name, String(value));
    const body = method === "GET" ? {} : { body: JSON.stringify(data) };
    return readAnswer(await ask(io, url, { method, headers, visible, ...body }), visible, io.now());
  };
}

function readAnswer({ status, headers, text }: Answer, visible: boolean, now: Date): Data {
  const data = readObject(text);
  if (status === 200 && data) return data;
  const code = typeof data?.error === "string" ? data.error.slice(0, 200) : "";
  const mend = mends.find(([pattern]) => pattern.test(code));
  const head = code
    ? worded`The server answered ${status}, ${code}.`
    : worded`The server answered ${status}.`;
  const said = `${head} ${mend?.[2] ?? ""}`.trim();
  const meant = status < 500 ? (mend?.[1] ?? status) : status;
  const about = { status: meant, visible, retryAt: readRetryAt(headers, now) };
  throw new AnswerError(said, about);
}

function readObject(text: string): Data | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === "object" && data !== null ? data : undefined;
  } catch {
    return undefined;
  }
}

/** What Lemmy's codes mean, as the status that says so elsewhere, and what to do. */
const mends: readonly (readonly [code: RegExp, status: number, what: string])[] = [
  [/rate_limit/, 429, ""],
  [/^incorrect_login|^not_logged_in/, 401, worded`Check \`username\` and \`password\`.`],
  [/totp/, 401, worded`Use an account without two-factor sign-in.`],
  [
    /verified|registration|(^|_)ban|_mod(s|erator)?(_|$)|language_not_allowed/,
    401,
    worded`Ask the server's people or the community's moderators.`,
  ],
  [/^couldnt_find_community/, 401, worded`Check \`community\`.`],
  [/^couldnt_find_(post|comment)/, 404, ""],
  // Lemmy's own faults come as 400, some of them after the post is made.
  [/^unknown|^couldnt_(create|like|update|mark|insert|save|send)/, 500, ""],
  [/^invalid_post_title/, 400, worded`A title has 3 to 200 characters.`],
  [/^invalid_body_field/, 400, worded`The text is too long.`],
];

export function demand<T>(value: T | null | undefined, reason: string): T {
  if (value === null || value === undefined) throw new ChannelError({ kind: "unauthorised", reason });
  return value;
}
