import type { App } from "../app.ts";
import { ownPost, type Correction, type Remedy } from "../model/correction.ts";
import { compareWords, type Stretch } from "../model/difference.ts";
import type { Delivery } from "../model/delivery.ts";
import { worded } from "../model/worded.ts";
import { bestWay, obstaclesTo, waysIn } from "./ways.ts";

/** A correction that somebody must decide about, or that waits to be carried out. */
export interface OpenCorrection {
  readonly correction: Correction;
  readonly delivery: Delivery;
  /** What can be done, the best first; empty where it is decided. */
  readonly ways: readonly Remedy[];
  readonly best: Remedy | null;
  /** Why a person has to do it by hand; null where it can be done here. */
  readonly byHand: string | null;
  /** The live post and the post as it would be, word by word. */
  readonly text: readonly Stretch[];
  readonly title: readonly Stretch[];
  readonly link: readonly Stretch[];
}

/** Of one entry or delivery, or of all. */
export async function openCorrections(app: App, id?: string): Promise<readonly OpenCorrection[]> {
  const states = ["offered", "wanted", "doing", "failed"] as const;
  const found = await app.ledger.corrections.list({ states });
  const ids = [...new Set(found.map(({ delivery }) => delivery))];
  const deliveries = new Map((await app.ledger.deliveries.list({ ids })).map((one) => [one.id, one]));
  const pairs = found.flatMap((correction) => {
    const delivery = deliveries.get(correction.delivery);
    // What somebody took down by hand meanwhile asks for nothing more.
    const asked =
      delivery &&
      delivery.state !== "retracted" &&
      (id === undefined || delivery.id === id || delivery.entry === id);
    return asked ? [{ correction, delivery }] : [];
  });
  return Promise.all(pairs.map(({ correction, delivery }) => describe(app, correction, delivery)));
}

async function describe(app: App, correction: Correction, delivery: Delivery): Promise<OpenCorrection> {
  const fresh = ownPost(correction);
  const asks =
    correction.state === "offered" || (correction.state === "failed" && correction.posts.length > 0);
  const obstacles = asks ? await obstaclesTo(app, delivery, fresh) : null;
  const best = obstacles && bestWay(obstacles);
  const now = fresh ?? { text: "", title: null, link: null };
  const { text, title, link } = delivery.post;
  return {
    correction,
    delivery,
    ways: obstacles ? waysIn(obstacles) : [],
    best,
    byHand: obstacles && best === null ? obstacles.edit : null,
    text: compareWords(text, now.text),
    title: compareWords(title ?? "", now.title ?? ""),
    link: compareWords(link ?? "", now.link ?? ""),
  };
}

/** Letters of a text in one line. */
const most = 60;

/** “title: A → B; link: C → D” */
export function shortDifference({ changes, remedy }: Correction): string {
  if (changes.length === 0) return remedy === "remove" ? worded`taken back` : worded`other words`;
  return changes
    .map(({ what, before, after }) => `${what}: ${shorten(before, after)} → ${shorten(after, before)}`)
    .join("; ");
}

/** From where the two begin to differ, some words before. */
function shorten(text: string, other: string): string {
  const same = text.split("").findIndex((letter, index) => letter !== other[index]);
  const from = text.length <= most ? 0 : text.lastIndexOf(" ", Math.max(0, same - 15)) + 1;
  const piece = text.slice(from, from + most).replaceAll(/\s+/g, " ");
  return `${from > 0 ? "…" : ""}${piece || "nothing"}${from + most < text.length ? "…" : ""}`;
}

/** The shape that `--json` promises for a correction. */
export function correctionJson({
  correction,
  delivery,
  ways: can,
  best,
  byHand,
  title,
  text,
  link,
}: OpenCorrection) {
  const { state, remedy, changes, posts, who, reason } = correction;
  const { id, entry, campaign, step, part, parts, account, channel, receipt } = delivery;
  return {
    delivery: id,
    entry,
    campaign,
    step,
    part,
    parts,
    account,
    channel,
    permalink: receipt?.permalink ?? null,
    state,
    by: remedy,
    who,
    reason,
    changes,
    ways: can,
    best,
    byHand,
    now: posts[part - 1] ?? null,
    words: { title, text, link },
  };
}
