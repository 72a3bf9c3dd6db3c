import { z } from "zod/v4";
import { countables } from "../../model/allowance.ts";
import { healths, type ChannelRow, type ChannelView, tellings } from "../team/channels.ts";
import { configuration } from "./set-up-shapes.ts";
import { maybe, moment, named, state, text, texts, whole } from "./shapes.ts";

const row = {
  name: text,
  label: text,
  who: maybe,
  health: z.enum(healths),
  reason: maybe,
  busyUntil: moment.nullable(),
  hand: maybe,
  works: text,
  missing: texts,
  ends: moment.nullable(),
  test: z.boolean(),
  budget: z.object({ spent: text, left: text, most: text, share: z.number() }).nullable(),
  today: z.object({ posts: whole, most: whole }).nullable(),
  left: z.array(
    z.object({
      what: z.enum(countables),
      left: whole,
      of: whole.nullable(),
      until: moment.nullable(),
      again: z.boolean(),
      at: moment,
    }),
  ),
  tells: z.enum(tellings).nullable(),
  limitsAt: maybe,
  outlook: z.object({ times: z.array(moment), beyond: whole, most: whole }),
};

export const channels: z.ZodType<readonly ChannelRow[]> = named(
  "Channels",
  "The accounts that can be used: who we are there, what works, until when.",
  z.array(z.object(row)),
);

export const channel: z.ZodType<ChannelView> = named(
  "Channel",
  "One account, with what it is configured to be.",
  z.object({
    ...row,
    span: z.object({ from: moment, to: moment }),
    configuration,
    scopes: z.array(z.object({ name: text, what: text, granted: z.boolean().nullable() })),
    connectable: z.boolean(),
    connected: z.boolean(),
    needsApp: z.boolean(),
    tests: z.array(z.object({ id: text, at: moment, state, permalink: maybe, reason: maybe })),
  }),
);
