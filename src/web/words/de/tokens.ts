import type { Words } from "../words.ts";

export const tokens: Words["tokens"] = {
  title: "Tokens für Programme",
  text: "Mit einem Token benutzt ein Programm die API, so weit seine Rechte reichen. Was es entscheidet, steht unter seinem Namen im Verlauf. Wo mehrere zustimmen müssen, ist es keine zweite Stimme: es zählt als die Person, die es erstellt hat.",
  document: "Was die API kann",
  begin: "So fängt ein Programm an",
  beginText:
    "Setze in einer Shell einmal die Adresse und das Token. Jeder Befehl darunter fragt den Dienst dann eine Sache und gibt die Antwort als JSON aus.",
  examples: {
    needs: "Was auf jemanden wartet und was als Nächstes hinausgeht; für Tokens, die ansehen dürfen:",
    sent: "Die letzten fünf Beiträge, die hinausgingen, mit ihren Adressen:",
    hold: "Alles anhalten, einmal, so oft es auch gesendet wird; für Tokens, die Beiträge ändern dürfen:",
  },
  beginMore:
    "Mit denselben zwei Variablen arbeitet der Befehl carillon von jedem Rechner aus: carillon status, carillon approve ID. Was abgelehnt wird, sagt warum und was zu tun ist.",
  name: "Name",
  nameHint:
    "Wer es benutzt: Buchstaben, Ziffern, Punkte, Striche. Entscheidungen tragen den Namen „token:NAME“.",
  rights: "Es darf",
  right: {
    see: "alles ansehen",
    write: "Beiträge ändern, verschieben und anhalten",
    approve: "zustimmen, freigeben und zurücknehmen",
    operate: "Quellen sofort lesen und Konten ausprobieren lassen",
  },
  days: "Tage, bis es endet",
  make: "Token erstellen",
  made: (name) => `Das Token ${name}. Es steht nur jetzt hier: kopier es dorthin, wo das Programm es liest.`,
  none: "Es gibt noch kein Token.",
  list: "Gültige Tokens",
  ended: "Beendet",
  madeBy: (who) => `von ${who}`,
  until: (day) => `bis ${day}`,
  endedOn: (day) => `beendet am ${day}`,
  used: (when) => `zuletzt benutzt ${when}`,
  unused: "nie benutzt",
  end: "Beenden",
  over: "Das Token ist beendet: kein Programm kann es mehr benutzen.",
  gone: "Dieses Token war schon beendet.",
  problems: {
    name: "Ein Name hat 1 bis 40 Buchstaben, Ziffern, Punkte, Binde- und Unterstriche und beginnt mit einem Buchstaben oder einer Ziffer.",
    taken: "Ein Token dieses Namens gibt es schon: beende es zuerst, oder wähl einen anderen Namen.",
    rights: "Wähl mindestens ein Recht.",
    days: "Ein Token gilt 1 bis 730 Tage.",
  },
};
