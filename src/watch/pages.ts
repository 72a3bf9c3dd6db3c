import { calls, type Delivery } from "../model/delivery.ts";
import { usualPatience } from "../model/campaign.ts";
import { worded } from "../model/worded.ts";
import { alarm, because, type Alarm } from "./alarm.ts";
import type { World } from "./world.ts";

/** Waits for the page that it links to: the network has not been tried yet. */
export const waitsForPage = ({ state, waitsSince }: Delivery): boolean =>
  state !== "sent" && typeof waitsSince === "string";

/** Pages that are waited for longer than their campaigns have patience, one alarm an entry. It goes on waiting. */
export function alarmsOfPages({ deliveries, pages }: World, now: Date): readonly Alarm[] {
  const long = deliveries.filter(
    (one) => one.campaign !== calls && waitsForPage(one) && isOverdue(one, pages, now),
  );
  return [...Map.groupBy(long, ({ entry }) => entry)].map(([entry, waiting]) => alarmOf(entry, waiting));
}

function isOverdue(delivery: Delivery, patience: World["pages"], now: Date): boolean {
  const seconds = patience.get(delivery.campaign) ?? usualPatience;
  return now.getTime() - Date.parse(sinceOf(delivery)) >= seconds * 1000;
}

/** A person may have moved it since. */
const sinceOf = ({ waitsSince, firstDueAt }: Delivery): string =>
  [waitsSince ?? firstDueAt, firstDueAt].toSorted().at(-1) ?? firstDueAt;

function alarmOf(entry: string, waiting: readonly Delivery[]): Alarm {
  const [first] = waiting;
  const ids = waiting.map(({ id }) => id);
  const reasons = new Set(waiting.map(({ reason }) => missingOf(reason)));
  const [reason = null, ...others] = reasons;
  const more = others.length === 0 ? "" : ` ${worded`For others: ${others.join("; ")}.`}`;
  const who = [...new Set(waiting.map(({ account }) => account))].join(", ");
  const what =
    ids.length === 1
      ? worded`The post ${ids.join()} to ${who} waits for the page of its entry${because(reason)}`
      : worded`${ids.length} posts (to ${who}) wait for the page of their entry${because(reason)}`;
  return alarm("page", entry, {
    since: waiting.map(sinceOf).toSorted()[0] ?? first?.firstDueAt ?? null,
    text: `${what}${more}`,
    mend: worded`Mend the page: it is looked at every quarter of an hour, and at once after a deploy hook. \`wait: { card: false }\` in the campaign asks for the link only; \`carillon cancel ${ids.slice(0, 3).join(" ")}\` gives up.`,
  });
}

/** “It waits for its page: …” without what the alarm says itself. */
const missingOf = (reason: string | null): string | null =>
  reason?.replace(/^It waits for its page: /, "").replace(/\.$/, "") ?? null;
