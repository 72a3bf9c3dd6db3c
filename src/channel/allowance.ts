import type { Allowance } from "../model/allowance.ts";

/** An answer of a network, of any status, and what was asked. */
export interface Answered {
  readonly method: string;
  /** Of its address: decoded by nobody, without a query. */
  readonly path: string;
  readonly headers: Headers;
  /** When it came. */
  readonly at: Date;
}

type About = Pick<Allowance, "what" | "each">;

/** What the headers `PREFIX-limit`, `PREFIX-remaining` and `PREFIX-reset` say, in whatever way the network writes the time; none where they are not there. */
export function readAllowance(prefix: string, about: About, { headers, at }: Answered): readonly Allowance[] {
  const [of, left, reset] = ["limit", "remaining", "reset"].map((name) => headers.get(`${prefix}-${name}`));
  return write(prefix, about, { of, left, until: readReset(reset ?? null, at) });
}

/**
 * What an answer says in the way that is becoming the standard, in one of its older ways, or in the way before them; of several limits
 * the first. @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */
export function readStandard(about: About, answered: Answered): readonly Allowance[] {
  const { headers, at } = answered;
  const said = headers.get("ratelimit")?.split(',"')[0];
  if (said === undefined) {
    const older = readAllowance("ratelimit", about, answered);
    return older.length > 0 ? older : readAllowance("x-ratelimit", about, answered);
  }
  const policy = headers.get("ratelimit-policy")?.split(',"')[0] ?? "";
  const of = /\bq=(\d+)/.exec(policy)?.[1] ?? /\blimit=(\d+)/.exec(said)?.[1];
  const left = /\b(?:r|remaining)=(\d+)/.exec(said)?.[1];
  const reset = /\b(?:t|reset)=(\d+)/.exec(said)?.[1];
  return write("ratelimit", about, { of, left, until: readReset(reset ?? null, at) });
}

interface Said {
  readonly of: string | null | undefined;
  readonly left: string | null | undefined;
  readonly until: string | null;
}

function write(name: string, { what, each }: About, said: Said): readonly Allowance[] {
  const left = readCount(said.left);
  const of = readCount(said.of);
  if (left === null) return [];
  return [{ name, what, left, of: of !== null && of >= left ? of : null, until: said.until, each }];
}

/** A whole number from 0 on, of `59.0` and of `100, 100;w=60` alike. */
export function readCount(value: string | null | undefined): number | null {
  const number = Number.parseFloat(value ?? "");
  return Number.isSafeInteger(Math.floor(number)) ? Math.max(0, Math.floor(number)) : null;
}

/** Seconds from now on, seconds since 1970 or a date; below this number it is the first. */
const longest = 1_000_000_000;

function readReset(value: string | null, now: Date): string | null {
  if (value === null || value === "") return null;
  const seconds = Number(value);
  const time = Number.isNaN(seconds)
    ? Date.parse(value)
    : seconds * 1000 + (seconds < longest ? now.getTime() : 0);
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
