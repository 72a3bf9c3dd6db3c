import { deliver } from "../deliver/deliver.ts";
import { mend } from "../deliver/mend.ts";
import { lease, type Workshop } from "../deliver/workshop.ts";
import { deadAmong } from "./worker.ts";

/** Accounts served at the same time; each publishes one post at a time. */
const lanes = 128;
/** Milliseconds between looks at what other processes changed, and the longest nap. */
const glance = 1_000;
const longestNap = 60_000;

export interface Dispatcher {
  /** Delivers everything that is due, and resolves when nothing is. */
  runDue(): Promise<void>;
  /** Carries out what is wanted of these accounts' live posts and can be done now, and nothing else. */
  correct(accounts: readonly string[]): Promise<void>;
  /** Goes on by itself, by a timer over the ledger's next due time; `failed` is told of what stopped a round. */
  start(failed: (error: unknown) => void): void;
  /** Ends after the posts under way. */
  stop(): Promise<void>;
  /** There may be something new to do. */
  wake(): void;
}

export function dispatcherOf(shop: Workshop): Dispatcher {
  const running = new Map<string, Promise<void>>();
  let stopped = false;
  const runDue = async (): Promise<void> => {
    await expireDead(shop);
    for (;;) {
      const toMend = new Set(await shop.ledger.mending.due(shop.now()));
      const due = [...toMend.union(new Set(await shop.ledger.claims.due(shop.now())))];
      const free = due.filter((account) => !running.has(account)).slice(0, lanes - running.size);
      for (const account of free)
        running.set(
          account,
          runLane(shop, account, toMend.has(account), () => stopped).finally(() => running.delete(account)),
        );
      if (running.size === 0 || stopped) return;
      await Promise.race(running.values());
    }
  };
  const loop = loopOf(shop, runDue);
  return {
    runDue,
    correct: async (accounts) => {
      await expireDead(shop);
      await Promise.all(accounts.map((account) => mendAll(shop, account, () => stopped)));
    },
    start: loop.start,
    wake: loop.wake,
    stop: async () => {
      stopped = true;
      loop.stop();
      await Promise.allSettled(running.values());
    },
  };
}

async function expireDead(shop: Workshop): Promise<void> {
  const dead = deadAmong(await shop.ledger.claims.holders(), shop.worker);
  if (dead.length > 0) await shop.ledger.claims.expire(dead, shop.now());
}

/** What is live is put right before anything else is said. */
async function runLane(
  shop: Workshop,
  account: string,
  toMend: boolean,
  stopped: () => boolean,
): Promise<void> {
  if (toMend) await mendAll(shop, account, stopped);
  const claim = () => shop.ledger.claims.claim(account, shop.worker, shop.now(), lease);
  let claimed = await claim();
  while (claimed !== undefined) {
    const { recorded } = await deliver(shop, claimed);
    // Asked for together, the last word and the next claim share one sync of the disk, in this order.
    const next = stopped() ? undefined : claim();
    // And awaited together: where the disk takes neither, both have failed.
    [, claimed] = await Promise.all([recorded, next]);
  }
}

const earliest = (...moments: readonly (Date | null)[]): Date | null =>
  moments.filter((one) => one !== null).toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;

async function mendAll(shop: Workshop, account: string, stopped: () => boolean): Promise<void> {
  const claim = () => shop.ledger.mending.claim(account, shop.worker, shop.now(), lease);
  for (let claimed = await claim(); claimed !== undefined; claimed = stopped() ? undefined : await claim())
    await mend(shop, claimed);
}

function loopOf(shop: Workshop, runDue: () => Promise<void>) {
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;
  let busy = false;
  let seen = -1;
  let begun: (() => void) | undefined;
  let ended = false;
  const round = async (failed: (error: unknown) => void): Promise<void> => {
    if (busy || ended) return;
    busy = true;
    try {
      await runDue();
      nap(
        earliest(await shop.ledger.claims.next(shop.now()), await shop.ledger.mending.next(shop.now())),
        failed,
      );
    } catch (error) {
      failed(error);
      nap(null, failed);
    }
    busy = false;
  };
  const nap = (next: Date | null, failed: (error: unknown) => void): void => {
    clearTimeout(timer);
    const wait = next === null ? longestNap : next.getTime() - shop.now().getTime();
    if (!ended) timer = setTimeout(() => void round(failed), Math.min(longestNap, Math.max(50, wait)));
  };
  return {
    start: (failed: (error: unknown) => void): void => {
      watch = setInterval(() => {
        const version = shop.ledger.store.version();
        if (version !== seen) void round(failed);
        seen = version;
      }, glance);
      begun = () => void round(failed);
      begun();
    },
    wake: (): void => {
      // Where a round is under way, the next glance sees it.
      seen = -1;
      begun?.();
    },
    stop: (): void => {
      ended = true;
      clearTimeout(timer);
      clearInterval(watch);
    },
  };
}
