import type { Words } from "../words.ts";

export const original: Words["original"] = {
  title: "Der Newsletter, wie er kam",
  show: "Den Newsletter zeigen, wie er kam",
  text: (source) =>
    `Zitiert aus ${source}, gerade eben gelesen. Was im Rahmen steht, ist von dort, nicht von Carillon: Links führen anderswohin, und Bilder sind Links.`,
  frame: "Was der Newsletter sagt",
  cut: "Er geht noch weiter; das ist der Anfang.",
  empty: "Dort hat er keinen eigenen Text.",
  gone: "Seine Quelle zeigt ihn nicht mehr.",
  later: "Seine Quelle hat um etwas Ruhe gebeten: schau später noch einmal.",
  failed: "Er konnte gerade nicht gelesen werden:",
  page: "Seine eigene Seite öffnen",
  back: "Zurück zu seinen Beiträgen",
};
