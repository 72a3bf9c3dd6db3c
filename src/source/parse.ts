import { once } from "node:events";
import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import type { Entry } from "../model/entry.ts";
import { worded } from "../model/worded.ts";
import type { Origin } from "./entries.ts";
import type { DocumentRequest, Failed, FeedFacts, Portion, Quoted, Request } from "./parse-protocol.ts";
import type { Wanted } from "./wanted.ts";

export type Parsed =
  | { readonly kind: "entries"; readonly entries: readonly Entry[]; readonly feed: FeedFacts }
  | Failed;

/** Reads documents in a thread of its own, one after the other, so that a hostile one can be stopped. */
export interface DocumentParser {
  /** Never throws, and ends in time whatever the document holds. */
  parseDocument(bytes: Uint8Array, about: About): Promise<Parsed>;
  /** One entry of a document, as it may be shown. Never throws, and ends in time as well. */
  quoteFrom(bytes: Uint8Array, about: About, wanted: Wanted): Promise<Quoted | Failed>;
  /** Starts the thread before there is a document; it keeps no program from ending. */
  warmUp(): void;
  close(): Promise<void>;
}

export interface About extends Origin {
  /** As the server sent it. */
  readonly contentType: string | null;
}

export interface ParserLimits {
  /** Milliseconds for a document of so many bytes. */
  readonly time?: (bytes: number) => number;
  /** Megabytes that a document's reading may use. */
  readonly memory?: number;
  /** Milliseconds without a document after which the thread ends, and its memory is free. */
  readonly idle?: number;
}

/** Some twenty times what a real feed takes: 4.4 MB in half a second. */
const patience = (bytes: number): number => 1500 + Math.ceil(bytes / 500);

/** Starts nothing before the first document. */
export function createParser({
  time = patience,
  memory = 512,
  idle = 10_000,
}: ParserLimits = {}): DocumentParser {
  let thread: Thread | undefined;
  let rest: NodeJS.Timeout | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  async function end(): Promise<void> {
    clearTimeout(rest);
    const ended = thread;
    thread = undefined;
    await ended?.worker.terminate();
  }

  function begin(): Thread {
    clearTimeout(rest);
    return (thread ??= startThread(memory));
  }

  function restAgain(): void {
    thread?.worker.unref();
    rest = setTimeout(end, idle).unref();
  }

  async function within<T>(
    bytes: number,
    work: (worker: Worker, limit: AbortSignal) => Promise<T>,
  ): Promise<T | Failed> {
    try {
      const { worker, ready } = begin();
      worker.ref();
      await ready;
      return await work(worker, AbortSignal.timeout(time(bytes)));
    } catch (error) {
      await end();
      return { kind: "failed", reason: explain(error) };
    } finally {
      restAgain();
    }
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work);
    queue = done;
    return done;
  }

  return {
    parseDocument: (bytes, about) =>
      inTurn(() =>
        within(bytes.length, (worker, limit) =>
          exchange(worker, { kind: "document", bytes, ...about }, limit),
        ),
      ),
    quoteFrom: (bytes, about, wanted) =>
      inTurn(() =>
        within(bytes.length, (worker, limit) =>
          ask<Quoted>(worker, { kind: "quote", bytes, wanted, ...about }, limit),
        ),
      ),
    warmUp() {
      begin();
      restAgain();
    },
    close: () => queue.then(end),
  };
}

/** The one of this process. */
const shared = createParser();
export const { parseDocument, quoteFrom, warmUp: warmUpParser, close: closeParser } = shared;

interface Thread {
  readonly worker: Worker;
  /** Resolves once it has loaded what it needs, which counts for no document's time. */
  readonly ready: Promise<unknown>;
}

function startThread(memory: number): Thread {
  const worker = new Worker(new URL("./parse-worker.mjs", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memory },
    env: cacheOf(getCompileCacheDir()),
  });
  const ready = once(worker, "message");
  // Whoever waits for an answer hears of an error; one that comes while nobody waits must not end the program.
  ready.catch(() => undefined);
  return { worker: worker.on("error", () => undefined), ready };
}

/** All that the thread gets of the environment: where compiled modules are kept, which it is not told by itself. */
const cacheOf = (folder: string | undefined): NodeJS.Dict<string> =>
  folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) };

async function ask<A extends Portion | Quoted>(
  thread: Worker,
  request: Request,
  limit: AbortSignal,
): Promise<A | Failed> {
  thread.postMessage(request, []);
  const [answer]: (A | Failed)[] = await once(thread, "message", { signal: limit });
  return answer ?? { kind: "failed", reason: explain(null) };
}

async function exchange(thread: Worker, document: DocumentRequest, limit: AbortSignal): Promise<Parsed> {
  const entries: Entry[] = [];
  for (let request: Request = document; ; request = { kind: "more" }) {
    const answer = await ask<Portion>(thread, request, limit);
    if (answer.kind === "failed") return answer;
    entries.push(...answer.entries);
    if (answer.last) return { kind: "entries", entries, feed: answer.feed };
  }
}

function explain(error: unknown): string {
  const name = error instanceof Error ? error.name : "";
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (name === "AbortError" || name === "TimeoutError")
    return worded`The document takes too long to read, so it was given up: check what the address serves.`;
  if (code === "ERR_WORKER_OUT_OF_MEMORY")
    return worded`The document needs too much memory to read, so it was given up: check what the address serves.`;
  return worded`The document could not be read: check what the address serves.`;
}
