import { z } from "zod/v4";
import type { PlanLine, Simulation } from "../../model/simulation.ts";
import type { Day } from "../team/calendar.ts";
import type { SimulateLink } from "../team/simulate.ts";
import { maybe, moment, money, named, state, text, texts, whole } from "./shapes.ts";

const day: z.ZodType<Day> = z.object({
  date: z.iso.date(),
  quiet: texts,
  chips: z.array(
    z.object({
      id: text,
      account: text,
      channel: text,
      label: text,
      entry: text,
      entryTitle: text,
      step: text,
      state,
      dueAt: moment,
      time: text,
      movable: z.boolean(),
      movedBy: maybe,
      collides: z.boolean(),
      inQuiet: z.boolean(),
    }),
  ),
  more: whole,
  moreWaiting: whole,
});

export const days = named("Days", "The posts by day, on the site's wall clock.", z.array(day));

export const simulation: z.ZodType<Simulation> = named(
  "Simulation",
  "What would go out, had nothing but time passed.",
  z.object({
    from: moment,
    to: moment,
    madeAt: moment,
    zone: text,
    posts: z.array(
      z.object({
        dueAt: moment,
        account: text,
        channel: text,
        campaign: text,
        step: text,
        entry: text,
        title: text,
        story: maybe,
        parts: z.array(z.object({ text, length: whole, limit: whole })),
        cost: money.nullable(),
        flags: z.array(
          z.enum([
            "collision",
            "quiet",
            "too long",
            "approval",
            "held",
            "failed",
            "unsure",
            "by hand",
            "sent",
          ]),
        ),
        why: maybe,
      }),
    ),
    never: texts,
  }),
);

const change: z.ZodType<PlanLine> = z.object({
  kind: z.enum(["add", "move", "cancel", "hold", "revive", "reword", "keep", "never"]),
  account: text,
  campaign: text,
  step: text,
  entry: text,
  title: text,
  story: maybe,
  from: moment.nullable(),
  to: moment.nullable(),
  why: text,
});

export const changes = named("Changes", "What the next planning would change, and why.", z.array(change));

const simulationLink: z.ZodType<SimulateLink> = z.object({
  id: text,
  madeBy: text,
  madeAt: moment,
  until: moment,
});

export const simulationLinks = named(
  "SimulationLinks",
  "Links that show a simulation to whoever has them.",
  z.array(simulationLink),
);
