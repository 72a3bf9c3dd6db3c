import type { Seen } from "../../src/channel/contract.ts";
import type { Delivery } from "../../src/model/delivery.ts";
import { markOf } from "./gazette.ts";

/** What followers of each account see. */
export type Sights = ReadonlyMap<string, readonly Seen[]>;

const words = ["One", "Two", "Three"];

/** The issue and part that a post is, whatever its network made of the rest. */
function markIn(text: string): string {
  const part = words.findIndex((word) => text.includes(`${word}: Tower`));
  return `${/\bq\d+x\b/.exec(text)?.[0] ?? "nothing"} ${part + 1}`;
}

const markFor = ({ post, part }: Delivery): string =>
  `${/\bq\d+x\b/.exec(`${post.title ?? ""} ${post.text}`)?.[0] ?? "nothing"} ${part}`;

export const isOf = (seen: Seen, row: Delivery): boolean => markIn(seen.text) === markFor(row);

/** One scene's figures. A promise that was broken is a sentence with its evidence. */
export interface Tally {
  /** Posts that should be there. */
  readonly planned: number;
  /** How many of them followers see not at all, once, more than once. */
  readonly none: number;
  readonly once: number;
  readonly twice: number;
  /** Rows that say something else than followers see, and posts that no row knows. */
  readonly unexplained: number;
  readonly breaches: readonly string[];
}

export interface Expected {
  readonly issues: number;
  readonly accounts: readonly string[];
  readonly parts: number;
}

/** Compares the ledger with what followers see, when all is said and done. */
export function tally(expected: Expected, rows: readonly Delivery[], sights: Sights): Tally {
  const posts = expectedPosts(expected).map((post) => ({
    ...post,
    rows: rows.filter((row) => row.account === post.account && markFor(row) === post.mark),
    seen: (sights.get(post.account) ?? []).filter(({ text }) => markIn(text) === post.mark),
  }));
  const live = posts.filter((post) => post.rows[0]?.state !== "retracted");
  const breaches = posts.flatMap((post) => {
    const wrong = whatIsWrong(post);
    return wrong === null ? [] : [evidence(wrong, post, sights)];
  });
  const strangers = strangersAmong(expected, sights);
  const counted = (count: (seen: number) => boolean): number =>
    live.filter(({ seen }) => count(seen.length)).length;
  return {
    planned: posts.length,
    none: counted((seen) => seen === 0),
    once: counted((seen) => seen === 1) + posts.length - live.length,
    twice: counted((seen) => seen > 1),
    unexplained: strangers.length + posts.filter((post) => isUnexplained(post)).length,
    breaches: [...breaches, ...strangers.map((text) => `A post that nobody planned: ${text}`)],
  };
}

interface Compared {
  readonly account: string;
  readonly mark: string;
  readonly rows: readonly Delivery[];
  readonly seen: readonly Seen[];
}

function expectedPosts({ issues, accounts, parts }: Expected): { account: string; mark: string }[] {
  return accounts.flatMap((account) =>
    Array.from({ length: issues * parts }, (_, index) => ({
      account,
      mark: `${markOf(Math.floor(index / parts) + 1)} ${(index % parts) + 1}`,
    })),
  );
}

function strangersAmong(expected: Expected, sights: Sights): readonly string[] {
  const known = new Set(expectedPosts(expected).map(({ account, mark }) => `${account} ${mark}`));
  return [...sights].flatMap(([account, seen]) =>
    seen
      .filter(({ text }) => !known.has(`${account} ${markIn(text)}`))
      .map(({ text }) => `${account}: ${text}`),
  );
}

/** The row tells another story than the followers. */
function isUnexplained({ rows: [row, ...more], seen }: Compared): boolean {
  if (row === undefined || more.length > 0) return true;
  if (row.state === "sent") return seen.length !== 1 || row.receipt?.remoteId !== seen[0]?.id;
  return seen.length > 0;
}

function whatIsWrong(post: Compared): string | null {
  const { rows, seen } = post;
  const [row] = rows;
  if (rows.length !== 1 || row === undefined) return `${rows.length} rows for one post`;
  if (row.state === "retracted") return seen.length === 0 ? null : "retracted, and still there";
  if (row.state !== "sent") return `left ${row.state}`;
  if (seen.length !== 1) return seen.length === 0 ? "lost" : `visible ${seen.length} times`;
  if (row.receipt?.remoteId !== seen[0]?.id) return "the receipt is of another post";
  if (row.edited && !seen[0]?.text.includes(row.post.text.trim()))
    return "the correction is not what is seen";
  return null;
}

function evidence(wrong: string, { account, mark, rows, seen }: Compared, sights: Sights): string {
  const acts = (sights.get(account) ?? []).map(({ id, text }) => `${id} ${markIn(text)}`);
  const row = rows.map((one) => JSON.stringify({ ...one, post: one.post.text })).join("\n    ");
  return `${account} ${mark}: ${wrong}\n    ${row}\n    seen: ${JSON.stringify(seen)}\n    the account's acts: ${acts.join(", ")}`;
}

/** Parts of threads that do not follow the part before. */
export function brokenThreads(rows: readonly Delivery[], sights: Sights): readonly string[] {
  return rows.flatMap((row) => {
    if (row.part === 1 || row.state !== "sent") return [];
    const all = sights.get(row.account) ?? [];
    const own = all.find((one) => isOf(one, row));
    const before = all.find((one) => markIn(one.text) === markFor({ ...row, part: row.part - 1 }));
    // Some networks do not tell of an edited post what it replied to.
    const follows = before !== undefined && (row.edited || own?.replyTo === before.id);
    return follows ? [] : [`${row.account} ${markFor(row)}: does not follow the part before (row ${row.id})`];
  });
}
