import type { HistoryFilter } from "../../model/filter.ts";
import type { History, HistoryRow } from "./history.ts";

/** Posts in which words are looked for at first, and before these: most who look want what was of late. */
const near = 1_500;
export const far = 20_000;

/** A page of what was. */
export interface LookedBack {
  readonly rows: readonly HistoryRow[];
  /** The post below which it goes on; undefined where all was looked through. */
  readonly next: string | undefined;
  /** Posts in which words were looked for, where these did not fill the page; null else. */
  readonly searched: number | null;
}

/** So many rows; where words are in too few of the newest posts, it goes on below all that was looked through. */
export async function lookBack(history: History, asked: HistoryFilter, many: number): Promise<LookedBack> {
  const reach = asked.below === undefined ? near : far;
  const ask = { ...asked, reach };
  const rows = await history.posts(ask, many);
  if (rows.length === many || ask.words === undefined)
    return { rows, next: rows[many - 1]?.id, searched: null };
  return { rows, next: await history.lastSearched(ask), searched: reach };
}
