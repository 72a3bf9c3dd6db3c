import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";
import { worded } from "../model/worded.ts";
import { DocumentTooLargeError } from "./body.ts";

/** One request. */
export interface Demand {
  readonly dispatcher: Dispatcher;
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Milliseconds until the whole answer must be there. */
  readonly limit: number;
  /** Bytes that an answer with this status may have; null: nothing of it is wanted. */
  readonly room: (status: number) => number | null;
  /** Called right before the first byte is written; what it throws ends the request. */
  readonly first?: (() => void) | undefined;
}

/** The whole answer, as it was sent: compressed where its headers say so. */
export interface Reply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Uint8Array;
}

/** Bytes of an unwanted answer that are let pass, so that its connection can be used again. */
const passing = 65_536;

const nothing = new Uint8Array(0);

/** The library's own limits for parts of an exchange: ours for the whole is shorter. */
const untimed = { headersTimeout: 0, bodyTimeout: 0 };

/** A request under way. */
interface Talk {
  readonly demand: Demand;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: unknown) => void;
  controller: Dispatcher.DispatchController | undefined;
  timer: NodeJS.Timeout | undefined;
  room: number | null;
  size: number;
  status: number;
  headers: IncomingHttpHeaders;
  readonly chunks: Uint8Array[];
}

/**
 * Sends once, follows no redirect, and collects the answer by the network library's own events: its streams, signals and
 * promises cost more than the rest of a request. Rejects with a TimeoutError, a DocumentTooLargeError or what the connection met.
 */
export function exchange(demand: Demand): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { dispatcher, url, method, headers, body = null } = demand;
    const talk = startTalk(demand, resolve, reject);
    const place = { origin: url.origin, path: url.pathname + url.search };
    dispatcher.dispatch({ ...place, method, headers, body, ...untimed }, listenerOf(talk));
  });
}

function startTalk(demand: Demand, resolve: Talk["resolve"], reject: Talk["reject"]): Talk {
  const answer = { room: 0, size: 0, status: 0, headers: {}, chunks: [] };
  const talk: Talk = { demand, resolve, reject, controller: undefined, timer: undefined, ...answer };
  talk.timer = setTimeout(giveUp, demand.limit, talk);
  return talk;
}

const listenerOf = (talk: Talk): Dispatcher.DispatchHandler => ({
  onRequestStart(controller) {
    talk.controller = controller;
    // The time was up before the connection stood: nothing may be sent any more.
    if (talk.timer === undefined) controller.abort(late());
    else talk.demand.first?.();
  },
  onResponseStart(_, status, headers) {
    talk.status = status;
    talk.headers = headers;
    talk.room = talk.demand.room(status);
  },
  onResponseData: (_, chunk) => take(talk, chunk),
  onResponseEnd: () => end(talk),
  onResponseError: (_, error) => fail(talk, error),
});

function take(talk: Talk, chunk: Uint8Array): void {
  talk.size += chunk.length;
  const { room, size } = talk;
  if (room !== null) talk.chunks.push(chunk);
  if (size <= (room ?? passing)) return;
  if (room === null) end(talk);
  else fail(talk, new DocumentTooLargeError(worded`more than ${room / 1_000_000} MB came`));
  talk.controller?.abort(new Error("enough"));
}

function giveUp(talk: Talk): void {
  const error = late();
  fail(talk, error);
  talk.controller?.abort(error);
}

const late = (): Error => new DOMException(worded`The whole answer did not come in time.`, "TimeoutError");

function end(talk: Talk): void {
  close(talk);
  const { status, headers, chunks } = talk;
  talk.resolve({
    status,
    headers,
    bytes: chunks.length < 2 ? (chunks[0] ?? nothing) : Buffer.concat(chunks),
  });
}

function fail(talk: Talk, error: unknown): void {
  close(talk);
  talk.reject(error);
}

/** What comes after that is not heard: a promise is settled once. */
function close(talk: Talk): void {
  clearTimeout(talk.timer);
  talk.timer = undefined;
}
