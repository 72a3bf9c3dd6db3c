import type { App } from "../../src/app.ts";
import { insertPlanned } from "../../src/ledger/deliveries.ts";
import type { PlannedDelivery } from "../../src/model/delivery.ts";
import { faceOf } from "../../src/source/identity.ts";
import { someEntry, someSection } from "../fixtures/entry.ts";
import { settle } from "./full-fates.ts";

/** How many posts a ledger has, and how the newest of them lie: evenly, from then on to the end of March. What is more was said in the eight years before. */
export interface Fullness {
  readonly size: number;
  readonly recent: number;
  readonly since: string;
}

const end = Date.parse("2026-04-01T00:00:00Z");
const years = 8 * 365 * 86_400_000;

/** Posts of an entry, and of the newest one. */
const usual = 50;
const many = 300;

/** A batch is what one entry got. */
interface Batch {
  readonly first: number;
  readonly length: number;
}

/** As the ledger of a busy team is after some years: nearly all was sent, a little waits, a little has gone wrong. */
export async function fillLedger(app: App, full: Fullness): Promise<void> {
  const batches = batchesOf(full.size);
  for (let at = 0; at < batches.length; at += 200)
    await Promise.all(batches.slice(at, at + 200).map((batch) => fill(app, batch, full)));
  await settle(app, full.size);
}

function batchesOf(size: number): readonly Batch[] {
  const older = Math.ceil((size - many) / usual);
  return [
    ...Array.from({ length: older }, (_, at) => ({ first: at * usual, length: usual })),
    { first: older * usual, length: size - older * usual },
  ];
}

function timeOf(at: number, { size, recent, since }: Fullness): Date {
  const begin = Date.parse(since);
  const before = size - recent;
  return at < before
    ? new Date(begin + ((at - before) / before) * years)
    : new Date(begin + ((at - before) / recent) * (end - begin));
}

async function fill(app: App, batch: Batch, full: Fullness): Promise<void> {
  const { first, length } = batch;
  const time = timeOf(first, full);
  const { entry, keys, fingerprint } = faceOf(issueOf(first, time));
  const sighting = { kind: "new", entry, state: "news", reason: null } as const;
  await app.ledger.entries.keep([{ sighting, keys, unknown: keys, fingerprint }], time);
  const id = (await app.ledger.entries.at(entry.url)) ?? "";
  const posts = Array.from({ length }, (_, at) => postOf(app, id, at, timeOf(first + at, full)));
  await app.ledger.store.commit(async (tx) => {
    await insertPlanned(tx, posts, time);
    await tx.run("UPDATE entry SET planned_at = ? WHERE id = ?", time.toISOString(), id);
  });
}

function issueOf(first: number, time: Date) {
  const url = `https://example.org/${first}/`;
  const texts = Array.from({ length: 12 }, (_, at) => `Story ${first + at} of the bells, told at length.`);
  return someEntry({
    id: url,
    url,
    title: `Issue ${first} of the Bell Gazette`,
    summary: `What rang in the towers of the land: ${first} bells, and who rang them.`,
    published: time.toISOString(),
    sections: [someSection("Articles", ...texts)],
  });
}

/** The first twelve announce, those after them remind, the rest tell stories; one of these is a thread. */
function postOf({ config }: App, entry: string, at: number, time: Date): PlannedDelivery {
  const { name: account, channel } = config.accounts[at % config.accounts.length] ?? {
    name: "",
    channel: "",
  };
  const round = Math.floor(at / config.accounts.length);
  const link = `https://example.org/stories/${at}`;
  return {
    entry,
    story: round < 2 ? null : `s${round === 3 ? 2 : round}`,
    campaign: "newsletter",
    step: ["announcement", "reminder"][round] ?? "highlights",
    part: round === 3 ? 2 : 1,
    parts: round === 2 || round === 3 ? 2 : 1,
    account,
    channel,
    state: "draft",
    dueAt: time.toISOString(),
    post: {
      title: `Bells of ${at}`,
      text: `Post ${at}: the bells of the tower ring again, and whoever hears them knows the hour. ${link} #bells`,
      link,
      card: { url: link, title: `Story ${at}`, description: "Of the bells, told at length.", image: null },
      media: [],
      language: "en",
      tags: ["bells"],
    },
    approvalsNeeded: 1,
    reason: null,
  };
}
