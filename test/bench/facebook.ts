import type { Seen, World } from "../../src/channel/contract.ts";
import type { Reply, Request } from "./bench-server.ts";
import { answer } from "./facebook-answer.ts";
import { type Entry, type FacebookOptions, makeInstance, tokenOf } from "./facebook-instance.ts";
import { tooMany } from "./facebook-problems.ts";
import { plan, type PlannedServer, startPlanned, worldWith } from "./planned-server.ts";

export interface FacebookBench extends PlannedServer {
  tokenOf(name: string): string;
  pageOf(name: string): string;
  /** What followers of the Page see, oldest first. */
  seen(name: string): readonly Entry[];
  worldOf(name: string): World;
  /** What the next request that makes a post gets after it was made. */
  answerAfter(reply: Reply): void;
  /** Everything that followers could see, in order: `publish ID`, `edit ID`, `remove ID`. */
  readonly acts: readonly string[];
}

export async function startFacebook(change: Partial<FacebookOptions> = {}): Promise<FacebookBench> {
  const instance = makeInstance(change);
  const after = plan<Reply>(isPublish);
  let calls = 0;
  const server = await startPlanned({
    isPublish,
    answer: async (request) => {
      const given = await answer(instance, request);
      const last = given.status < 300 ? (after.take(request) ?? given) : given;
      return { ...last, headers: { ...tellUsage(++calls), ...last.headers } };
    },
    tooMany: () => tooMany(instance.pages[0]?.id ?? ""),
    nameOf: ({ method, path, query }) => `${method} ${path}${query.size > 0 ? `?${query.toString()}` : ""}`,
  });
  instance.url = server.url;
  const pageOf = (name: string): string =>
    instance.pages.find(({ token }) => token === tokenOf(name))?.id ?? "";
  const seen = (name: string): readonly Entry[] =>
    [...instance.entries.values()].filter((one) => one.page.id === pageOf(name) && one.published);
  return {
    ...server,
    acts: instance.acts,
    tokenOf,
    pageOf,
    seen,
    answerAfter: after.set,
    worldOf: (name) => worldWith(server, () => seen(name).map(show)),
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

function show({ id, message, parent, photos }: Entry): Seen {
  return { id, text: message, replyTo: parent?.id ?? null, alts: photos.map(({ alt }) => alt) };
}
