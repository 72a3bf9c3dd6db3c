import { createHash } from "node:crypto";
import type { Config } from "../config/config.ts";

/** Grows when plans follow other rules than before: all is planned anew once. */
const rules = 1;

/** Changes when a plan may come out otherwise although no entry has changed: with the configuration, and every day. */
export function planPrint(config: Config, now: Date): string {
  const { campaigns, asleep, accounts, sources, site } = config;
  const who = accounts.map(({ name, pace, language }) => [name, pace, language]);
  const translations = sources.map(({ name, translates }) => [name, translates]);
  const place = [site.timezone, site.quiet];
  const day = now.toISOString().slice(0, 10);
  const text = JSON.stringify([rules, day, campaigns, asleep, who, translations, place]);
  return createHash("sha256").update(text).digest("hex");
}
