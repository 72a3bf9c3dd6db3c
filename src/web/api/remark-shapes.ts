import { z } from "zod/v4";
import type { LinkView, RemarkView } from "../team/agreement.ts";
import type { TemplateView } from "../team/posts.ts";
import { maybe, moment, named, text, texts } from "./shapes.ts";

const remark: z.ZodType<RemarkView> = z.object({
  at: moment,
  who: text,
  kind: z.enum(["asked", "said", "back", "guest"]),
  text,
  post: maybe,
});

export const remarks = named(
  "Remarks",
  "What was said about an entry and its posts, the oldest first. `post` null: about the entry.",
  z.array(remark),
);

const reviewLink: z.ZodType<LinkView> = z.object({ id: text, madeBy: text, until: moment });

export const reviewLinks = named(
  "ReviewLinks",
  "Links that show an entry's posts to whoever has them.",
  z.array(reviewLink),
);

export const link = named(
  "Link",
  "A link for whoever has it; it is told only now.",
  z.object({ link: z.url() }),
);

export const template: z.ZodType<TemplateView> = named(
  "Template",
  "The template that a post is made by, and what it makes of the entry now.",
  z.object({ name: text, source: text, texts }),
);
