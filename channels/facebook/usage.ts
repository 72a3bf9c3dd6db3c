import { readRetryAt } from "../../src/channel/http.ts";

/** By the id of a Page or business. Minutes; 0 where nothing is used up. */
type Usage = Readonly<Record<string, readonly { readonly estimated_time_to_regain_access?: number }[]>>;

/**
 * When requests are let in again: the longest wait that the answer tells of, else `Retry-After`.
 * @see https://developers.facebook.com/docs/graph-api/overview/rate-limiting
 */
export function readRegain(headers: Headers, now: Date): Date | undefined {
  const minutes = Math.max(0, ...readMinutes(headers.get("x-business-use-case-usage") ?? "{}"));
  return minutes > 0 ? new Date(now.getTime() + minutes * 60_000) : readRetryAt(headers, now);
}

function readMinutes(header: string): number[] {
  try {
    const entries = Object.values(JSON.parse(header) as Usage).flat();
    return entries.map((entry) => Number(entry.estimated_time_to_regain_access)).filter(Number.isFinite);
  } catch {
    return [];
  }
}
