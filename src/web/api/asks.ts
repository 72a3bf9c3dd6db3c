import { z } from "zod/v4";
import { named, state, text } from "./shapes.ts";

/** What requests bring; what is not named is refused, so that a slip of the pen is heard of. */

const words = (most: number): z.ZodString => z.string().max(most);
const sight = z.string().min(1).max(200).meta({ description: "The post's `sight`, as it was looked at." });

const limit = (usual: number): z.ZodType<number> =>
  z.coerce.number().int().min(1).max(500).default(usual).meta({ description: "At most so many." });

const below = z
  .string()
  .max(64)
  .optional()
  .meta({ description: "The id of the last one of the page before." });

const name = z.string().max(200).optional();

export const page = z.strictObject({ below });

export const deliveryAsk = z.strictObject({
  account: name,
  entry: name,
  state: state.optional(),
  limit: limit(100),
});

const day = z.iso.datetime({ offset: true }).optional();

export const historyAsk = z.strictObject({
  account: name,
  state: state.optional(),
  campaign: name,
  entry: name,
  words: z.string().min(1).max(200).optional(),
  from: day,
  to: day,
  below,
  limit: limit(50),
});

const date = z.iso.date().optional();

export const calendarAsk = z.strictObject({
  from: date,
  to: date,
  account: name,
  campaign: name,
  state: state.optional(),
});

export const placesAsk = z.strictObject({ from: date, to: date });

const written = z.string().max(40).optional();

export const simulateAsk = z.strictObject({ from: written, to: written, account: name, campaign: name });

export const resultAsk = z.strictObject({ below, source: name });

export const ofAsk = z.strictObject({
  of: z.string().max(64).optional().meta({ description: "The id of an entry or a post; else all." }),
});

export const few = z.strictObject({ limit: limit(100) });

export const previewAsk = z.strictObject({ entry: z.string().min(1).max(64), account: name });

export const none = named("Nothing", "An empty object, or nothing at all.", z.strictObject({}));

export const draft = named(
  "Words",
  "What a person wrote: a text a part, an alternative text an image; what is left out stays. With `sight` only if nothing was changed since.",
  z.strictObject({
    title: words(2_000).nullable().default(null),
    texts: z.array(words(100_000)).max(100).default([]),
    alts: z.array(words(10_000)).max(100).default([]),
    sight: sight.optional(),
  }),
);

export const seen = named("Seen", "What was looked at, and is agreed to.", z.strictObject({ sight }));

export const seenAll = named(
  "SeenAll",
  "Posts that were looked at, and are agreed to.",
  z.strictObject({
    posts: z
      .array(z.strictObject({ id: text, sight }))
      .min(1)
      .max(200),
  }),
);

export const remark = named(
  "Remark",
  "Words for colleagues.",
  z.strictObject({ text: words(2_000).default("") }),
);

export const said = named(
  "Said",
  "Words for colleagues, and not none.",
  z.strictObject({ text: words(2_000).min(1) }),
);

export const simulateWish = named(
  "SimulateWish",
  "Days, both meant whole; without them the next thirty.",
  simulateAsk,
);

export const reworded = named(
  "Reworded",
  "Other words for one part of a post that is live.",
  z.strictObject({ text: words(100_000).min(1) }),
);

export const place = named(
  "Place",
  "Where a post is that was unsure, or that somebody posted by hand.",
  z.strictObject({ permalink: z.url({ protocol: /^https?$/ }).max(2_000) }),
);

export const time = named(
  "Time",
  "`2026-12-24T10:00:00Z`, or `2026-12-24 10:00` by the account's clock; `plan` gives a post back to the plan.",
  z.strictObject({ to: z.string().min(1).max(40) }),
);

export const way = named(
  "Way",
  "How a correction is answered; without `by`, by the best that each network can.",
  z.strictObject({ by: z.enum(["edit", "reply", "replace", "leave"]).optional() }),
);

export const reason = named(
  "Reason",
  "Why everything is held.",
  z.strictObject({ reason: z.string().min(1).max(200) }),
);

export const chosen = named(
  "Chosen",
  "What goes out of all that came due meanwhile, by id; the rest stays held.",
  z.strictObject({ chosen: z.array(z.string().max(64)).max(2_000).default([]) }),
);
