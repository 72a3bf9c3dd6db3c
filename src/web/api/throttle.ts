/** Requests that may come at once, and how many more a second. */
interface Measure {
  readonly most: number;
  readonly perSecond: number;
}

/** For programs that go about their work, and for whoever brings nothing. */
export const usual: Measure = { most: 120, perSecond: 4 };
/** For whoever brings a token that is none: a slip of the pen, or a guess. */
export const guesses: Measure = { most: 20, perSecond: 0.2 };

/** Callers remembered; the oldest make room. */
const memory = 10_000;

/** How often each caller may ask; in memory, so that a restart forgives. */
export interface Throttle {
  /** Seconds to wait; 0: it may go on, and was counted. */
  take(caller: string, now: number): number;
}

export function makeThrottle({ most, perSecond }: Measure): Throttle {
  const known = new Map<string, { readonly left: number; readonly at: number }>();
  return {
    take: (caller, now) => {
      const { left, at } = known.get(caller) ?? { left: most, at: now };
      const filled = Math.min(most, left + (Math.max(0, now - at) / 1000) * perSecond);
      if (filled < 1) return Math.ceil((1 - filled) / perSecond);
      known.delete(caller);
      known.set(caller, { left: filled - 1, at: now });
      if (known.size > memory) known.delete(known.keys().next().value ?? "");
      return 0;
    },
  };
}
