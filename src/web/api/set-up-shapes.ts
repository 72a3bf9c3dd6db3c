import { z } from "zod/v4";
import type { Shown } from "../../model/shown.ts";
import type { CampaignsView } from "../team/campaigns.ts";
import type { ConfigurationPart } from "../team/channels.ts";
import type { ReceiverView } from "../team/receivers.ts";
import type { SourceRow } from "../team/sources.ts";
import { maybe, moment, named, text, texts, whole } from "./shapes.ts";

const origin = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("file"), line: whole.nullable(), variables: texts }),
  z.object({ kind: z.literal("environment"), name: text }),
  z.object({ kind: z.literal("default") }),
  z.object({ kind: z.literal("connected") }),
  z.object({ kind: z.literal("unknown") }),
]);

const shown: z.ZodType<Shown> = z.object({ key: text, value: maybe, origin });

export const configuration: z.ZodType<ConfigurationPart> = named(
  "Configuration",
  "Values of the configuration, each with where it comes from; null is a secret. `stale`: the file was changed since the start.",
  z.object({ file: text, stale: z.boolean(), values: z.array(shown) }),
);

const source: z.ZodType<SourceRow> = named(
  "SourceState",
  "How a source is, and what it has brought.",
  z.object({
    name: text,
    kind: z.enum(["feed", "markdown"]),
    health: z.enum(["well", "unseen", "partly", "failing"]),
    reason: maybe,
    failures: whole,
    polledAt: moment.nullable(),
    answeredAt: moment.nullable(),
    nextAt: moment.nullable(),
    baselineAt: moment.nullable(),
    entries: whole,
    held: whole,
    brake: whole,
    latest: z.array(z.object({ id: text, title: text, state: text, foundAt: moment })),
    configuration,
  }) as z.ZodType<SourceRow>,
);

export const sources = named("Sources", "All sources that can be used.", z.array(source));

const plannedPost = z.object({ id: text, account: text, step: text, dueAt: moment, entryTitle: text });

const campaign = named(
  "Campaign",
  "What is said about a source's entries; how each step is written stands in `configuration`.",
  z.object({
    name: text,
    source: text,
    steps: z.array(
      z.object({
        name: text,
        to: texts,
        templates: z.array(z.object({ name: text, accounts: texts })),
      }),
    ),
    problems: texts,
    next: z.array(plannedPost),
    configuration,
  }),
);

export const campaigns = named("Campaigns", "All campaigns that can be understood.", z.array(campaign));

/** As a program needs them. */
export const campaignRows = ({ rows }: CampaignsView): z.output<typeof campaigns> =>
  rows.map(({ campaign: { name, source: from }, steps, problems, next, configuration: part }) => ({
    name,
    source: from,
    steps: steps.map(({ step, templates }) => ({
      name: step.name,
      to: [...step.to],
      templates: templates.map((one) => ({ name: one.name, accounts: [...one.accounts] })),
    })),
    problems: problems.map(({ path, text: wrong }) => `${path}: ${wrong}`),
    next: [...next],
    configuration: part,
  }));

const receiver: z.ZodType<ReceiverView> = named(
  "Receiver",
  "Who is told of events, by the host alone, as an address may hold a secret. `waiting`: events that it has not taken yet; `lost`: those that it will never have.",
  z.object({
    host: text,
    failingAt: moment.nullable(),
    reason: maybe,
    nextAt: moment.nullable(),
    waiting: whole,
    lost: whole,
  }),
);

export const receivers = named("Receivers", "All receivers of events.", z.array(receiver));
