import { calls, needsPerson } from "../model/delivery.ts";
import type { PostFilter } from "../model/filter.ts";
import { conditions } from "./history.ts";
import { spotOf, type Spot } from "./rows.ts";
import type { Store, Value } from "./store.ts";

/** A time, ISO 8601: from the first moment on, before the second. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

export interface SpotCount {
  readonly many: number;
  readonly waiting: number;
}

/** Posts by their times. Messages to people are left out. */
export interface Spots {
  /** Those due in a time, the earliest first. A thread is one, the first of its parts that `all` shows. */
  due(filter: PostFilter, time: Stretch, all: Stretch, limit: number): Promise<readonly Spot[]>;
  /** How many these are, and how many of them wait for a person. */
  count(filter: PostFilter, time: Stretch, all: Stretch): Promise<SpotCount>;
  /** All of an account in a time, in no order. */
  near(account: string, time: Stretch): Promise<readonly Spot[]>;
}

const columns = "id, entry, story, campaign, step, part, account, channel, state, due_at, moved_by";

const waits = needsPerson.map((state) => `'${state}'`).join(", ");
const counted = `count(*) AS many, sum(CASE WHEN state IN (${waits}) THEN 1 ELSE 0 END) AS waiting`;

export function spotsOf(store: Store): Spots {
  return {
    due: async (filter, time, all, limit) => {
      const { where, values } = firsts(filter, time, all);
      const sql = `SELECT ${columns} FROM delivery WHERE ${where} ORDER BY due_at, id LIMIT ?`;
      return (await store.read(sql, ...values, limit)).map(spotOf);
    },
    count: async (filter, time, all) => {
      const { where, values } = firsts(filter, time, all);
      const [row] = await store.read(`SELECT ${counted} FROM delivery WHERE ${where}`, ...values);
      return { many: Number(row?.many ?? 0), waiting: Number(row?.waiting ?? 0) };
    },
    near: async (account, { from, to }) => {
      const sql = `SELECT ${columns} FROM delivery WHERE account = ? AND due_at >= ? AND due_at < ? AND campaign <> ?`;
      return (await store.read(sql, account, from, to, calls)).map(spotOf);
    },
  };
}

/** Posts, and parts of a thread whose first one is not among those shown. */
function firsts(
  filter: PostFilter,
  time: Stretch,
  all: Stretch,
): { where: string; values: readonly Value[] } {
  const { where, values } = conditions({ ...filter, ...time });
  const state = filter.state === undefined ? "" : " AND first.state = delivery.state";
  const begun = `SELECT 1 FROM delivery AS first WHERE first.account = delivery.account AND first.campaign = delivery.campaign
    AND first.step = delivery.step AND first.entry = delivery.entry AND first.story = delivery.story AND first.part = 1
    AND first.due_at || '' >= ? AND first.due_at || '' < ?${state}`;
  return {
    where: `${where} AND (part = 1 OR NOT EXISTS (${begun}))`,
    values: [...values, all.from, all.to],
  };
}
