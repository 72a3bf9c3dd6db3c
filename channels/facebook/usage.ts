import { readRetryAt } from "../../src/channel/http.ts";

/** Percent of what may be used; minutes, 0 where nothing is used up. */
export interface Use {
  readonly type?: string;
  readonly call_count?: number;
  readonly total_cputime?: number;
  readonly total_time?: number;
  readonly estimated_time_to_regain_access?: number;
}

/**
 * When requests are let in again: the longest wait that the answer tells of, else `Retry-After`.
 * @see https://developers.facebook.com/docs/graph-api/overview/rate-limiting
 */
export function readRegain(headers: Headers, now: Date): Date | undefined {
  const uses = readUsage(headers.get("x-business-use-case-usage"));
  const told = uses.map((one) => Number(one.estimated_time_to_regain_access)).filter(Number.isFinite);
  const minutes = Math.max(0, ...told);
  return minutes > 0 ? new Date(now.getTime() + minutes * 60_000) : readRetryAt(headers, now);
}

/** An app's is one; a business's are lists by the ids of its Pages, of which the token's is told. */
export function readUsage(header: string | null): readonly Use[] {
  try {
    const data: unknown = JSON.parse(header ?? "{}");
    if (typeof data !== "object" || data === null) return [];
    const uses = "call_count" in data ? [data] : (Object.values(data).flat() as unknown[]);
    return uses.filter((one): one is Use => typeof one === "object" && one !== null);
  } catch {
    return [];
  }
}
