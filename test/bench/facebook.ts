import type { World } from "../../src/channel/contract.ts";
import {
  type BenchServer,
  type Misbehaviour,
  plan,
  type Reply,
  type Request,
  startServer,
} from "./bench-server.ts";
import { answer } from "./facebook-answer.ts";
import { type Entry, type FacebookOptions, makeInstance, tokenOf } from "./facebook-instance.ts";
import { tooMany } from "./facebook-problems.ts";

export interface FacebookBench extends BenchServer {
  tokenOf(name: string): string;
  pageOf(name: string): string;
  /** What followers of the Page see, oldest first. */
  seen(name: string): readonly Entry[];
  worldOf(name: string): World;
  /** Hits the next request that would make a post, or the next of any kind. */
  misbehave(fault: Misbehaviour, on?: "publish" | "any"): void;
  /** What the next request that would make a post gets instead, or the next of any kind. */
  answerNext(reply: Reply, on?: "publish" | "any"): void;
  /** What the next request that makes a post gets after it was made. */
  answerAfter(reply: Reply): void;
  /** Everything that followers could see, in order: `publish ID`, `edit ID`, `remove ID`. */
  readonly acts: readonly string[];
  /** Method and whole address of every request so far. */
  readonly requests: readonly string[];
}

export async function startFacebook(change: Partial<FacebookOptions> = {}): Promise<FacebookBench> {
  const instance = makeInstance(change);
  const requests: string[] = [];
  const fault = plan<Misbehaviour>(isPublish);
  const instead = plan<Reply>(isPublish);
  const after = plan<Reply>(isPublish);
  const server = await startServer(
    async (request) => {
      const { method, path, query } = request;
      requests.push(`${method} ${path}${query.size > 0 ? `?${query.toString()}` : ""}`);
      const given = instead.take(request) ?? (await answer(instance, request));
      const last = given.status < 300 ? (after.take(request) ?? given) : given;
      return { ...last, headers: { ...tellUsage(requests.length), ...last.headers } };
    },
    (request) => fault.take(request) ?? "none",
    () => tooMany(instance.pages[0]?.id ?? ""),
  );
  instance.url = server.url;
  const pageOf = (name: string): string =>
    instance.pages.find(({ token }) => token === tokenOf(name))?.id ?? "";
  const seen = (name: string): readonly Entry[] =>
    [...instance.entries.values()].filter((one) => one.page.id === pageOf(name) && one.published);
  return {
    ...server,
    requests,
    acts: instance.acts,
    tokenOf,
    pageOf,
    seen,
    misbehave: fault.set,
    answerNext: instead.set,
    answerAfter: after.set,
    worldOf: (name) => ({
      faults: ["loseAnswer", "reset", "unavailable", "slow", "busy"],
      misbehave: fault.set,
      visible: () => Promise.resolve(seen(name).map(show)),
    }),
  };
}

/** A hundredth of what the app may ask for a request. @see https://developers.facebook.com/docs/graph-api/overview/rate-limiting */
function tellUsage(calls: number): Readonly<Record<string, string>> {
  const used = { call_count: Math.min(100, calls), total_cputime: 1, total_time: 1 };
  return { "x-app-usage": JSON.stringify(used) };
}

function isPublish({ method, path }: Request): boolean {
  return method === "POST" && /\/(feed|comments)$/.test(path);
}

function show({ id, message, parent, photos }: Entry): Awaited<ReturnType<World["visible"]>>[number] {
  return { id, text: message, replyTo: parent?.id ?? null, alts: photos.map(({ alt }) => alt) };
}
