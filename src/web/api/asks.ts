import { z } from "zod/v4";
import { state } from "./shapes.ts";

/** What requests bring; what is not named is refused, so that a slip of the pen is heard of. */

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
