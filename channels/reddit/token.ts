import type { Io } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import { type Answer, AnswerError, ask } from "../../src/channel/http.ts";
import { worded } from "../../src/model/worded.ts";
import { isObject } from "./answer.ts";
import { readReset } from "./rate.ts";

/** What an account is opened with. */
export interface Access {
  readonly server: string;
  readonly website: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
}

export interface Tokens {
  /** One that is good for at least a minute. */
  get(): Promise<string>;
  /** The server did not take the last one. */
  drop(): void;
}

interface Token {
  readonly text: string;
  /** Milliseconds. */
  readonly until: number;
}

/** Access tokens last an hour to a day; the refresh token stays the same. */
export function createTokens(access: Access, io: Io): Tokens {
  let held: Token | undefined;
  return {
    async get() {
      if (!held || held.until <= io.now().getTime()) held = await fetchToken(access, io);
      return held.text;
    },
    drop: () => void (held = undefined),
  };
}

/** @see https://github.com/reddit-archive/reddit/wiki/OAuth2#refreshing-the-token */
async function fetchToken(access: Access, io: Io): Promise<Token> {
  const { website, clientId, clientSecret, refreshToken } = access;
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString("base64");
  const answer = await ask(io, new URL("/api/v1/access_token", website), {
    method: "POST",
    headers: { authorization: `Basic ${basic}`, "user-agent": nameAgent(access, io) },
    body: new URLSearchParams({ grant_type: "refresh_token", refresh_token: refreshToken }),
    visible: false,
  });
  const { access_token: text, expires_in: lasts, error } = parse(answer.text);
  if (answer.status !== 200 || typeof text !== "string") throw explain(answer, error, io.now());
  const seconds = typeof lasts === "number" ? lasts : 3600;
  return { text, until: io.now().getTime() + (seconds - 60) * 1000 };
}

/** Reddit slows down who does not say which app it is. @see https://github.com/reddit-archive/reddit/wiki/API#rules */
export function nameAgent(
  { clientId }: Pick<Access, "clientId">,
  { userAgent }: Pick<Io, "userAgent">,
): string {
  return `server:${clientId}:${userAgent}`;
}

function explain({ status, headers }: Answer, error: unknown, now: Date): Error {
  const said = typeof error === "string" ? `${status}, ${error}` : status;
  if (status === 401)
    return unauthorised(worded`Reddit does not know the app (401): check \`clientId\` and \`clientSecret\`.`);
  if (status === 400 || (status === 200 && error !== undefined))
    return unauthorised(
      worded`Reddit does not take the refresh token (${said}): allow the app again and put the new one into \`refreshToken\`.`,
    );
  if (status === 403)
    return unauthorised(
      worded`Reddit does not let the app in (403): see at reddit.com/prefs/apps whether it is approved.`,
    );
  const retryAt = readReset(headers, now);
  return new AnswerError(worded`Reddit gave no access token (${said}).`, { status, visible: false, retryAt });
}

function unauthorised(reason: string): ChannelError {
  return new ChannelError({ kind: "unauthorised", reason });
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const data: unknown = JSON.parse(text);
    return isObject(data) ? data : {};
  } catch {
    return {};
  }
}
