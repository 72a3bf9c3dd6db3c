/** Where entries come from. */
export const sources = {
  title: "Sources",
  text: "Where entries come from, and how each place answers.",
  none: "The configuration has no sources yet.",
  health: {
    well: "answers",
    unseen: "not looked at yet",
    partly: "partly readable",
    failing: "does not answer",
  },
  failing: (times: number) =>
    times === 1
      ? "It did not answer the last time."
      : `It did not answer the last ${times} times; it is asked less often until it does.`,
  answered: "Last answered",
  polled: "Last looked at",
  next: "Next look",
  never: "never",
  entries: "Entries found",
  held: (number: number) => (number === 1 ? "one waits for a person" : `${number} wait for a person`),
  since: (when: string) =>
    `What it had on ${when} was there before Carillon, and is not announced; what came after is news.`,
  sinceNone:
    "At the first look Carillon only remembers what is there already; what comes after that is news.",
  brake: (number: number) =>
    `The brake: if more than ${number} new entries come at once, all of them wait for a person, because that is mostly a mistake of the source.`,
  look: "Look now",
  latest: "Its last entries",
  explained: "How it decides what is new",
};
