/** What was found lately, for all who ask for the same. */
export interface Recent {
  /** One key always finds one type. */
  once<T>(key: string, find: () => Promise<T>): Promise<T>;
  forget(): void;
}

/** `fresh`: milliseconds for which what was found counts, also where that was nothing. */
export function recentOf(fresh: number, now: () => Date): Recent {
  const seen = new Map<string, { readonly at: number; readonly found: Promise<unknown> }>();
  return {
    once: <T>(key: string, find: () => Promise<T>) => {
      const moment = now().getTime();
      for (const [one, { at }] of seen) if (Math.abs(moment - at) > fresh) seen.delete(one);
      const found = (seen.get(key)?.found as Promise<T> | undefined) ?? find();
      if (!seen.has(key)) seen.set(key, { at: moment, found });
      return found;
    },
    forget: () => seen.clear(),
  };
}
