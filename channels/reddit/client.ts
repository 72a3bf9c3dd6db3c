import type { Io } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import { type Answer, ask } from "../../src/channel/http.ts";
import { worded } from "../../src/model/worded.ts";
import { readAnswer } from "./answer.ts";
import { readClosed } from "./rate.ts";
import { type Access, createTokens, nameAgent } from "./token.ts";

/** Requests of one account. What they give is as Reddit sent it: anything may be missing. */
export interface Client {
  get(path: string, query?: Readonly<Record<string, string>>): Promise<Readonly<Record<string, unknown>>>;
  post(
    path: string,
    form: Readonly<Record<string, string>>,
    visible: boolean,
  ): Promise<Readonly<Record<string, unknown>>>;
}

interface Request {
  readonly url: URL;
  readonly form?: Readonly<Record<string, string>>;
  readonly visible: boolean;
}

type Send = (request: Request) => Promise<Answer>;

export function createClient(access: Access, io: Io): Client {
  const send = renew(access, io);
  const call = async (request: Request) => readAnswer(await send(request), request.visible, io.now());
  return {
    get: (path, query = {}) => call({ url: addressOf(access, path, query), visible: false }),
    post: (path, form, visible) =>
      call({ url: addressOf(access, path, {}), form: { api_type: "json", ...form }, visible }),
  };
}

/** `raw_json`: without it `&`, `<` and `>` come as HTML writes them. */
function addressOf({ server }: Access, path: string, query: Readonly<Record<string, string>>): URL {
  const url = new URL(path, server);
  url.search = new URLSearchParams({ ...query, raw_json: "1" }).toString();
  return url;
}

/** An access token may end before its time: what 401 answered was not done, so it is asked once more with another. */
function renew(access: Access, io: Io): Send {
  const tokens = createTokens(access, io);
  const send = keepRate(io, async ({ url, form, visible }) => {
    const headers = { authorization: `Bearer ${await tokens.get()}`, "user-agent": nameAgent(access, io) };
    return form
      ? ask(io, url, { method: "POST", headers, body: new URLSearchParams(form), visible })
      : ask(io, url, { method: "GET", headers, visible });
  });
  return async (request) => {
    const answer = await send(request);
    if (answer.status !== 401) return answer;
    tokens.drop();
    return send(request);
  };
}

/** Nothing is sent in a window whose last request is used up. A 429 makes the account wait by itself. */
function keepRate(io: Io, send: Send): Send {
  let closed: Date | undefined;
  return async (request) => {
    if (closed && closed > io.now())
      throw new ChannelError({
        kind: "busy",
        reason: worded`The app has used up its requests to Reddit for now.`,
        retryAt: closed,
      });
    const answer = await send(request);
    closed = answer.status === 429 ? undefined : readClosed(answer.headers, io.now());
    return answer;
  };
}
