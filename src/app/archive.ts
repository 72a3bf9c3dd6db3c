import { Temporal } from "temporal-polyfill";
import type { App } from "../app.ts";
import type { Delivery } from "../model/delivery.ts";
import type { HistoryFilter } from "../model/filter.ts";

/** What some accounts have said, as it lies in the ledger. */
export interface Archive {
  /** The newest of those that fit, newest first. */
  list(filter: HistoryFilter, limit: number): Promise<readonly Delivery[]>;
  /** The same of a year of the site's zone, `below` an id; undefined where no post is that. */
  year(year: string, limit: number, below: string | null): Promise<readonly Delivery[] | undefined>;
  /** Those in which something was said, newest first. */
  years(): Promise<readonly string[]>;
  /** When anything of it changed last, ISO 8601; null where nothing was said. */
  changed(): Promise<string | null>;
}

export function archiveOf(app: App, accounts: readonly string[]): Archive {
  const { history } = app.ledger;
  const zone = app.config.site.timezone;
  const list: Archive["list"] = async (filter, limit) => {
    const found = await Promise.all(
      accounts.map((account) => history.page({ ...filter, account, state: "sent" }, limit)),
    );
    return found.flat().toSorted(compare).slice(0, limit);
  };
  return {
    list,
    year: async (year, limit, below) => {
      if (below !== null && (await app.ledger.deliveries.get(below)) === undefined) return undefined;
      const [from, to] = [startOf(Number(year), zone), startOf(Number(year) + 1, zone)];
      return list({ from, to, ...(below !== null && { below }) }, limit);
    },
    years: () => listYears(list, zone),
    changed: async () => {
      const changes = await Promise.all(accounts.map((account) => history.changed(account)));
      return (
        changes
          .filter((one) => one !== null)
          .toSorted()
          .at(-1) ?? null
      );
    },
  };
}

/** From one year's newest post to that of the year before: a question a year, however many posts there are. */
async function listYears(list: Archive["list"], zone: string): Promise<readonly string[]> {
  const years: string[] = [];
  let [newest] = await list({}, 1);
  while (newest !== undefined) {
    const { year } = Temporal.Instant.from(newest.dueAt).toZonedDateTimeISO(zone);
    years.push(String(year));
    [newest] = await list({ to: startOf(year, zone) }, 1);
  }
  return years;
}

const startOf = (year: number, zone: string): string =>
  new Date(
    Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(zone).epochMilliseconds,
  ).toISOString();

/** As the ledger pages them. */
const compare = (a: Delivery, b: Delivery): number =>
  b.dueAt.localeCompare(a.dueAt) || b.part - a.part || (a.id < b.id ? 1 : -1);
