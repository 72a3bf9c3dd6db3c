import { z } from "zod/v4";
import { transitions, type State } from "../../model/delivery.ts";
import type { Written } from "../team/posts.ts";
import type { DeliveryAnswer, PreviewAnswer } from "./part.ts";

/** Schemas by the names that they have in the document. */
export const names = z.registry<{ id: string }>();

/** What the document says of each, by its name. */
export const abouts = new Map<string, { description: string; examples?: readonly object[] }>();

export function named<T extends z.ZodType>(id: string, description: string, shape: T, example?: object): T {
  names.add(shape, { id });
  abouts.set(id, { description, ...(example && { examples: [example] }) });
  return shape;
}

export const text = z.string();
export const maybe = z.string().nullable();
export const whole = z.int();
/** ISO 8601, UTC. */
export const moment = z.string().meta({ format: "date-time", description: "ISO 8601, UTC" });
export const texts = z.array(text);
export const money = z.object({ amount: z.number(), currency: z.literal("USD") });

const states = Object.keys(transitions) as [State, ...State[]];
export const state = z.enum(states);

const image = z.object({ url: text, alt: text });
export const card = z.object({
  url: text,
  title: text,
  description: text,
  image: z.object({ url: text, alt: text }).nullable(),
});
export const media = z.array(image);

export const written: z.ZodType<Written> = named(
  "Written",
  "What came of a decision, a sentence each.",
  z.object({ done: z.boolean(), lines: texts }),
);

export const delivery: z.ZodType<DeliveryAnswer> = named(
  "Delivery",
  "One part of a post on its way to one account, as `carillon log --json` shows it.",
  z.object({
    id: text,
    entry: text,
    story: maybe,
    campaign: text,
    step: text,
    part: whole,
    account: text,
    channel: text,
    state,
    dueAt: moment,
    text,
    attempts: z.array(
      z.object({
        at: moment,
        outcome: z.enum([
          "sent",
          "found",
          "handed",
          "held",
          "refused",
          "unauthorised",
          "busy",
          "down",
          "lost",
        ]),
        reason: maybe,
      }),
    ),
    receipt: z
      .object({ remoteId: text, permalink: maybe, at: moment, confirmedBy: text.optional() })
      .nullable(),
    reason: maybe,
  }),
);

export const deliveries = named("Deliveries", "In the order in which they are due.", z.array(delivery));

const preview: z.ZodType<PreviewAnswer> = named(
  "Preview",
  "A post as it would be now, as `carillon preview --json` shows it.",
  z.object({
    account: maybe,
    channel: text,
    step: text,
    entry: text,
    story: maybe,
    title: maybe,
    parts: z.array(z.object({ text, length: whole, limit: whole })),
    card: card.nullable(),
    media,
    language: maybe,
    dueAt: moment.nullable(),
    why: maybe,
    cost: money.nullable(),
    handoff: z.object({ name: maybe }).nullable(),
    notes: texts,
    problems: texts,
    waitsFor: texts,
  }),
);

export const previews = named("Previews", "Every post that the campaigns would make.", z.array(preview));
