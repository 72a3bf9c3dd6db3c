import type { Words } from "../words.ts";

export const sources: Words["sources"] = {
  title: "Quellen",
  text: "Woher Beiträge kommen, und wie jede Quelle antwortet.",
  none: "In der Konfiguration stehen noch keine Quellen.",
  health: {
    well: "antwortet",
    unseen: "noch nicht angesehen",
    partly: "teils lesbar",
    failing: "antwortet nicht",
  },
  failing: (times) =>
    times === 1
      ? "Beim letzten Mal hat sie nicht geantwortet."
      : `Die letzten ${times} Male hat sie nicht geantwortet; bis sie es tut, wird sie seltener gefragt.`,
  answered: "Zuletzt geantwortet",
  polled: "Zuletzt angesehen",
  next: "Nächster Blick",
  never: "nie",
  entries: "Gefundene Beiträge",
  held: (number) => (number === 1 ? "einer wartet auf jemanden" : `${number} warten auf jemanden`),
  since: (when) =>
    `Was sie am ${when} hatte, war schon vor Carillon da und wird nicht angekündigt; neu ist, was danach kam.`,
  sinceNone: "Beim ersten Blick merkt sich Carillon nur, was schon da ist; neu ist, was danach kommt.",
  brake: (number) =>
    `Die Bremse: kommen mehr als ${number} neue Beiträge auf einmal, warten alle auf eine Person, denn meist ist das ein Fehler der Quelle.`,
  look: "Jetzt ansehen",
  latest: "Ihre letzten Beiträge",
  explained: "Wie entschieden wird, was neu ist",
};
