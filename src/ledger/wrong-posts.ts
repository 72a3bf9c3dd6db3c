import { text } from "./rows.ts";
import type { Store } from "./store.ts";

/** Posts of an entry that are live and no longer right, and wait for a person's word. */
export interface WrongPosts {
  readonly entry: string;
  readonly title: string;
  readonly posts: number;
  /** ISO 8601, UTC: when the first of them was seen to be wrong. */
  readonly since: string;
}

/** By entry: what is offered, and what could not be done. */
export async function wrongPosts(store: Store): Promise<readonly WrongPosts[]> {
  const rows = await store.read(
    `SELECT entry.id AS entry, entry.body ->> '$.title' AS title, count(DISTINCT delivery.id) AS posts,
       min(correction.made_at) AS since
     FROM correction JOIN delivery ON delivery.id = correction.delivery JOIN entry ON entry.id = delivery.entry
     WHERE correction.state IN ('offered', 'failed') AND delivery.state <> 'retracted'
     GROUP BY entry.id ORDER BY since, entry.id`,
  );
  return rows.map((row) => ({
    entry: text(row, "entry"),
    title: text(row, "title"),
    posts: Number(row.posts),
    since: text(row, "since"),
  }));
}
