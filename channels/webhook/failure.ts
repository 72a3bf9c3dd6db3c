import { ChannelError, type Failure } from "../../src/channel/failure.ts";
import { type Answer, AnswerError, classifyAnswer, readRetryAt } from "../../src/channel/http.ts";
import { worded } from "../../src/model/worded.ts";

/** Status 200 and yet no: a page where a receiver should be, or an error inside. Other bodies mean nothing. */
export function whatIsWrong(text: string): Failure | null {
  if (/^\s*<(?:!doctype\s+html|html)[\s>]/i.test(text))
    return {
      kind: "unauthorised",
      reason: worded`The receiver answered with a web page. Check \`server\`: no webhook is there.`,
    };
  const said = /^\s*\{/.test(text) ? readError(text) : undefined;
  return said === undefined
    ? null
    : { kind: "refused", reason: worded`The receiver answered 200 with an error inside: ${said}` };
}

function readError(text: string): string | undefined {
  try {
    const { error } = JSON.parse(text) as { error?: unknown };
    const said = typeof error === "object" && error !== null && "message" in error ? error.message : error;
    return typeof said === "string" && said !== "" ? asSentence(said) : undefined;
  } catch {
    return undefined;
  }
}

const asSentence = (said: string): string =>
  said
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, 200)
    .replace(/[.!?]?$/, ".");

export function explain({ status, headers }: Answer, now: Date): AnswerError {
  const message =
    status >= 300 && status < 400
      ? worded`The receiver answered ${status} and sends on to ${headers.get("location") ?? "nowhere"}: write that as \`server\`.`
      : worded`The receiver answered ${status}.`;
  const about = { status, visible: true, retryAt: readRetryAt(headers, now) };
  return new AnswerError(message, about);
}

/** Where the server says when to come back, waiting is right whatever became of the event: the receiver drops doubles. */
export function classify(error: unknown): Failure {
  if (!(error instanceof AnswerError)) return classifyAnswer(error);
  const { status, message, retryAt } = error;
  if (status === 410)
    return { kind: "unauthorised", reason: worded`The receiver has switched this webhook off (410).` };
  if (status === 401 || status === 403)
    return {
      kind: "unauthorised",
      reason: `${message} ${worded`Check \`secret\`: it takes no event signed with it.`}`,
    };
  if (status === 404 || status === 405)
    return { kind: "unauthorised", reason: `${message} ${worded`Check \`server\`: no webhook is there.`}` };
  if (status >= 502 && status <= 504 && retryAt) return { kind: "busy", reason: message, retryAt };
  return classifyAnswer(error);
}

export function fail(kind: "refused" | "unauthorised", reason: string): ChannelError {
  return new ChannelError({ kind, reason });
}
