import type { SettingValues } from "../../src/model/account.ts";
import type { Seen, World } from "../../src/channel/contract.ts";
import type { Reply, Request } from "./bench-server.ts";
import { type PlannedServer, startPlanned, worldWith } from "./planned-server.ts";
import { answer } from "./reddit-answer.ts";
import { app, makeInstance, type RedditOptions, type Thing } from "./reddit-instance.ts";
import { deny } from "./reddit-problems.ts";
import { readMarkdown } from "./reddit-text.ts";

export interface RedditBench extends PlannedServer {
  /** What an account in r/bells is given. */
  settingsOf(name: string, more?: SettingValues): SettingValues;
  /** What followers of the account see, oldest first. */
  seen(name: string): readonly Thing[];
  worldOf(name: string): World;
  /** Access tokens end now. */
  forgetTokens(): void;
  readonly acts: readonly string[];
}

/** Reddit as its archived source, its documents and recorded answers show it. It plays both hosts, `oauth` and `www`. */
export async function startReddit(change: Partial<RedditOptions> = {}): Promise<RedditBench> {
  const instance = makeInstance(change);
  const server = await startPlanned({ isPublish, answer: (request) => answer(instance, request), tooMany });
  instance.url = server.url;
  const seen = (name: string): readonly Thing[] =>
    [...instance.things.values()].filter(({ author, deleted }) => author.name === name && !deleted);
  return {
    ...server,
    acts: instance.acts,
    seen,
    forgetTokens: () => instance.tokens.clear(),
    settingsOf: (name, more = {}) => ({ ...settingsAt(server.url, name), ...more }),
    worldOf: (name) => worldWith(server, () => seen(name).map(show)),
  };
}

function settingsAt(url: string, name: string): SettingValues {
  const access = { clientId: app.id, clientSecret: app.secret, refreshToken: `refresh-of-${name}` };
  return { ...access, subreddit: "bells", kind: "link", server: url, website: url };
}

function isPublish({ method, path }: Request): boolean {
  return method === "POST" && (path === "/api/submit" || path === "/api/comment");
}

/** Tells the time in seconds from now, and no `Retry-After`. */
function tooMany(): Reply {
  const headers = { "x-ratelimit-used": "1000", "x-ratelimit-remaining": "0.0", "x-ratelimit-reset": "120" };
  return { ...deny(429, "Too Many Requests"), headers };
}

function show({ name, title, url, text, parent }: Thing): Seen {
  const shown = [title, url ?? "", readMarkdown(text)].filter((part) => part !== "");
  return { id: name, text: shown.join("\n\n"), replyTo: parent };
}
