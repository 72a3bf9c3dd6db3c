import { z } from "zod/v4";
import type { PlaceDay } from "../team/calendar.ts";
import { named, text, whole } from "./shapes.ts";

const trouble = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("past") }),
  z.object({ kind: z.literal("quiet"), until: z.object({ date: z.iso.date(), time: text }).nullable() }),
  z.object({ kind: z.literal("near"), time: text, title: text }),
  z.object({ kind: z.literal("full"), most: whole }),
]);

const place: z.ZodType<PlaceDay> = z.object({
  date: z.iso.date(),
  stretches: z.array(z.object({ from: whole, to: whole, troubles: z.array(trouble) })),
});

export const places = named(
  "Places",
  "By day, from which minute to which something stands against a post at that time; nothing does on the days that are left out.",
  z.array(place),
);
