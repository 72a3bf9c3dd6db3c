import { existsSync } from "node:fs";
import type { Config } from "../config/config.ts";
import { openLedger } from "../ledger/ledger.ts";
import type { Entry } from "../model/entry.ts";
import { adviceOn } from "../plan/advice.ts";
import { offsetsOf } from "../plan/zones.ts";

/** Issues that are looked at for their headings. */
const few = 6;

/** What the campaigns ask for that will never come, as far as the calendar and the newest issues tell. Makes no ledger. */
export async function adviceFor(config: Config, now: Date): Promise<readonly string[]> {
  const { campaigns, site, ledger } = config;
  if (campaigns.length === 0) return [];
  const entries = existsSync(ledger) ? await newestIn(config) : [];
  return adviceOn(campaigns, entries, offsetsOf(site.timezone), now);
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
