import { schedule } from "node-cron";
import type { App } from "../app.ts";
import { deadAmong } from "../dispatch/worker.ts";
import type { KeptEvent, Target } from "../ledger/events.ts";
import type { Receiver } from "../model/event.ts";
import { nameReceiver } from "./aim.ts";
import { tellerOf, type Tell } from "./teller.ts";

/** Milliseconds for which a receiver is this process's to tell, and after which an event that it does not take is given up. */
const lease = 90_000;
const patience = 3 * 86_400_000;
/** Seconds to the next try: five, then three times as long each, an hour at most. */
const firstWait = 5;
const longestWait = 3600;
/** Milliseconds for which a receiver may ask to be left alone. */
const longestRest = 86_400_000;
const batch = 100;

/**
 * Tells every receiver in order what it has not taken yet, until it has all or does not take one. At least once: who dies between
 * an answer and its record tells again, under the same `webhook-id`.
 */
export async function sendEvents(app: App): Promise<void> {
  const { events = [] } = app.config;
  await Promise.all(events.map((receiver) => tellReceiver(app, receiver)));
  const before = new Date(app.now().getTime() - patience - 86_400_000).toISOString();
  if (events.length > 0) await app.ledger.events.forget(before);
}

/** Looks every two seconds; returns how to end that. */
export function startEvents(app: App, failed: (error: unknown) => void): () => Promise<void> {
  if (app.config.events === undefined) return async () => undefined;
  let running: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    running ??= sendEvents(app)
      .catch(failed)
      .finally(() => (running = undefined));
    await running;
  };
  const task = schedule("*/2 * * * * *", look);
  return async () => {
    await task.stop();
    await running;
  };
}

async function tellReceiver(app: App, receiver: Receiver): Promise<void> {
  const name = nameReceiver(receiver);
  const { events } = app.ledger;
  // Nearly always there is nothing to tell, and then nothing is written.
  const known = (await events.targets()).find((one) => one.name === name);
  if (known === undefined || (await events.after(known.seen, 1)).length === 0) return;
  // Of a process that is certainly no more nobody waits for the end of its lease.
  const [dead = null] = deadAmong(
    [known.leaseBy].filter((one) => one !== null),
    app.worker,
  );
  const target = await events.claim(name, app.worker, app.now(), leaseFrom(app), dead);
  if (target === undefined) return;
  try {
    await tellAll(app, receiver, target);
  } finally {
    await events.leave(name, app.worker);
  }
}

const leaseFrom = (app: App): Date => new Date(app.now().getTime() + lease);

async function tellAll(app: App, receiver: Receiver, first: Target): Promise<void> {
  const { events } = app.ledger;
  const wanted: ReadonlySet<string> = new Set(receiver.types);
  const tell = await tellerOf(app, receiver);
  let target = first;
  for (;;) {
    const some = await events.after(target.seen, batch);
    if (some.length === 0) return;
    for (const event of some) {
      const told = wanted.has(event.type);
      target = told ? await tellOne(app, tell, target, event) : { ...target, seen: event.id };
      if (!told && event !== some.at(-1)) continue;
      const progress = { ...target, leaseUntil: leaseFrom(app).toISOString() };
      const mine = await events.advance(target.name, app.worker, progress);
      if (!mine || target.seen < event.id) return;
    }
  }
}

/** Where it now stands with a receiver; `seen` is as before where it is to be told again. */
async function tellOne(app: App, tell: Tell, target: Target, event: KeptEvent): Promise<Target> {
  const now = app.now();
  const old = now.getTime() - Date.parse(event.at) > patience;
  const gone = { ...target, seen: event.id, tries: 0, nextAt: null, lost: target.lost + 1 };
  // One that takes nothing is not asked about each of many that are too old.
  if (old && target.failingAt !== null) return gone;
  const refusal = await tell(event, now);
  if (refusal === null) return { ...taken, name: target.name, seen: event.id };
  const { reason, notBefore } = refusal;
  const failing = { failingAt: target.failingAt ?? now.toISOString(), reason };
  if (old) return { ...gone, ...failing };
  const wait = Math.min(longestWait, firstWait * 3 ** Math.min(target.tries, 10));
  const asked = Math.min(notBefore?.getTime() ?? 0, now.getTime() + longestRest);
  const nextAt = new Date(Math.max(now.getTime() + wait * 1000, asked)).toISOString();
  return { ...target, ...failing, tries: target.tries + 1, nextAt };
}

const taken = { tries: 0, nextAt: null, failingAt: null, reason: null, lost: 0 };
