import { json, type Reply, type Request } from "./bench-server.ts";
import type { MastodonOptions } from "./mastodon.ts";

/** How many, in milliseconds: of posts, files and removals, and of all requests of a token. */
const windows: readonly (readonly [what: RegExp, limit: number, span: number])[] = [
  [/^(?:POST|PUT) \/api\/v1\/statuses/, 300, 10_800_000],
  [/^POST \/api\/v2\/media/, 30, 1_800_000],
  [/^DELETE \/api\/v1\/statuses/, 30, 1_800_000],
  [/^/, 300, 300_000],
];

/** What was counted of a token: by window, how many since when. */
export type Counted = Map<number, { readonly start: number; readonly used: number }>;

/** The headers of an answer; nothing is ever refused by them. @see https://docs.joinmastodon.org/api/rate-limits/ */
export function countRequest(
  counted: Counted,
  { method, path }: Request,
  now: Date,
): Readonly<Record<string, string>> {
  const asked = `${method} ${path}`;
  const index = windows.findIndex(([what]) => what.test(asked));
  const [, limit = 0, span = 0] = windows[index] ?? [];
  const start = now.getTime() - (now.getTime() % span);
  const known = counted.get(index);
  const used = known?.start === start ? known.used + 1 : 1;
  counted.set(index, { start, used });
  return describe(limit, Math.max(0, limit - used), new Date(start + span));
}

/** Tells the time as a date, and no `Retry-After`. */
export function tooMany({ now }: MastodonOptions): Reply {
  const headers = describe(300, 0, new Date(now().getTime() + 120_000));
  return json(429, { error: "Too many requests" }, headers);
}

const describe = (limit: number, remaining: number, reset: Date): Readonly<Record<string, string>> => ({
  "x-ratelimit-limit": `${limit}`,
  "x-ratelimit-remaining": `${remaining}`,
  "x-ratelimit-reset": reset.toISOString(),
});
