import { request, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import type { WireFault } from "./faults.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

/** The server's own answer, whole. */
export function answerOf(behind: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  const { method, url = "/" } = incoming;
  const headers = { ...incoming.headers, "content-length": String(body.length) };
  return new Promise((resolve, reject) => {
    const onward = request(`${behind}${url}`, { method, headers }, (answer) => {
      const { "transfer-encoding": _, connection: __, "content-length": ___, ...kept } = answer.headers;
      const whole = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
      buffer(answer).then(
        (content) =>
          resolve({ status: answer.statusCode ?? 502, headers: whole as Answer["headers"], body: content }),
        reject,
      );
    });
    onward.on("error", reject).end(body);
  });
}

type Spoiler = (incoming: IncomingMessage, outgoing: ServerResponse, answer: Answer | null) => unknown;

const seconds = 90;

const spoilers: Readonly<Record<WireFault["name"], Spoiler>> = {
  "reset before the body": ({ socket }) => socket.resetAndDestroy(),
  "reset during the body": ({ socket }) => socket.resetAndDestroy(),
  "reset after the body": ({ socket }) => socket.resetAndDestroy(),
  "no answer": () => undefined,
  "taken late": (_, outgoing) => outgoing.destroy(),
  "500": (_, outgoing) => say(outgoing, 500, '{"error":"Something went wrong"}'),
  "429 with seconds": (_, outgoing) => say(outgoing, 429, "{}", { "retry-after": String(seconds) }),
  "429 with a date": (_, outgoing) =>
    say(outgoing, 429, "{}", { "retry-after": new Date(Date.now() + seconds * 1000).toUTCString() }),
  "429 without a time": (_, outgoing) => say(outgoing, 429, "{}"),
  truncated: (_, outgoing, answer) => truncate(outgoing, answer),
  nonsense: (_, outgoing) =>
    say(outgoing, 200, "<!doctype html><html><h1>Welcome</h1></html>", { "content-type": "text/html" }),
  "slow bytes": (_, outgoing, answer) => dribble(outgoing, answer),
};

/** Makes of a request's answer what the fault says. */
export async function spoil(
  fault: WireFault,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: Answer | null,
): Promise<void> {
  await spoilers[fault.name](incoming, outgoing, answer);
}

function say(
  outgoing: ServerResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const type = { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) };
  outgoing.writeHead(status, { ...type, ...headers }).end(body);
}

/** It says how much comes, and ends before. */
function truncate(outgoing: ServerResponse, answer: Answer | null): void {
  if (answer === null) return void outgoing.destroy();
  outgoing.writeHead(answer.status, { ...answer.headers, "content-length": answer.body.length + 40 });
  outgoing.write(answer.body.subarray(0, Math.ceil(answer.body.length / 2)), () => outgoing.destroy());
}

/** Ten pieces, with a rest before each. */
async function dribble(outgoing: ServerResponse, answer: Answer | null): Promise<void> {
  if (answer === null) return void outgoing.destroy();
  const { status, headers, body } = answer;
  outgoing.writeHead(status, { ...headers, "content-length": body.length });
  const size = Math.max(1, Math.ceil(body.length / 10));
  for (let at = 0; at < body.length; at += size) {
    await wait(5);
    outgoing.write(body.subarray(at, at + size));
  }
  outgoing.end();
}
