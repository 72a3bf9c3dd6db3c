import type { Reply } from "./bench-server.ts";
import type { Account } from "./twitter-entities.ts";
import type { Instance } from "./twitter-instance.ts";
import { problem } from "./twitter-problems.ts";

/** A quarter of an hour, in milliseconds. */
const span = 900_000;
const day = 86_400_000;
/** Posts of the app in 24 hours. */
const most = 10_000;

/** Headers of a post's answer, or the refusal where the window is used up. */
interface Window {
  readonly headers?: Readonly<Record<string, string>>;
  readonly refusal?: Reply;
}

/** @see https://docs.x.com/x-api/fundamentals/rate-limits */
export function countPost({ options, posts }: Instance, { recent }: Account): Window {
  const now = options.now().getTime();
  recent.splice(0, recent.filter((at) => at <= now - span).length);
  const remaining = options.window - recent.length;
  const reset = Math.ceil(((recent[0] ?? now) + span) / 1000);
  if (remaining <= 0) return { refusal: refuse(options.window, reset) };
  recent.push(now);
  const tomorrow = Math.ceil((now + day) / 1000);
  const ofApp = describe(most, most - posts.size - 1, tomorrow, "x-app-limit-24hour");
  return { headers: { ...describe(options.window, remaining - 1, reset), ...ofApp } };
}

/** Tells the time in epoch seconds, and no `Retry-After`. */
export function tooMany(now: Date): Reply {
  return refuse(100, Math.ceil(now.getTime() / 1000) + 120);
}

function refuse(limit: number, reset: number): Reply {
  const reply = problem(429, "Too Many Requests", "Too Many Requests");
  return { ...reply, headers: { ...reply.headers, ...describe(limit, 0, reset) } };
}

function describe(
  limit: number,
  remaining: number,
  reset: number,
  window = "x-rate-limit",
): Readonly<Record<string, string>> {
  const counts = { limit, remaining, reset };
  return Object.fromEntries(Object.entries(counts).map(([name, value]) => [`${window}-${name}`, `${value}`]));
}
