import type { Words } from "../words.ts";

export const pictures: Words["pictures"] = {
  legend: "Bilder",
  takes: (network, number, size, kinds) =>
    `${network} nimmt ${number === 1 ? "ein Bild" : `${number} Bilder`} mit je höchstens ${size}: ${kinds}.`,
  takesNone: (network) => `${network} nimmt keine Bilder.`,
  or: "oder",
  nameOf: (at) => `Bild ${at}`,
  remove: "Entfernen",
  up: "Nach oben",
  upOf: (at) => `Bild ${at} einen Platz nach oben`,
  instead: "Stattdessen ein anderes",
  add: "Bilder von deinem Gerät hinzufügen",
  altNeeded:
    "Noch ist nichts behalten: sag zu jedem neuen Bild, was dort zu sehen ist, für alle, die es nicht sehen können. Wenn es nur schmückt, behalte es so, wie es ist.",
  notKept: "Noch ist nichts behalten.",
};
