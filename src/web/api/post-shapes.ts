import { z } from "zod/v4";
import { acts, inks } from "../../model/look.ts";
import type { EntryRow, EntryView, PostView } from "../team/posts.ts";
import type { HistoryRow, DecisionRow } from "../team/history.ts";
import { card, maybe, media, moment, named, state, text, texts, whole } from "./shapes.ts";

const money = z.object({ amount: z.number(), currency: z.literal("USD") });

const piece = z.object({ text, kind: z.enum(["plain", "link", "tag", "mention"]), url: maybe });

const part = z.object({
  id: maybe,
  text,
  pieces: z.array(piece),
  length: whole,
  limit: whole,
  unit: text,
});

const look = z.object({
  avatar: z.enum(["round", "square"]),
  card: z.enum(["wide", "side", "over"]),
  host: z.enum(["above", "below"]),
  handle: z.enum(["beside", "beneath", "unseen"]),
  ink: z.enum(inks),
  fold: z.union([z.literal(0), z.literal(3)]),
  acts: z.array(z.enum(acts)),
});

const approval = z.object({ by: text, voice: text.optional(), at: moment });

/** All that an approval is bound to, so that a program sees what it agrees to. */
export const post: z.ZodType<PostView> = named(
  "Post",
  "A post with all its parts. `sight` stands for exactly what is seen here: approving asks for it.",
  z.object({
    id: maybe,
    entry: text,
    entryTitle: text,
    campaign: maybe,
    step: text,
    story: maybe,
    account: maybe,
    channel: text,
    label: text,
    profile: z.object({ name: text, handle: text, avatar: maybe }).nullable(),
    state: state.nullable(),
    dueAt: moment.nullable(),
    language: maybe,
    title: maybe,
    parts: z.array(part),
    card: card.nullable(),
    look,
    scraped: z.boolean(),
    media,
    altText: z.boolean(),
    takes: z.object({ pictures: whole, bytes: whole, types: texts }),
    problem: maybe,
    cost: money.nullable(),
    edited: z.boolean(),
    sight: text,
    approvalsNeeded: whole,
    approvals: z.array(approval),
    reason: maybe,
    open: z.boolean(),
    hand: z.object({ name: maybe }).nullable(),
    permalink: maybe,
    attempts: z.array(z.object({ at: moment, outcome: text, reason: maybe })),
    note: maybe,
  }),
);

export const entry: z.ZodType<EntryView> = named(
  "Entry",
  "An entry of a source with all its posts, by step.",
  z.object({
    id: text,
    title: text,
    url: text,
    source: text,
    language: maybe,
    published: maybe,
    state: text,
    reason: maybe,
    steps: z.array(z.object({ campaign: text, name: text, posts: z.array(post) })),
    others: z.array(post),
  }),
);

const row: z.ZodType<EntryRow> = z.object({
  id: text,
  title: text,
  source: text,
  state: text,
  foundAt: moment,
  counts: z.partialRecord(state, whole),
});

export const entries = named(
  "Entries",
  "The newest first; ask for what is `below` the last one.",
  z.array(row),
);

const historyRow: z.ZodType<HistoryRow> = z.object({
  id: text,
  entry: text,
  entryTitle: text,
  campaign: text,
  step: text,
  part: whole,
  account: text,
  channel: text,
  label: text,
  state,
  dueAt: moment,
  sentAt: moment.nullable(),
  text,
  permalink: maybe,
  reason: maybe,
  attempts: whole,
  approvedBy: texts,
});

export const history = named(
  "History",
  "The latest first. The header `Link` says where it goes on.",
  z.array(historyRow),
);

const decision: z.ZodType<DecisionRow> = z.object({
  at: moment,
  who: text,
  action: text,
  subject: text,
  detail: maybe,
});

export const decisions = named("Decisions", "Who decided what, the latest first.", z.array(decision));

export const addedPicture = named(
  "AddedPicture",
  "The address of a picture in a post's `media`. It is gone after a day if no post has it.",
  z.object({ url: text }),
);

export const picture = named(
  "Picture",
  "A picture that somebody added, in base64.",
  z.object({ type: text, content: text }),
);
