import { ChannelError, classifyNetwork, type Failure } from "../../src/channel/failure.ts";
import { readRetryAt } from "../../src/channel/http.ts";
import { worded } from "../../src/model/worded.ts";

/** The client library's error, known by its shape: importing its class would load the library. */
interface XrpcError extends Error {
  readonly status: number;
  readonly error: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What surrounds an error. `visible`: followers see something if the request succeeded after all. */
interface Circumstances {
  readonly visible: boolean;
  readonly now?: Date;
}

const signIn = worded`Check \`identifier\`, and make a new app password for \`password\`.`;

/** Errors by their names, where the status alone would mislead. @see https://atproto.com/specs/xrpc#error-responses */
const byName: Readonly<Record<string, (said: string) => Failure>> = {
  ExpiredToken: (said) => ({ kind: "unauthorised", reason: `${said} ${signIn}` }),
  InvalidToken: (said) => ({ kind: "unauthorised", reason: `${said} ${signIn}` }),
  AccountTakedown: (said) => ({
    kind: "unauthorised",
    reason: `${said} ${worded`Write to the server's moderators.`}`,
  }),
  AccountDeactivated: (said) => ({
    kind: "unauthorised",
    reason: `${said} ${worded`Activate the account again.`}`,
  }),
  AuthFactorTokenRequired: (said) => ({
    kind: "unauthorised",
    reason: `${said} ${worded`Use an app password, which needs no code.`}`,
  }),
  // Pictures that no post carries are thrown away after some hours: the next try uploads them again.
  BlobNotFound: (said) => ({ kind: "down", reason: said }),
  // The key is taken, by this very delivery: looking it up gives the receipt.
  InvalidSwap: (said) => ({
    kind: "lost",
    reason: `${said} ${worded`A post with this key is there already.`}`,
  }),
};

/** Without knowing what was asked: the answer to a `publish` is assumed. */
export function classify(error: unknown): Failure {
  return judge(error, { visible: true });
}

/** Turns what an act throws into a `ChannelError` that knows whether anything can have been seen. */
export async function judging<T>(circumstances: Circumstances, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof ChannelError) throw error;
    throw new ChannelError(judge(error, circumstances));
  }
}

export function isXrpcError(error: unknown): error is XrpcError {
  if (!(error instanceof Error) || !("status" in error) || !("error" in error)) return false;
  return typeof error.status === "number" && typeof error.error === "string";
}

function judge(error: unknown, { visible, now }: Circumstances): Failure {
  const failure =
    isXrpcError(error) && error.status >= 300 ? judgeAnswer(error, now) : classifyNetwork(error);
  return failure.kind === "lost" && !visible ? { kind: "down", reason: failure.reason } : failure;
}

function judgeAnswer(error: XrpcError, now?: Date): Failure {
  const { status } = error;
  const reason = quote(error);
  const named = byName[error.error];
  if (named) return named(reason);
  if (status === 429) return { kind: "busy", reason, ...readReset(error.headers ?? {}, now) };
  if (status === 401 || status === 403) return { kind: "unauthorised", reason: `${reason} ${signIn}` };
  if (status === 404)
    return {
      kind: "unauthorised",
      reason: `${reason} ${worded`Check \`server\`: nothing there speaks the AT Protocol.`}`,
    };
  return status < 500 ? { kind: "refused", reason } : { kind: "lost", reason };
}

/** The server tells epoch seconds in `RateLimit-Reset`, or seconds from now in `Retry-After`. */
function readReset(headers: Readonly<Record<string, string>>, now?: Date): { retryAt?: Date } {
  const { "retry-after": after, "ratelimit-reset": reset, date } = headers;
  const known = new Headers({
    ...(reset ? { "x-ratelimit-reset": reset } : after && { "retry-after": after }),
  });
  const retryAt = readRetryAt(known, now ?? new Date(date ?? Number.NaN));
  return retryAt && !Number.isNaN(retryAt.getTime()) ? { retryAt } : {};
}

function quote({ status, error, message }: XrpcError): string {
  const said = (message || error).split("\n")[0]?.slice(0, 300) ?? error;
  return worded`The server answered ${status}: ${/[.!?]$/.test(said) ? said : `${said}.`}`;
}
