import { shortId } from "./deliveries.ts";
import { text, textOrNull } from "./rows.ts";
import type { Row, Store } from "./store.ts";

/** asked: for review. said: a comment. back: sent back to its author. guest: by somebody who came by a link. */
export type RemarkKind = "asked" | "said" | "back" | "guest";

export interface Remark {
  readonly entry: string;
  /** The first part of the post that it is about; null: all of them. */
  readonly delivery: string | null;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly who: string;
  readonly kind: RemarkKind;
  readonly text: string;
}

/** A link by which somebody without a login sees an entry's posts. Its id is a hash. */
export interface ReviewLink {
  readonly id: string;
  readonly entry: string;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly until: string;
}

export interface Remarks {
  /** False where as many of that kind were made of that entry already; nothing is kept then. */
  add(remark: Remark, most?: number): Promise<boolean>;
  /** Of an entry and its posts, the oldest first. */
  of(entry: string): Promise<readonly Remark[]>;
  makeLink(link: ReviewLink): Promise<void>;
  link(id: string, now: Date): Promise<ReviewLink | undefined>;
  /** Those of an entry that are open. */
  links(entry: string, now: Date): Promise<readonly ReviewLink[]>;
  endLink(id: string): Promise<boolean>;
}

export function remarksOf(store: Store): Remarks {
  return {
    add: ({ entry, delivery, at, who, kind, text: words }, most = Infinity) =>
      store.commit(async (tx) => {
        const count = "SELECT count(*) AS many FROM remark WHERE entry = ? AND kind = ?";
        const [known] = most === Infinity ? [] : await tx.all(count, entry, kind);
        if (Number(known?.many ?? 0) >= most) return false;
        const sql =
          "INSERT INTO remark (id, entry, delivery, at, who, kind, text) VALUES (?, ?, ?, ?, ?, ?, ?)";
        await tx.run(sql, shortId(), entry, delivery, at, who, kind, words);
        return true;
      }),
    of: async (entry) =>
      (await store.read("SELECT * FROM remark WHERE entry = ? ORDER BY at, id", entry)).map(remarkOf),
    makeLink: ({ id, entry, madeBy, madeAt, until }) =>
      store.commit(async (tx) => {
        await tx.run("DELETE FROM review_link WHERE until <= ?", madeAt);
        const sql = "INSERT INTO review_link (id, entry, made_by, made_at, until) VALUES (?, ?, ?, ?, ?)";
        await tx.run(sql, id, entry, madeBy, madeAt, until);
      }),
    link: async (id, now) => {
      const sql = "SELECT * FROM review_link WHERE id = ? AND until > ?";
      const [row] = await store.read(sql, id, now.toISOString());
      return row && linkOf(row);
    },
    links: async (entry, now) => {
      const sql = "SELECT * FROM review_link WHERE entry = ? AND until > ? ORDER BY made_at";
      return (await store.read(sql, entry, now.toISOString())).map(linkOf);
    },
    endLink: (id) =>
      store.commit(async (tx) => (await tx.run("DELETE FROM review_link WHERE id = ?", id)) === 1),
  };
}

function remarkOf(row: Row): Remark {
  return {
    entry: text(row, "entry"),
    delivery: textOrNull(row, "delivery"),
    at: text(row, "at"),
    who: text(row, "who"),
    kind: text(row, "kind") as RemarkKind,
    text: text(row, "text"),
  };
}

function linkOf(row: Row): ReviewLink {
  return {
    id: text(row, "id"),
    entry: text(row, "entry"),
    madeBy: text(row, "made_by"),
    madeAt: text(row, "made_at"),
    until: text(row, "until"),
  };
}
