import type { Channel, Field } from "../channel/channel.ts";
import { accountKeys, budgetPattern } from "./account-keys.ts";
import { jsonSchema, placeAt } from "./json-schema.ts";
import { placements } from "./manner.ts";

/** JSON Schema for editors: the configuration's own, and what each of these channels asks of an account. */
export function makeEditorSchema(channels: readonly Channel[]): object {
  const { properties, ...rest } = jsonSchema;
  const accounts = { ...properties?.["accounts"], additionalProperties: describeAccount(channels) };
  return { title: "Carillon's configuration", ...rest, properties: { ...properties, accounts } };
}

function describeAccount(channels: readonly Channel[]): object {
  const ids = channels.map(({ id }) => id);
  return {
    description: "a channel and what that channel asks for",
    type: "object",
    required: ["channel"],
    properties: { channel: { description: accountKeys.channel }, handoff, budget, test, results, ...pace },
    anyOf: [
      ...channels.map(describeChannel),
      { properties: { channel: { type: "string", not: { enum: ids } } } },
    ],
  };
}

const results = { description: accountKeys.results, type: ["boolean", "string"] };
const test = { description: accountKeys.test, type: ["boolean", "string"] };
const handoff = { description: accountKeys.handoff, type: ["boolean", "string"] };
/** What any account may say of its times. */
const pace = {
  language: { description: accountKeys.language, type: "string" },
  timezone: { description: accountKeys.timezone, type: "string" },
  quiet: placeAt(["accounts", "any", "quiet"]),
  gap: { description: accountKeys.gap, type: "string" },
  perDay: { description: accountKeys.perDay, type: ["integer", "string"] },
  link: { description: accountKeys.link, enum: placements },
  mentions: { description: accountKeys.mentions, type: ["boolean", "string"] },
  utm: { description: accountKeys.utm, ...placeAt(["accounts", "any", "utm"]) },
};
const budget = { description: accountKeys.budget, type: "string", pattern: budgetPattern };

function describeChannel({ id, settings, cost, connect }: Channel): object {
  const fields = Object.entries(settings);
  const given = Object.values(connect?.given ?? {});
  const needed = fields.flatMap(([key, field]) => (isNeeded(field) && !given.includes(key) ? [key] : []));
  const byHand = needed.filter((key) => settings[key]?.byHand);
  return {
    properties: {
      channel: { const: id },
      handoff,
      ...(cost && { budget }),
      test,
      results,
      ...pace,
      ...Object.fromEntries(fields.map(([key, field]) => [key, describeField(field)])),
    },
    required: ["channel", ...byHand],
    ...(needed.length > byHand.length && { anyOf: [{ required: needed }, { required: ["handoff"] }] }),
    additionalProperties: false,
  };
}

function isNeeded({ required, default: given }: Field): boolean {
  return required === true && given === undefined;
}

const types: Readonly<Record<Field["type"], readonly string[]>> = {
  text: ["string", "integer"],
  url: ["string"],
  number: ["number", "string"],
  flag: ["boolean", "string"],
};

function describeField({ type, label, help, choices, default: given, example }: Field): object {
  return {
    description: help ? `${label}. ${help}` : label,
    ...(choices ? { enum: choices } : { type: types[type] }),
    ...(given !== undefined && { default: given }),
    ...(example !== undefined && { examples: [example] }),
  };
}
