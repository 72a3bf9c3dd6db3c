import type { Words } from "../words.ts";

const list = (names: readonly string[]): string => names.join(", ");

export const campaigns: Words["campaigns"] = {
  title: "Kampagnen",
  text: "Was über Beiträge gesagt wird, wann und wo.",
  none: "In der Konfiguration stehen noch keine Kampagnen: nichts wird angekündigt.",
  when: (source) => `Wenn ein neuer Beitrag von ${source} erscheint:`,
  expect: (entry) => `Ein neuer Beitrag wird ${entry} erwartet; kommt keiner, erfährt es das Team.`,
  deadline: {
    day: (clock) => `jeden Tag${clock === null ? "" : ` bis ${clock}`}`,
    week: (day, clock) => `jede Woche bis ${day}${clock === null ? "" : `, ${clock}`}`,
    month: (day, clock) => `jeden Monat bis zum ${day}.${clock === null ? "" : `, ${clock}`}`,
  },
  review: (people) =>
    people === 1
      ? "Jemand muss jedem Post zustimmen, bevor er rausgeht."
      : `${people} verschiedene Personen müssen jedem Post zustimmen, bevor er rausgeht.`,
  reviewExpires: (length) => `Eine Zustimmung gilt ${length}.`,
  reviewNone: "Posts gehen von selbst raus; niemand muss zustimmen.",
  live: "Nichts geht raus, bevor Link und Bild des Beitrags erreichbar sind.",
  to: (accounts) => `an ${list(accounts)}`,
  about: {
    entry: "ein Post",
    story: "ein Post zu jeder Meldung",
    section: "ein Thread mit einem Teil für jeden Abschnitt",
    event: "ein Post zu jeder kommenden Veranstaltung",
    translation: "ein Post über jede Übersetzung",
  },
  under: (sections) => `unter ${list(sections)}`,
  limit: (number) => `höchstens ${number}`,
  best: "die besten zuerst",
  at: {
    now: "sofort",
    clock: (time) => `um ${time}`,
    next: (time) => `um die nächsten ${time}`,
    nextOn: (days, time) => `um ${time} am nächsten ${days.join(" oder ")}`,
    before: (days, time) => `${days === 1 ? "am Tag" : `${days} Tage`} davor um ${time}`,
  },
  on: {
    monthly: (day, time) => `jeden Monat am ${day}. um ${time}`,
    weekly: (day, time) => `jeden ${day} um ${time}`,
    once: (date, time) => `einmal, am ${date} um ${time}`,
  },
  newest: "über den neuesten Beitrag",
  after: (length) => `${length} später`,
  every: (days, time) => (days === 1 ? `täglich einer um ${time}` : `alle ${days} Tage einer um ${time}`),
  days: (names) => `nur am ${names.join(", ")}`,
  repeat: (times, length) => `insgesamt ${times} Mal, mit Abstand: ${length}`,
  unless: (what) => `nicht, wenn der erste Post schon ${what.join(" und ")} hatte`,
  success: {
    likes: (number) => `${number} Likes`,
    reposts: (number) => `${number} Reposts`,
    replies: (number) => `${number} Antworten`,
  },
  expires: (length) => `abgesagt, wenn es später rausginge als nach: ${length}`,
  late: {
    send: "verspätet gesendet, wenn die Zeit verpasst wurde",
    skip: "ausgelassen, wenn die Zeit verpasst wurde",
    ask: "zurückgehalten, wenn die Zeit verpasst wurde",
  },
  length: {
    minutes: (number) => (number === 1 ? "eine Minute" : `${number} Minuten`),
    hours: (number) => (number === 1 ? "eine Stunde" : `${number} Stunden`),
    days: (number) => (number === 1 ? "einen Tag" : `${number} Tage`),
  },
  templates: "Vorlagen",
  templateFor: (accounts) => `für ${list(accounts)}`,
  problems: "Was nicht stimmt oder nie kommen wird",
  next: "Als Nächstes geplant",
  nextNone: "Zurzeit ist nichts geplant.",
  broken: "Zurzeit nicht zu verstehen",
  brokenText:
    "Was sie geplant haben, bleibt, wie es ist, bis jemand sie in der Konfiguration in Ordnung bringt.",
};
