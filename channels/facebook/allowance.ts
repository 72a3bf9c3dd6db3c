import type { Answered } from "../../src/channel/allowance.ts";
import type { Allowance, Countable } from "../../src/model/allowance.ts";
import { readUsage, type Use } from "./usage.ts";

/**
 * How much of what the Page and the app may ask for is left, in hundredths: Facebook tells what is used up of calls, of processor time and of
 * time, of which the most counts. How much a post takes it does not tell.
 * @see https://developers.facebook.com/docs/graph-api/overview/rate-limiting
 */
export function left({ headers, at }: Answered): readonly Allowance[] {
  const uses = { share: "x-business-use-case-usage", "app-share": "x-app-usage" } as const;
  return Object.entries(uses).flatMap(([what, name]) => {
    const found = readUsage(headers.get(name));
    return found.length === 0 ? [] : [write(name, what as Countable, found, at)];
  });
}

/** Minutes; nobody waits for longer. */
const month = 43_200;

function write(name: string, what: Countable, uses: readonly Use[], at: Date): Allowance {
  const used = uses.flatMap(({ call_count: calls, total_cputime: work, total_time: time }) => [
    calls,
    work,
    time,
  ]);
  const most = Math.max(...used.map(Number).filter(Number.isFinite), 0);
  const minutes = Math.max(...uses.map((one) => Number(one.estimated_time_to_regain_access) || 0));
  const until = minutes > 0 ? new Date(at.getTime() + Math.min(minutes, month) * 60_000).toISOString() : null;
  return { name, what, left: Math.max(0, Math.floor(100 - most)), of: 100, until, each: 0 };
}
