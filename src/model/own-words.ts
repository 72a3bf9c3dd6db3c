import type { Overrides, OwnWords } from "./entry.ts";

/** Which post words are for. */
export interface Whose {
  readonly step: string;
  readonly channel: string;
  /** Null where there is none yet. */
  readonly account: string | null;
  /** The story's id; null where the post is about the whole entry. */
  readonly story: string | null;
}

/**
 * What the author says of one post; each key from the most special place that has it. What is said of the entry as a whole
 * holds for its stories too, but for the words themselves.
 */
export function ownWords(overrides: Overrides, { story, ...whose }: Whose): OwnWords {
  const own = placesOf(whose).map((place) => (story === null ? place : joined("stories", story, place)));
  const {
    text: _text,
    title: _title,
    ...inherited
  } = story === null ? {} : collect(overrides, placesOf(whose));
  return { ...inherited, ...collect(overrides, own) };
}

/** The most special last. An account goes before its channel, both before the step alone. */
function placesOf({ step, channel, account }: Omit<Whose, "story">): readonly string[] {
  const names = account === null ? [channel] : [channel, account];
  return ["", step, ...names, ...names.map((name) => joined(step, name))];
}

/** The key of a place in `Overrides`. */
export const joined = (...names: readonly string[]): string => names.filter((name) => name !== "").join(".");

const collect = (overrides: Overrides, places: readonly string[]): OwnWords =>
  Object.assign({}, ...places.map((place) => wordsAt(overrides, place))) as OwnWords;

function wordsAt(overrides: Overrides, place: string): OwnWords {
  const found = Object.hasOwn(overrides, place) ? overrides[place] : undefined;
  return typeof found === "string" ? { text: found } : (found ?? {});
}
