const list = (names: readonly string[]): string => names.join(", ");

/** What is said about entries, in plain words. */
export const campaigns = {
  title: "Campaigns",
  text: "What is said about entries, when, and where.",
  none: "The configuration has no campaigns yet: nothing is announced.",
  when: (source: string) => `When a new entry of ${source} appears:`,
  expect: (entry: string) => `A new entry is expected ${entry}; if none comes, the team is told.`,
  deadline: {
    day: (clock: string | null) => `every day${clock === null ? "" : ` by ${clock}`}`,
    week: (day: string, clock: string | null) => `every week by ${day}${clock === null ? "" : `, ${clock}`}`,
    month: (day: number, clock: string | null) =>
      `every month by day ${day}${clock === null ? "" : `, ${clock}`}`,
  },
  review: (people: number) =>
    people === 1
      ? "Somebody must agree to each post before it goes out."
      : `${people} different people must agree to each post before it goes out.`,
  reviewExpires: (length: string) => `An approval counts for ${length}.`,
  reviewNone: "Posts go out by themselves; nobody has to agree.",
  live: "Nothing goes out before the entry's link and picture answer.",
  to: (accounts: readonly string[]) => `to ${list(accounts)}`,
  about: {
    entry: "one post",
    story: "one post for each story",
    section: "one thread, with a part for each section",
    event: "one post for each event to come",
    translation: "one post about each translation",
  },
  under: (sections: readonly string[]) => `under ${list(sections)}`,
  limit: (number: number) => `at most ${number}`,
  best: "the best first",
  at: {
    now: "at once",
    clock: (time: string) => `at ${time}`,
    next: (time: string) => `at the next ${time}`,
    nextOn: (days: readonly string[], time: string) => `at ${time} on the next ${days.join(" or ")}`,
    before: (days: number, time: string) => `${days === 1 ? "the day" : `${days} days`} before, at ${time}`,
  },
  on: {
    monthly: (day: number, time: string) => `every month on day ${day} at ${time}`,
    weekly: (day: string, time: string) => `every ${day} at ${time}`,
    once: (date: string, time: string) => `once, on ${date} at ${time}`,
  },
  newest: "about the newest entry",
  after: (length: string) => `${length} later`,
  every: (days: number, time: string) =>
    days === 1 ? `one a day at ${time}` : `one every ${days} days at ${time}`,
  days: (names: readonly string[]) => `only on ${names.join(", ")}`,
  repeat: (times: number, length: string) => `${times} times in all, ${length} apart`,
  unless: (what: readonly string[]) => `not where the first post had ${what.join(" and ")} already`,
  success: {
    likes: (number: number) => `${number} likes`,
    reposts: (number: number) => `${number} reposts`,
    replies: (number: number) => `${number} replies`,
  },
  expires: (length: string) => `cancelled where it cannot go out within ${length}`,
  late: {
    send: "sent late where its time was missed",
    skip: "left out where its time was missed",
    ask: "held for a person where its time was missed",
  },
  length: {
    minutes: (number: number) => (number === 1 ? "a minute" : `${number} minutes`),
    hours: (number: number) => (number === 1 ? "an hour" : `${number} hours`),
    days: (number: number) => (number === 1 ? "a day" : `${number} days`),
  },
  templates: "Templates",
  templateFor: (accounts: readonly string[]) => `for ${list(accounts)}`,
  problems: "What is wrong, or will never come",
  next: "Planned next",
  nextNone: "Nothing is planned now.",
  broken: "Cannot be understood now",
  brokenText: "What they have planned stays as it is until somebody mends them in the configuration.",
};
