import { calls, needsPerson, type State } from "../model/delivery.ts";
import type { Store } from "./store.ts";

/** How many things wait for people, without what they are. */
export interface Waits {
  /** Posts that one decision settles, threads as one, and entries and corrections nobody has decided about. About 200 at most. */
  troubles(): Promise<number>;
  /** Posts that are held; threads as one. */
  held(): Promise<number>;
  /** Entries with drafts to which nobody has agreed in that login's voice. */
  drafts(login: string): Promise<number>;
}

/** Drafts are counted by entry, for whoever has not agreed to them yet. */
const troubled = needsPerson.filter((state) => state !== "draft");

/** A navigation says “99+”: who counts further learns nothing. */
const enough = 100;
/** Drafts looked through at most: a page must not wait for more. */
const reach = 300;

export function waitsOf(store: Store): Waits {
  const posts = (...states: readonly State[]): Promise<number> =>
    number(
      store,
      `SELECT count(*) AS many FROM (SELECT DISTINCT account, campaign, step, entry, story FROM
       (SELECT account, campaign, step, entry, story FROM delivery WHERE state IN (${listOf(states)}) AND campaign <> '${calls}' LIMIT ${enough}))`,
    );
  const rows = (table: string, state: string): Promise<number> =>
    number(
      store,
      `SELECT count(*) AS many FROM (SELECT 1 FROM ${table} WHERE state = '${state}' LIMIT ${enough})`,
    );
  return {
    troubles: async () => {
      const all = [posts(...troubled), rows("entry", "held")];
      return (await Promise.all([...all, rows("correction", "offered")])).reduce((sum, one) => sum + one, 0);
    },
    held: () => posts("held"),
    drafts: (login) =>
      number(
        store,
        `SELECT count(DISTINCT entry) AS many FROM (SELECT entry, approvals FROM delivery WHERE state = 'draft' LIMIT ${reach})
         WHERE instr(approvals, ?) = 0 AND instr(approvals, ?) = 0`,
        `"by":${JSON.stringify(login)}`,
        `"voice":${JSON.stringify(login)}`,
      ),
  };
}

const listOf = (states: readonly State[]): string => states.map((state) => `'${state}'`).join(", ");

async function number(store: Store, sql: string, ...values: readonly string[]): Promise<number> {
  const [row] = await store.read(sql, ...values);
  return Number(row?.many ?? 0);
}
