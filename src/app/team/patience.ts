/** A try to sign in: as whom, and from where. */
export interface Try {
  readonly login: string;
  readonly address: string;
}

/** Tries by one thing that they share: how many wrong ones cost nothing, and how many seconds those after them make wait at most, doubling from two. */
interface Rule {
  readonly key: (one: Try) => string;
  readonly free: number;
  readonly longest: number;
}

const nameBoth = ({ login, address }: Try): string => `${login} from ${address}`;
const quarter = 15 * 60;

/** A right try ends these. */
const near: readonly Rule[] = [
  { key: nameBoth, free: 5, longest: quarter },
  { key: ({ address }) => `from ${address}`, free: 5, longest: quarter },
];
/** From many addresses at once. Short, and not for where somebody came in before: strangers could lock out everybody. */
const far: Rule = { key: ({ login }) => `as ${login}`, free: 20, longest: 60 };

/** Milliseconds after which a wrong try is forgotten. */
const forgotten = 3_600_000;
/** Names and addresses remembered; the oldest make room. */
const memory = 30_000;

/** Counts wrong tries by where they came from and whom they were meant for. In memory, so that a restart forgives. */
export interface Patience {
  /** Seconds until the next try; 0: now. */
  waitFor(one: Try, now: Date): number;
  wrong(one: Try, now: Date): void;
  right(one: Try): void;
}

interface Known {
  readonly tries: number;
  readonly until: number;
}

export function makePatience(): Patience {
  const known = new Map<string, Known>();
  const welcome = new Set<string>();
  const find = (key: string, now: Date): Known | undefined => {
    const found = known.get(key);
    return found && now.getTime() - found.until < forgotten ? found : undefined;
  };
  return {
    waitFor: (one, now) => {
      const rules = welcome.has(nameBoth(one)) ? near : [...near, far];
      const until = rules.map(({ key }) => find(key(one), now)?.until ?? 0);
      return Math.max(0, Math.ceil((Math.max(...until) - now.getTime()) / 1000));
    },
    wrong: (one, now) => {
      for (const { key, free, longest } of [...near, far]) {
        const tries = (find(key(one), now)?.tries ?? 0) + 1;
        const wait = tries < free ? 0 : Math.min(longest, 2 * 2 ** Math.min(tries - free, 20));
        known.delete(key(one));
        known.set(key(one), { tries, until: now.getTime() + 1000 * wait });
      }
      forgetOldest(known);
    },
    right: (one) => {
      for (const { key } of near) known.delete(key(one));
      welcome.add(nameBoth(one));
      forgetOldest(welcome);
    },
  };
}

function forgetOldest(all: Map<string, Known> | Set<string>): void {
  for (const key of all.keys()) {
    if (all.size <= memory) return;
    all.delete(key);
  }
}
