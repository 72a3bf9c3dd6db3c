import type { Campaign, Step } from "../../model/campaign.ts";
import type { Deadline } from "../../model/expectation.ts";
import type { At, Clock, On } from "../../model/slot.ts";
import { nameDay } from "../time.ts";
import type { Words } from "../words/words.ts";

const time = ({ hour, minute }: Clock): string => `${hour}:${String(minute).padStart(2, "0")}`;

/** 1 is Monday: the first of January 2024 was one. */
const nameWeekday = (day: number, code: string): string =>
  new Intl.DateTimeFormat(code, { weekday: "long", timeZone: "UTC" }).format(Date.UTC(2024, 0, day));

/** “4 days”, of seconds, in the largest unit that leaves nothing. */
function nameLength({ campaigns }: Words, seconds: number): string {
  const { length } = campaigns;
  if (seconds % 86_400 === 0) return length.days(seconds / 86_400);
  return seconds % 3600 === 0 ? length.hours(seconds / 3600) : length.minutes(Math.round(seconds / 60));
}

/** A step as a sentence without its name: what, when, with which exceptions. */
export function describeStep(words: Words, step: Step): string {
  const { campaigns: said } = words;
  const { sections, limit, order, every, days, repeat, unless, expires, late } = step;
  const phrases = [
    aboutOf(words, step),
    sections.length > 0 && said.under(sections),
    limit !== null && said.limit(limit),
    order === "best" && said.best,
    ...whenOf(words, step),
    every && said.every(every.days, time(every.clock)),
    days && said.days(days.map((day) => nameWeekday(day, words.code))),
    repeat && said.repeat(repeat.times, nameLength(words, repeat.every)),
    unless && said.unless(successOf(words, unless)),
    expires !== undefined && said.expires(nameLength(words, expires)),
    late && said.late[late],
  ];
  return `${phrases.filter((one) => typeof one === "string").join(", ")}.`;
}

function aboutOf({ campaigns: { about } }: Words, { each, before, of }: Step): string {
  if (of !== undefined) return about.translation;
  return before === undefined ? about[each] : about.event;
}

function whenOf(words: Words, { on, at, after, every }: Step): readonly string[] {
  const { campaigns: said } = words;
  if (on !== undefined) return [said.newest, onOf(words, on)];
  const when = atOf(words, at);
  // The rhythm says when the first one goes out.
  if (after === 0) return every !== null && at.kind === "now" ? [] : [when];
  return at.kind === "now"
    ? [said.after(nameLength(words, after))]
    : [said.after(nameLength(words, after)), when];
}

function atOf({ campaigns: { at: said }, code }: Words, at: At): string {
  switch (at.kind) {
    case "now":
      return said.now;
    case "clock":
      return said.clock(time(at.clock));
    case "next":
      return at.days === undefined
        ? said.next(time(at.clock))
        : said.nextOn(
            at.days.map((day) => nameWeekday(day, code)),
            time(at.clock),
          );
    case "before":
      return said.before(at.before, time(at.clock));
  }
}

function onOf({ campaigns: { on: said }, code }: Words, on: On): string {
  switch (on.kind) {
    case "monthly":
      return said.monthly(on.day, time(on.clock));
    case "weekly":
      return said.weekly(nameWeekday(on.weekday, code), time(on.clock));
    case "once":
      return said.once(nameDay(on.date, code), time(on.clock));
  }
}

function successOf(
  { campaigns: { success } }: Words,
  wanted: NonNullable<Step["unless"]>,
): readonly string[] {
  const { likes, reposts, replies } = wanted;
  return [
    ...(likes === undefined ? [] : [success.likes(likes)]),
    ...(reposts === undefined ? [] : [success.reposts(reposts)]),
    ...(replies === undefined ? [] : [success.replies(replies)]),
  ];
}

/** What holds for all steps of a campaign, a sentence each. */
export function describeRules(words: Words, { review, wait, expect }: Campaign): readonly string[] {
  const { campaigns: said } = words;
  return [
    review === null ? said.reviewNone : said.review(review.approvals),
    ...(review?.expires ? [said.reviewExpires(nameLength(words, review.expires))] : []),
    ...(wait.live ? [said.live] : []),
    ...(expect?.entry ? [said.expect(describeDeadline(words, expect.entry))] : []),
  ];
}

function describeDeadline({ campaigns, code }: Words, { every, day, clock }: Deadline): string {
  const { deadline } = campaigns;
  const by = clock && time(clock);
  if (every === "day") return deadline.day(by);
  return every === "week" ? deadline.week(nameWeekday(day, code), by) : deadline.month(day, by);
}
