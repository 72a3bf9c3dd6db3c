import { type Answer, AnswerError } from "../../src/channel/http.ts";
import { worded } from "../../src/model/worded.ts";
import { Problem } from "./problems.ts";
import { after, readReset, readWait } from "./rate.ts";

type Data = Readonly<Record<string, unknown>>;

/**
 * What Reddit answered, where it did what was asked. Its errors come with the status 200 as
 * `{"json": {"errors": [[code, sentence, field]]}}`, those of a subreddit's own rules with 400 as
 * `{"reason": code, "explanation": sentence}`.
 */
export function readAnswer(answer: Answer, visible: boolean, now: Date): Data {
  const data = parse(answer.text);
  const problem = data && (readErrors(data, now) ?? readReason(answer, data));
  if (problem) throw problem;
  if (answer.status >= 200 && answer.status < 300 && data) return data;
  const retryAt = readReset(answer.headers, now);
  throw new AnswerError(explain(answer, data), {
    status: answer.status,
    visible,
    // Every answer tells of the window; only these say that waiting is right.
    ...((answer.status === 429 || answer.status === 503) && retryAt && { retryAt }),
  });
}

function readErrors(data: Data, now: Date): Problem | undefined {
  const json = isObject(data["json"]) ? data["json"] : {};
  const [first] = Array.isArray(json["errors"]) ? (json["errors"] as unknown[]) : [];
  if (!Array.isArray(first)) return undefined;
  const [code, said] = first.map((part) => (typeof part === "string" ? part : ""));
  const wait = json["ratelimit"];
  const retryAt = typeof wait === "number" ? after(wait, now) : readWait(said ?? "", now);
  return new Problem(code || "UNKNOWN", end((said || "no").slice(0, 300)), retryAt);
}

/** A reason in small letters is no code of a refusal but part of a 403 or 404. */
function readReason({ status }: Answer, { reason, explanation, message }: Data): Problem | undefined {
  if (status < 400 || status >= 500 || typeof reason !== "string" || !/^[A-Z][A-Z_0-9]+$/.test(reason))
    return undefined;
  const said = [explanation, message].filter((text) => typeof text === "string").find((text) => text !== "");
  return new Problem(reason, end((said ?? "no").slice(0, 300)));
}

function explain({ status, headers }: Answer, data: Data = {}): string {
  if (status >= 300 && status < 400)
    return worded`Reddit sends on to ${headers.get("location") ?? "nowhere"}: write the address that answers itself as \`server\`.`;
  if (status < 300) return worded`Reddit answered with something that is not JSON.`;
  const said = [data["message"], data["reason"]].filter((text) => typeof text === "string" && text !== "");
  const text = said.join(": ").slice(0, 300);
  return text === ""
    ? worded`Reddit answered ${status} without an explanation.`
    : worded`Reddit answered ${status}: ${text}.`;
}

/** Undefined for what is not a JSON object or list: the page of a proxy, say. */
function parse(text: string): Data | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === "object" && data !== null ? (data as Data) : undefined;
  } catch {
    return undefined;
  }
}

export function isObject(data: unknown): data is Data {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

/** Without the end of a sentence, as more follows it. */
function end(text: string): string {
  return text.trim().replace(/[.!\s]+$/, "");
}
