import type { Overrides, OwnWords, Section } from "../model/entry.ts";
import { joined } from "../model/own-words.ts";
import { worded } from "../model/worded.ts";
import { suggest } from "../model/similar.ts";
import { type Fields, isFields } from "./front-matter.ts";
import { readKey } from "./author-keys.ts";
import { findStory } from "./author-stories.ts";

/** Names of the configuration that words may be for. */
export interface Names {
  readonly steps: readonly string[];
  readonly channels: readonly string[];
  readonly accounts: readonly string[];
}

export interface Fault {
  /** Keys from `carillon` down to it. */
  readonly keys: readonly string[];
  readonly problem: string;
  readonly mend: string;
}

interface Read {
  readonly overrides: Overrides;
  readonly faults: readonly Fault[];
}

/** What is filled while the block is walked. */
interface Walk {
  readonly overrides: Map<string, OwnWords>;
  readonly faults: Fault[];
  /** Null: any name may be one. */
  readonly names: Names | null;
  readonly sections: readonly Section[];
}

/** Where in the block: the keys as written, and the place that words there are for. */
interface Spot {
  readonly keys: readonly string[];
  /** `stories.ID`, or empty. */
  readonly story: string;
  /** Step, channel and account names so far. */
  readonly path: readonly string[];
}

/**
 * The block `carillon:` of a front matter: words for all posts of the entry, and under the names of steps, channels, accounts
 * and stories for those; see templates/README.md. What cannot be understood is left out and told.
 */
export function readAuthorWords(fields: Fields, sections: readonly Section[], names: Names | null): Read {
  const walk: Walk = { overrides: new Map(), faults: [], names, sections };
  const block = fields["carillon"];
  if (block !== undefined && block !== null)
    readPlace(block, { keys: ["carillon"], story: "", path: [] }, walk);
  return { overrides: Object.fromEntries(walk.overrides), faults: walk.faults };
}

function readPlace(value: unknown, spot: Spot, walk: Walk): void {
  const isBlock = spot.keys.length === 1;
  if (typeof value === "string" && !isBlock) return add({ text: value.trim() }, spot, walk);
  if (!isFields(value))
    return fault(
      spot,
      worded`This is no text and no group of settings.`,
      worded`Write a text, or text: and others below it.`,
      walk,
    );
  for (const [key, inner] of Object.entries(value)) readInner(key, inner, spot, walk);
}

function readInner(key: string, value: unknown, spot: Spot, walk: Walk): void {
  const inner = { ...spot, keys: [...spot.keys, key] };
  if (key === "stories" && spot.keys.length === 1) return readStories(value, inner, walk);
  if (key === "skip" && Array.isArray(value)) return readSkipped(value, inner, walk);
  const own = readKey(key, value);
  if (own === undefined) return readNamed(key, value, inner, walk);
  if ("mend" in own) return fault(inner, own.problem, own.mend, walk);
  add(own.words, spot, walk);
}

/** `announcement.bell` is `bell` below `announcement`. */
function readNamed(key: string, value: unknown, spot: Spot, walk: Walk): void {
  const path = [...spot.path, ...key.split(".")];
  const wrong = wrongPath(path, walk.names);
  if (wrong === undefined) readPlace(value, { ...spot, path }, walk);
  else fault(spot, wrong.problem, wrong.mend, walk);
}

const settings = ["text", "title", "hashtags", "mentions", "skip", "stories"];

/** A step, a channel or an account; below a step a channel or an account. */
function wrongPath(path: readonly string[], names: Names | null) {
  const [first = "", second, ...deeper] = path;
  if (deeper.length > 0)
    return {
      problem: worded`“${deeper.join(".")}” stands too deep.`,
      mend: worded`Write at most a step, and below it a channel or an account.`,
    };
  if (names === null) return undefined;
  const networks = [...names.channels, ...names.accounts];
  const known = second === undefined ? [...names.steps, ...networks] : networks;
  const last = second ?? first;
  if (second !== undefined && networks.includes(first) && names.steps.includes(second))
    return {
      problem: worded`“${second}” is a step, and stands below “${first}”.`,
      mend: worded`Write ${second}: first, and ${first}: below it.`,
    };
  if (known.includes(last) && (second === undefined || names.steps.includes(first))) return undefined;
  const what = second === undefined ? "step, channel or account" : "channel or account";
  const wrong = known.includes(last) ? first : last;
  return {
    problem: worded`There is no ${what} “${wrong}”.`,
    mend: suggest(wrong, [...known, ...(second === undefined ? settings : [])]),
  };
}

function readSkipped(value: readonly unknown[], spot: Spot, walk: Walk): void {
  for (const name of value) {
    const path = [...spot.path, String(name)];
    const wrong = wrongPath(path, walk.names);
    if (wrong === undefined) add({ skip: true }, { ...spot, path }, walk);
    else fault(spot, wrong.problem, wrong.mend, walk);
  }
}

function readStories(value: unknown, spot: Spot, walk: Walk): void {
  if (!isFields(value))
    return fault(
      spot,
      worded`This names no stories.`,
      worded`Write a story's link, or its first words, and a text for it.`,
      walk,
    );
  for (const [key, inner] of Object.entries(value)) {
    const at = { ...spot, keys: [...spot.keys, key] };
    const found = findStory(key, walk.sections);
    if ("id" in found) readPlace(inner, { ...at, story: joined("stories", found.id) }, walk);
    else fault(at, found.problem, found.mend, walk);
  }
}

function add(words: OwnWords, { story, path }: Spot, { overrides }: Walk): void {
  const place = joined(story, ...path);
  overrides.set(place, { ...overrides.get(place), ...words });
}

const fault = ({ keys }: Spot, problem: string, mend: string, { faults }: Walk): void =>
  void faults.push({ keys, problem, mend });
