import type { World } from "../../src/channel/contract.ts";
import {
  type BenchServer,
  type Misbehaviour,
  plan,
  type Reply,
  type Request,
  startServer,
} from "./bench-server.ts";
import { answer } from "./twitter-answer.ts";
import type { Post } from "./twitter-entities.ts";
import { keysOf, makeInstance, type TwitterOptions } from "./twitter-instance.ts";
import { tooMany } from "./twitter-window.ts";

export interface TwitterBench extends BenchServer {
  /** OAuth 1.0a. */
  keysOf(name: string): Required<Record<"apiKey" | "apiSecret" | "accessToken" | "accessSecret", string>>;
  /** OAuth 2; `app` for the app's own. */
  bearerOf(name: string): string;
  seen(name: string): readonly Post[];
  worldOf(name: string): World;
  /** Hits the next request that would make a post, or the next of any kind. */
  misbehave(fault: Misbehaviour, on?: "publish" | "any"): void;
  /** What the next request that would make a post gets, or the next of any kind. */
  answerNext(reply: Reply, on?: "publish" | "any"): void;
  /** Everything that followers could see, in order: `publish ID`, `remove ID`. */
  readonly acts: readonly string[];
  /** Method and path of every request so far, where `strict`. */
  readonly requests: readonly string[];
  /** What is wrong with the server's own answers. */
  readonly slips: readonly string[];
}

export async function startTwitter(change: Partial<TwitterOptions> = {}): Promise<TwitterBench> {
  const instance = makeInstance(change);
  const { options } = instance;
  const requests: string[] = [];
  const fault = plan<Misbehaviour>(isPublish);
  const reply = plan<Reply>(isPublish);
  const server = await startServer(
    (request) => {
      if (options.strict) requests.push(`${request.method} ${request.path}`);
      return reply.take(request) ?? answer(instance, request);
    },
    (request) => fault.take(request) ?? "none",
    () => tooMany(options.now()),
  );
  const seen = (name: string): readonly Post[] =>
    instance.accounts.find(({ username }) => username === name)?.posts ?? [];
  return {
    ...server,
    requests,
    acts: instance.acts,
    slips: instance.slips,
    seen,
    misbehave: fault.set,
    answerNext: reply.set,
    bearerOf: (name) => `bearer-of-${name}`,
    keysOf: (name) => {
      const { appKey: apiKey, appSecret: apiSecret, ...access } = keysOf(name);
      return { apiKey, apiSecret, ...access };
    },
    worldOf: (name) => ({
      faults: ["loseAnswer", "reset", "unavailable", "slow", "busy"],
      misbehave: fault.set,
      visible: () => Promise.resolve(seen(name).map(show)),
    }),
  };
}

function isPublish({ method, path }: Request): boolean {
  return method === "POST" && path === "/2/tweets";
}

function show({ id, text, parent, media }: Post): Awaited<ReturnType<World["visible"]>>[number] {
  return { id, text, replyTo: parent, alts: media.map(({ alt }) => alt) };
}
