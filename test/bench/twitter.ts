import type { Seen, World } from "../../src/channel/contract.ts";
import type { Request } from "./bench-server.ts";
import { type PlannedServer, startPlanned, worldWith } from "./planned-server.ts";
import { answer } from "./twitter-answer.ts";
import type { Post } from "./twitter-entities.ts";
import { keysOf, makeInstance, type TwitterOptions } from "./twitter-instance.ts";
import { tooMany } from "./twitter-window.ts";

export interface TwitterBench extends PlannedServer {
  /** OAuth 1.0a. */
  keysOf(name: string): Required<Record<"apiKey" | "apiSecret" | "accessToken" | "accessSecret", string>>;
  /** OAuth 2; `app` for the app's own. */
  bearerOf(name: string): string;
  seen(name: string): readonly Post[];
  worldOf(name: string): World;
  /** Everything that followers could see, in order: `publish ID`, `remove ID`. */
  readonly acts: readonly string[];
  /** What is wrong with the server's own answers. */
  readonly slips: readonly string[];
}

export async function startTwitter(change: Partial<TwitterOptions> = {}): Promise<TwitterBench> {
  const instance = makeInstance(change);
  const { options } = instance;
  const server = await startPlanned({
    isPublish,
    answer: (request) => answer(instance, request),
    tooMany: () => tooMany(options.now()),
  });
  const seen = (name: string): readonly Post[] =>
    instance.accounts.find(({ username }) => username === name)?.posts ?? [];
  return {
    ...server,
    acts: instance.acts,
    slips: instance.slips,
    seen,
    bearerOf: (name) => `bearer-of-${name}`,
    keysOf: (name) => {
      const { appKey: apiKey, appSecret: apiSecret, ...access } = keysOf(name);
      return { apiKey, apiSecret, ...access };
    },
    worldOf: (name) => worldWith(server, () => seen(name).map(show)),
  };
}

function isPublish({ method, path }: Request): boolean {
  return method === "POST" && path === "/2/tweets";
}

function show({ id, text, parent, media }: Post): Seen {
  return { id, text, replyTo: parent, alts: media.map(({ alt }) => alt) };
}
