import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Config } from "../config/config.ts";
import { readDocument } from "../config/document.ts";
import { openLedger } from "../ledger/ledger.ts";
import type { Entry } from "../model/entry.ts";
import { worded } from "../model/worded.ts";
import { adviceOn, placeOf, type Advice } from "../plan/advice.ts";
import { neverComing } from "../plan/never.ts";
import { offsetsOf } from "../plan/zones.ts";
import { placesOf } from "./plan-world.ts";

/** Issues that are looked at for their headings. */
const few = 6;

/**
 * What the campaigns ask for that will never come, as far as the calendar and the newest issues tell: sentences with their place and
 * line. Makes no ledger.
 */
export async function adviceFor(config: Config, now: Date): Promise<readonly string[]> {
  const { campaigns, site, ledger } = config;
  if (campaigns.length === 0) return [];
  const entries = existsSync(ledger) ? await newestIn(config) : [];
  const advice = [
    ...adviceOn(campaigns, entries, offsetsOf(site.timezone), now),
    ...adviceOnSlots(config, now),
  ];
  const lineOf = await linesIn(config.file);
  return advice.map((one) => `${placeOf(one)}${lineOf(one)}: ${one.text}`);
}

function adviceOnSlots(config: Config, now: Date): readonly Advice[] {
  return neverComing(placesOf(config), now).map(({ campaign, step, account, why }) => ({
    campaign,
    step,
    text: `${worded`It never goes out on ${account}.`} ${why} ${worded`Give it another time or a later end, or ${account} other quiet times.`}`,
  }));
}

/** “ (line 12)”; nothing where the file cannot be read any more. */
async function linesIn(file: string): Promise<(advice: Advice) => string> {
  const text = await readFile(file, "utf8").catch(() => "");
  const document = readDocument(text, file);
  return ({ campaign, step }) => {
    const line = "lineOf" in document ? document.lineOf(["campaigns", campaign, "steps", step]) : null;
    return line === null ? "" : ` (line ${line})`;
  };
}

async function newestIn({ ledger: file, campaigns }: Config): Promise<readonly Entry[]> {
  const ledger = await openLedger(file);
  try {
    const sources = [...new Set(campaigns.map(({ source }) => source))];
    const found = await Promise.all(sources.map((source) => ledger.plans.newest(source, few)));
    return found.flat().map(({ entry }) => entry);
  } finally {
    await ledger.close();
  }
}
