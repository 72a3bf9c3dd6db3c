import { z } from "zod/v4";
import type { IssueResult, Month, Overview, Told } from "../team/results.ts";
import { maybe, moment, money, named, text, texts, whole } from "./shapes.ts";

/** Between two looks it is taken evenly, and a median may lie between two numbers. */
const count = z.number().nullable();

const counts = named(
  "Counts",
  "What readers did, where networks tell; null: nobody told.",
  z.object({ likes: count, reposts: count, replies: count, clicks: count, views: count }),
);

const usual = z.object({ counts, of: whole }).nullable();
const uncounted = z.array(
  z.object({
    account: text,
    label: text,
    why: z.enum(["untold", "off", "costs", "by hand"]),
    cost: money.nullable(),
  }),
);
const groups = z.array(z.object({ name: text, channel: text, posts: whole, counts, usual }));

export const issue: z.ZodType<IssueResult> = named(
  "IssueResult",
  "What all posts of an entry came to; `age` in seconds from its first post to the last look. `usual`: the median of issues before, at that age.",
  z.object({
    id: text,
    title: text,
    source: text,
    posts: whole,
    gone: whole,
    counts,
    age: z.number().nullable(),
    usual,
    bars: z.array(z.object({ id: text, title: text, value: count })),
    accounts: groups,
    steps: groups,
  }),
);

export const overview: z.ZodType<Overview> = named(
  "Results",
  "What the newest issues came to; ask for what is `below` the last one.",
  z.object({ issues: z.array(issue), more: z.boolean(), sources: texts, months: texts, uncounted }),
);

export const told: z.ZodType<Told> = named(
  "PostResult",
  "What a post came to, its parts together; `gone`: how many of them are not there any more.",
  z.object({ counts, at: moment, gone: whole }),
);

const rows = z.array(
  z.object({ id: text, name: text, channel: text, posts: whole, counts, before: counts.nullable() }),
);

export const month: z.ZodType<Month> = named(
  "Month",
  "A calendar month's report; `before`: the month before, at the same time after its beginning.",
  z.object({
    month: text,
    over: z.boolean(),
    posts: whole,
    gone: whole,
    counts,
    before: z.object({ month: text, posts: whole, counts }).nullable(),
    accounts: rows,
    entries: rows,
    steps: rows,
    best: z.array(z.object({ id: text, account: text, label: text, text, permalink: maybe, counts })),
    uncounted,
  }),
);
