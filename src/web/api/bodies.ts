import { z } from "zod/v4";
import { simulateAsk } from "./asks.ts";
import { named, text } from "./shapes.ts";

/** What decisions bring; what is not named is refused, so that a slip of the pen is heard of. Each with an example. */

const words = (most: number): z.ZodString => z.string().max(most);
const sight = z.string().min(1).max(200).meta({ description: "The post's `sight`, as it was looked at." });

export const none = named("Nothing", "An empty object, or nothing at all.", z.strictObject({}));

export const draft = named(
  "Words",
  "What a person wrote: a text a part, an alternative text an image; what is left out stays. `media` are all pictures in their order: those that are there, and those that were added. With `sight` only if nothing was changed since.",
  z.strictObject({
    title: words(2_000).nullable().default(null),
    texts: z.array(words(100_000)).max(100).default([]),
    alts: z.array(words(10_000)).max(100).default([]),
    media: z
      .array(z.strictObject({ url: words(2_000), alt: words(10_000).default("") }))
      .max(100)
      .optional(),
    sight: sight.optional(),
  }),
  { texts: ["The March issue is here: https://example.org/march"], alts: ["Three bells at noon"] },
);

/** Characters of a picture of 8 MB in base64. */
export const pictureBytes = 10_700_000;

export const newPicture = named(
  "NewPicture",
  "A JPEG, PNG, GIF or WebP of 8 MB at most, in base64; what does not belong to the picture is left out.",
  z.strictObject({ content: z.base64().max(pictureBytes) }),
  { content: "iVBORw0KGgo=" },
);

export const seen = named("Seen", "What was looked at, and is agreed to.", z.strictObject({ sight }), {
  sight: "kQ3v…",
});

export const seenAll = named(
  "SeenAll",
  "Posts that were looked at, and are agreed to.",
  z.strictObject({
    posts: z
      .array(z.strictObject({ id: text, sight }))
      .min(1)
      .max(200),
  }),
  { posts: [{ id: "4f1e0c9a7b2d853", sight: "kQ3v…" }] },
);

export const remark = named(
  "Remark",
  "Words for colleagues.",
  z.strictObject({ text: words(2_000).default("") }),
  { text: "Is the date right?" },
);

export const said = named(
  "Said",
  "Words for colleagues, and not none.",
  z.strictObject({ text: words(2_000).min(1) }),
  { text: "The photograph comes tomorrow." },
);

export const simulateWish = named(
  "SimulateWish",
  "Days, both meant whole; without them the next thirty.",
  simulateAsk,
  { from: "2026-12-01", to: "2026-12-31" },
);

export const reworded = named(
  "Reworded",
  "Other words for one part of a post that is live.",
  z.strictObject({ text: words(100_000).min(1) }),
  { text: "The March issue is here, and this time with its link." },
);

export const place = named(
  "Place",
  "Where a post is that was unsure, or that somebody posted by hand. `unchecked`: record it though the address cannot be looked at.",
  z.strictObject({
    permalink: z.url({ protocol: /^https?$/ }).max(2_000),
    unchecked: z.boolean().default(false),
  }),
  { permalink: "https://social.example.org/@team/1" },
);

export const time = named(
  "Time",
  "`2026-12-24T10:00:00Z`, or `2026-12-24 10:00` by the account's clock; `plan` gives a post back to the plan.",
  z.strictObject({ to: z.string().min(1).max(40) }),
  { to: "2026-12-24T10:00:00Z" },
);

export const way = named(
  "Way",
  "How a correction is answered; without `by`, by the best that each network can.",
  z.strictObject({ by: z.enum(["edit", "reply", "replace", "leave"]).optional() }),
  { by: "edit" },
);

export const reason = named(
  "Reason",
  "Why everything is held.",
  z.strictObject({ reason: z.string().min(1).max(200) }),
  { reason: "We look into something." },
);

export const chosen = named(
  "Chosen",
  "What goes out of all that came due meanwhile, by id; the rest stays held.",
  z.strictObject({ chosen: z.array(z.string().max(64)).max(2_000).default([]) }),
  { chosen: ["4f1e0c9a7b2d853"] },
);
