import { z } from "zod/v4";
import { card, maybe, media, named, text, texts, whole } from "./shapes.ts";

export const stretches = z.array(z.object({ kind: z.enum(["same", "gone", "new"]), text }));

export const remedies = z.array(z.enum(["edit", "reply", "replace", "remove", "leave"]));

const now = z.object({
  title: maybe,
  text,
  link: maybe,
  card: card.nullable(),
  media,
  language: maybe,
  tags: texts,
});

export const correction = named(
  "Correction",
  "What went out and is no longer right: what changed, what can be done (`ways`, the best first), and what it would say `now`.",
  z.object({
    delivery: text,
    entry: text,
    campaign: text,
    step: text,
    part: whole,
    parts: whole,
    account: text,
    channel: text,
    permalink: maybe,
    state: text,
    by: maybe,
    who: maybe,
    reason: maybe,
    changes: z.array(z.object({ what: text, before: text, after: text })),
    ways: remedies,
    best: maybe,
    byHand: maybe,
    now: now.nullable(),
    words: z.object({ title: stretches, text: stretches, link: stretches }),
  }),
);

export const corrections = named("Corrections", "What is offered, decided or failed.", z.array(correction));
