import { z } from "zod/v4";
import type { NeedRow, NeedsView } from "../team/needs.ts";
import { correction, remedies, stretches } from "./correction-shapes.ts";
import { delivery, maybe, media, moment, named, state, text, texts, whole } from "./shapes.ts";

const since = moment.nullable();

const problem = z.object({ path: text, line: whole.nullable(), problem: text, mend: text });

const handoff = z.object({
  id: text,
  account: text,
  label: text,
  person: maybe,
  share: maybe,
  post: z.object({ title: maybe, text, link: maybe, media }),
});

const source = z.object({
  name: text,
  polledAt: since,
  answeredAt: since,
  nextAt: since,
  failures: whole,
  reason: maybe,
});

export const status = named(
  "Status",
  "What somebody should know now, as `carillon status --json` shows it.",
  z.object({
    site: z.object({ name: text, url: text }),
    alarms: z.array(
      z.object({
        key: text,
        severity: z.enum(["alarm", "warning"]),
        since,
        text,
        mend: text,
        raisedAt: since,
        toldAt: since,
      }),
    ),
    troubles: texts,
    sources: z.array(source),
    counts: z.partialRecord(state, whole),
    deliveries: z.array(delivery),
    handoffs: z.array(handoff),
    entries: z.array(z.object({ id: text, state: text, reason: maybe, title: text, url: text })),
    corrections: z.array(correction),
    accounts: z.array(z.object({ name: text, parked: maybe, busyUntil: since })),
    expiries: texts,
    problems: z.array(problem),
  }),
);

const hand = z.object({ person: maybe, share: maybe, title: maybe, text, media });

const need: z.ZodType<NeedRow> = named(
  "Need",
  "A post that waits for somebody, or that goes out next.",
  z.object({
    id: text,
    entry: text,
    entryTitle: text,
    account: text,
    label: text,
    step: text,
    state,
    dueAt: moment,
    reason: maybe,
    excerpt: text,
    approvals: whole,
    agreed: z.array(text),
    approvalsNeeded: whole,
    atHand: z.enum(["release", "look"]).nullable(),
    hand: hand.nullable(),
  }),
);

const stop = z.object({ at: moment, who: text, reason: text }).nullable();

export const needs: z.ZodType<NeedsView> = named(
  "Needs",
  "What waits for somebody, the most urgent first.",
  z.object({
    stop,
    waiting: z.array(need),
    more: whole,
    entries: z.array(z.object({ id: text, title: text, state: text, reason: maybe })),
    corrections: z.array(
      z.object({
        id: text,
        account: text,
        step: text,
        permalink: maybe,
        ways: remedies,
        best: z.enum(["edit", "reply", "replace", "remove", "leave"]).nullable(),
        byHand: maybe,
        reason: maybe,
        title: stretches,
        text: stretches,
      }),
    ),
    alarms: z.array(z.object({ text, mend: text, since, post: maybe })),
    warnings: texts,
    next: z.array(need),
    fresh: z.object({ accounts: z.boolean(), people: z.boolean() }).nullable(),
    newest: z.object({ id: text, title: text }).nullable(),
  }),
);

export const holding = named(
  "Hold",
  "Whether everything is held, and what has come due meanwhile.",
  z.object({ stop, cameDue: z.array(need) }),
);

export const released = named(
  "Released",
  "How many posts that came due stay held.",
  z.object({ held: whole.nullable() }),
);
