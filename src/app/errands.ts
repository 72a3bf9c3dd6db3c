/** Looks that somebody asks for from outside, by source. */
export interface Errands {
  /** Look now; or once more, where a look is under way. */
  run(source: string): void;
  /** After the looks under way. */
  stop(): Promise<void>;
}

/** Seconds to further looks: what stands before a site may show the old one for a while. */
const again = [5, 20, 60];

interface Errand {
  /** The look under way. */
  under: Promise<void> | undefined;
  asked: boolean;
  /** Something new was seen since somebody last asked. */
  seen: boolean;
  /** Looks since then. */
  looks: number;
  timer: NodeJS.Timeout | undefined;
}

/** `seen`: what is new was seen already, so that only pages may still be missing. True where something new is seen. Must not throw. */
export type Look = (source: string, seen: boolean) => Promise<boolean>;

/** However many ask, one look at a source is under way and at most one more follows. `waits`: in seconds. */
export function errandsOf(look: Look, waits: readonly number[] = again): Errands {
  const errands = new Map<string, Errand>();
  const go = async (source: string, errand: Errand): Promise<void> => {
    do {
      errand.asked = false;
      if (await look(source, errand.seen)) errand.seen = true;
    } while (errand.asked);
    errand.under = undefined;
    const wait = waits[errand.looks++];
    if (wait !== undefined) errand.timer = setTimeout(begin, wait * 1000, source, errand);
  };
  const begin = (source: string, errand: Errand): void => {
    clearTimeout(errand.timer);
    errand.under ??= go(source, errand);
  };
  return {
    run: (source) => {
      const errand = errands.get(source) ?? {
        under: undefined,
        asked: false,
        seen: false,
        looks: 0,
        timer: undefined,
      };
      errands.set(source, errand);
      Object.assign(errand, { asked: true, seen: false, looks: 0 });
      begin(source, errand);
    },
    stop: async () => {
      for (const errand of errands.values()) {
        Object.assign(errand, { asked: false, looks: Infinity });
        clearTimeout(errand.timer);
        await errand.under;
      }
    },
  };
}
