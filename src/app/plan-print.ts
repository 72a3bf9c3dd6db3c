import { createHash } from "node:crypto";
import type { Config } from "../config/config.ts";

/** Grows when plans follow other rules than before: all is planned anew once. */
const rules = 1;

const prints = new WeakMap<Config, string>();

/** Changes when a plan may come out otherwise although no entry has changed: with the configuration, and every day. */
export function planPrint(config: Config, now: Date): string {
  const known = prints.get(config) ?? printOf(config);
  prints.set(config, known);
  return `${now.toISOString().slice(0, 10)} ${known}`;
}

function printOf({ campaigns, asleep, accounts, sources, site }: Config): string {
  const who = accounts.map(({ name, pace, language }) => [name, pace, language]);
  const translations = sources
    .filter(({ translates }) => translates)
    .map(({ name, translates }) => [name, translates]);
  const text = JSON.stringify([rules, campaigns, asleep, who, translations, site.timezone, site.quiet]);
  return createHash("sha256").update(text).digest("hex");
}
