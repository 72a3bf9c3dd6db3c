import type { Io } from "../../src/channel/channel.ts";
import { type Answer, AnswerError, type Ask, ask } from "../../src/channel/http.ts";
import { worded } from "../../src/model/worded.ts";
import { isObject, type JsonObject, parse, textAt } from "./json.ts";
import { readReset } from "./rate.ts";

/** Where requests go, and in whose name. */
export interface Client {
  readonly io: Io;
  /** Without a slash at its end. */
  readonly server: string;
  readonly token: string;
  /** YYYYMM. */
  readonly version: string;
}

export interface Demand {
  readonly method: "GET" | "POST" | "DELETE";
  /** With its query, encoded. */
  readonly path: string;
  readonly visible: boolean;
  /** What Rest.li is to understand by the method, where that is not plain. */
  readonly meant?: "FINDER" | "PARTIAL_UPDATE" | "DELETE";
  readonly body?: JsonObject;
}

/** @see https://learn.microsoft.com/en-us/linkedin/marketing/versioning Throws where the answer is not a success. */
export async function request(client: Client, demand: Demand): Promise<Answer> {
  const { io, server } = client;
  const answer = await ask(io, `${server}${demand.path}`, write(client, demand));
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw explain(client, answer, demand.visible);
}

/** The JSON object at a path. */
export async function read(client: Client, path: string, meant?: Demand["meant"]): Promise<JsonObject> {
  const answer = await request(client, { method: "GET", path, visible: false, ...(meant && { meant }) });
  const data = parse(answer.text);
  if (data) return data;
  throw new AnswerError(worded`LinkedIn answered with something that is not JSON.`, {
    status: answer.status,
    visible: false,
  });
}

function write({ token, version }: Client, { method, visible, meant, body }: Demand): Ask {
  const headers = {
    authorization: `Bearer ${token}`,
    "linkedin-version": version,
    "x-restli-protocol-version": "2.0.0",
    ...(meant && { "x-restli-method": meant }),
    ...(body && { "content-type": "application/json" }),
  };
  return { method, headers, visible, ...(body && { body: JSON.stringify(body) }) };
}

/** LinkedIn's own words, without the names of its classes. @see https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling */
export function explain(
  { io, token }: Client,
  { status, headers, text }: Answer,
  visible: boolean,
): AnswerError {
  const data = parse(text) ?? {};
  const said = readMessage(data);
  const code = readCode(data);
  const answered = `${status}${code && ` (${code})`}`;
  const head =
    status < 400
      ? worded`LinkedIn answered ${answered} and sends on to ${headers.get("location") ?? "nowhere"}: write that as \`server\``
      : worded`LinkedIn answered ${answered}`;
  const message = said === "" ? `${head}.` : `${head}: ${/[.!?]$/.test(said) ? said : `${said}.`}`;
  const about = { status, visible, retryAt: readReset(headers, said, io.now()) };
  return new AnswerError(message.replaceAll(token, "(secret)"), about);
}

/** The narrowest one: `DUPLICATE_POST`, say, is said of the input and not of the whole. */
function readCode(data: JsonObject): string {
  const details = data["errorDetails"];
  const errors = isObject(details) && Array.isArray(details["inputErrors"]) ? details["inputErrors"] : [];
  const codes = [...errors, data].map((one) => (isObject(one) ? one["code"] : undefined));
  return codes.find((code) => typeof code === "string") ?? "";
}

function readMessage(data: JsonObject): string {
  const [line = ""] = textAt(data, "message").split("\n");
  return line
    .replace(/^(?:\w+\.)+\w+: /, "")
    .slice(0, 300)
    .trim();
}

/** Undefined where there is no such thing. */
export async function orMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  return orStatus(answer, 404);
}

/** Undefined where the token may not. */
export async function orDenied<T>(answer: Promise<T>): Promise<T | undefined> {
  return orStatus(answer, 403);
}

async function orStatus<T>(answer: Promise<T>, status: number): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof AnswerError && error.status === status) return undefined;
    throw error;
  }
}
