/** Wrong tries that cost nothing, and for how long each after them makes wait: doubling, up to a quarter of an hour. */
const free = 5;
const firstWait = 2;
const longestWait = 15 * 60;
/** Names and addresses remembered; the oldest make room. */
const memory = 10_000;

/** Counts wrong tries by what they came from: a login, an address. In memory, so that a restart forgives. */
export interface Patience {
  /** Seconds until the next try; 0: now. */
  waitFor(keys: readonly string[], now: Date): number;
  wrong(keys: readonly string[], now: Date): void;
  right(keys: readonly string[]): void;
}

export function makePatience(): Patience {
  const known = new Map<string, { readonly tries: number; readonly until: number }>();
  return {
    waitFor: (keys, now) => {
      const until = Math.max(0, ...keys.map((key) => known.get(key)?.until ?? 0));
      return Math.max(0, Math.ceil((until - now.getTime()) / 1000));
    },
    wrong: (keys, now) => {
      for (const key of keys) {
        const tries = (known.get(key)?.tries ?? 0) + 1;
        known.delete(key);
        known.set(key, { tries, until: now.getTime() + 1000 * waitAfter(tries) });
      }
      for (const key of known.keys()) if (known.size > memory) known.delete(key);
    },
    right: (keys) => {
      for (const key of keys) known.delete(key);
    },
  };
}

const waitAfter = (tries: number): number =>
  tries < free ? 0 : Math.min(longestWait, firstWait * 2 ** Math.min(tries - free, 20));
