import type { Words } from "../words.ts";

export const agreement: Words["agreement"] = {
  title: "Zustimmung",
  needs: (needed) =>
    needed === 1 ? "Eine Person muss zustimmen." : `${needed} verschiedene Personen müssen zustimmen.`,
  bound:
    "Eine Zustimmung gilt genau dem, was hier steht: Worte, Bilder, Konto und Zeit. Was danach geändert wird, braucht sie neu.",
  agreed: (who) => `${who} hat zugestimmt`,
  agreedFor: (who, voice) => `${who} hat zugestimmt und zählt als ${voice}`,
  approve: "Dem zustimmen",
  approveAll: (number) => (number === 1 ? "Diesem Entwurf zustimmen" : `Allen ${number} Entwürfen zustimmen`),
  approveRest: (number) =>
    number === 1 ? "Dem zustimmen, der noch fehlt" : `Den ${number} zustimmen, die noch fehlen`,
  approvedMany: (number) =>
    `Du hast ${number} Posts zugestimmt. Jeder geht zu der Zeit raus, die unter ihm steht.`,
  agreedAll: "Du hast allem hier zugestimmt. Andere müssen das noch.",
  back: "Zurückgeben",
  backWhy: "Was soll anders werden?",
  ask: "Um Durchsicht bitten",
  askAll: "Um Durchsicht von allem bitten",
  asked: (who) => `${who} bittet um Durchsicht`,
  said: (who) => `${who} meint`,
  sentBack: (who) => `${who} hat es zurückgegeben`,
  comment: "Eine Anmerkung",
  say: "Sagen",
  remarks: "Was gesagt wurde",
  done: "Erledigt.",
  askedNote: "Die anderen sehen jetzt, dass du darum bittest.",
  links: "Durchsicht ohne Anmeldung",
  linksText:
    "Erstellt einen Link, der diese Posts eine Woche lang allen zeigt, die ihn haben, und sie etwas anmerken lässt. Zustimmen oder ändern kann damit niemand.",
  makeLink: "Link erstellen",
  theLink: "Der Link, er steht nur jetzt hier:",
  linkBy: (who, until) => `von ${who}, bis ${until}`,
  endLink: "Beenden",
  guestTitle: (title) => `Zur Durchsicht: ${title}`,
  guestText: "Das wird gepostet, und so wird es aussehen. Sag dem Team, was du davon hältst.",
  yourName: "Dein Name",
  ended: "Dieser Link gilt nicht mehr",
  endedText:
    "Er wurde beendet oder ist älter als eine Woche. Bitte um einen neuen, wer ihn dir geschickt hat.",
  thanks: "Danke: das Team sieht es jetzt.",
};
