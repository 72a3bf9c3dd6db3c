import { ChannelError } from "../../src/channel/failure.ts";
import { AnswerError } from "../../src/channel/http.ts";
import { worded } from "../../src/model/worded.ts";
import { readAnswer, type Send } from "./client.ts";

/** Requests that one batch may hold. */
const most = 50;

/** Null where Facebook ran out of time. */
type Part = { readonly code?: number; readonly body?: string } | null;

/**
 * Reads several things at once, in the order asked; what could not be read is an error. Addresses stand in the body.
 * @see https://developers.facebook.com/docs/graph-api/batch-requests
 */
export async function readAll<T extends object>(
  send: Send,
  paths: readonly string[],
  now: Date,
): Promise<(Partial<T> | AnswerError)[]> {
  const read: (Partial<T> | AnswerError)[] = [];
  for (let start = 0; start < paths.length; start += most)
    read.push(...(await readSome<T>(send, paths.slice(start, start + most), now)));
  return read;
}

async function readSome<T extends object>(
  send: Send,
  paths: readonly string[],
  now: Date,
): Promise<(Partial<T> | AnswerError)[]> {
  const batch = JSON.stringify(paths.map((path) => ({ method: "GET", relative_url: path })));
  const params = { batch, include_headers: "false" };
  const parts = await send<readonly Part[]>({ method: "POST", path: "", params, visible: false });
  if (!Array.isArray(parts) || parts.length !== paths.length)
    throw new ChannelError({
      kind: "down",
      reason: worded`Facebook did not answer every part of a request.`,
    });
  return (parts as readonly Part[]).map((part) => readPart(part, now) as Partial<T> | AnswerError);
}

function readPart(part: Part, now: Date): object | AnswerError {
  const answer = { status: part?.code ?? 504, headers: new Headers(), text: part?.body ?? "" };
  return readAnswer(answer, { visible: false }, now);
}
