import { isPlans, type Booking } from "../model/booking.ts";
import type { Step } from "../model/campaign.ts";
import type { Entry, Story } from "../model/entry.ts";
import type { KnownEntry } from "../model/sighting.ts";
import { addDays, clockLength, dayOfDate, momentOf, type Moment, type Offsets } from "./clock.ts";
import { eventHeadings } from "./event-words.ts";
import { eventDateOf } from "./events.ts";
import { isUnder } from "./headings.ts";
import { rank } from "./rank.ts";
import { rhythm, slotOf } from "./slots.ts";

/** What a step asks of one account about one entry. */
export interface Ask {
  /** Of the occurrence: the step's own name, or with a number: `reminder/2`. */
  readonly name: string;
  readonly story: Story | null;
  readonly wanted: Moment;
  /** When it is no longer worth saying; null for never. */
  readonly until: Moment | null;
}

export interface Circumstance {
  readonly entry: KnownEntry;
  /** What this account has of the step about the entry already. */
  readonly booked: readonly Booking[];
  /** The account's own clocks. */
  readonly offsets: Offsets;
  /** Of other zones. */
  readonly clocks: (zone: string) => Offsets;
}

/** All posts of a step that follows an entry, whenever they are or were due. */
export function asksOf(step: Step, about: Circumstance): readonly Ask[] {
  const asks = step.before
    ? eventAsks(step, about)
    : step.each === "story"
      ? storyAsks(step, about)
      : entryAsks(step, about);
  return asks.map((ask) => ({ ...ask, until: earlier(ask.until, expiryOf(step, ask.wanted)) }));
}

const expiryOf = (step: Step, wanted: Moment): Moment | null =>
  step.expires === undefined ? null : wanted + step.expires * 1000;

const earlier = (a: Moment | null, b: Moment | null): Moment | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);

const newsTime = ({ newsAt, foundAt }: KnownEntry): Moment => Date.parse(newsAt ?? foundAt);

const secondsADay = 86_400;

/** Once, or again and again. */
function entryAsks(step: Step, { entry, offsets }: Circumstance): readonly Ask[] {
  const { every, times } = step.repeat ?? { every: 0, times: 1 };
  const first = slotOf(step.at, step.after, newsTime(entry), offsets, step.days);
  return Array.from({ length: times }, (_, index) => ({
    name: index === 0 ? step.name : `${step.name}/${index + 1}`,
    story: null,
    wanted: later(first, every * index, offsets),
    until: null,
  }));
}

const later = (moment: Moment, seconds: number, offsets: Offsets): Moment =>
  addDays(moment, Math.trunc(seconds / secondsADay), offsets) + (seconds % secondsADay) * 1000;

/** Every story its moment: those that have one keep it, the others take what is free, in their order. */
function storyAsks(step: Step, { entry, booked, offsets }: Circumstance): readonly Ask[] {
  const all = storiesOf(step, entry.entry);
  const present = new Set(all.map(({ id }) => id));
  const taken = booked.filter((one) => !one.dropped && (present.has(one.story ?? "") || !isPlans(one)));
  const stories = chooseStories(step, all, taken);
  const moments = momentsOf(step, stories.length + taken.length, newsTime(entry), offsets);
  const kept = new Map(taken.map(({ story, wantedAt }) => [story, Date.parse(wantedAt)]));
  const held = new Set(kept.values());
  const free = step.every === null ? moments : moments.filter((moment) => !held.has(moment));
  const valid = new Set(moments);
  let next = 0;
  return stories.map((story) => {
    const own = kept.get(story.id);
    const wanted = own !== undefined && valid.has(own) ? own : (free[next++] ?? newsTime(entry));
    return { name: step.name, story, wanted, until: null };
  });
}

function momentsOf(step: Step, count: number, from: Moment, offsets: Offsets): readonly Moment[] {
  const first = slotOf(step.at, step.after, from, offsets, step.days);
  return step.every === null
    ? Array.from({ length: count }, () => first)
    : rhythm(step.every, count, first, offsets, step.days);
}

/**
 * Those that are planned already, and as many more as there is room for. What is out, or somebody's, and has left the entry
 * still takes up room: the story that came in its stead may be the same one with another link.
 */
function chooseStories(step: Step, stories: readonly Story[], taken: readonly Booking[]): readonly Story[] {
  const ids = new Set(taken.map(({ story }) => story));
  let left = (step.limit ?? stories.length) - ids.size;
  return stories.filter(({ id }) => ids.has(id) || left-- > 0);
}

/** The stories that a step speaks of, in its order. */
export function storiesOf(step: Step, entry: Entry): readonly Story[] {
  const stories = entry.sections
    .filter((section) => section.kind === "stories" && isUnder(section, step.sections))
    .flatMap((section) => section.stories);
  return step.order === "best" ? rank(stories, entry.url).map(({ story }) => story) : stories;
}

/** Before each event that a story tells of, by the clocks of the place that the story names. */
function eventAsks(step: Step, { entry, offsets, clocks }: Circumstance): readonly Ask[] {
  const { at } = step;
  if (at.kind !== "before") return [];
  const found = newsTime(entry);
  const told = (entry.entry.published ?? entry.foundAt).slice(0, 10);
  const patterns = step.sections.length > 0 ? step.sections : eventHeadings;
  const asks = storiesOf({ ...step, sections: patterns }, entry.entry).flatMap((story) => {
    const event = eventDateOf(story.text, told);
    if (event === null) return [];
    const place = event.zone === null ? offsets : clocks(event.zone);
    const day = dayOfDate(event.date);
    const wanted = momentOf(day - at.before, clockLength(at.clock), place);
    return wanted < found ? [] : [{ name: step.name, story, wanted, until: momentOf(day + 1, 0, place) }];
  });
  return asks.slice(0, step.limit ?? asks.length);
}
