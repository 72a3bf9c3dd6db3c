import type { Words } from "../words.ts";

export const needs: Words["needs"] = {
  title: "Zu tun",
  well: "Alles ist gut: nichts wartet auf eine Person.",
  firstSteps: {
    title: "Drei Schritte für den Anfang",
    done: "erledigt",
    look: "Sieh, was aus einem Newsletter wird",
    lookText: "Einer ist schon gelesen. Seine Seite zeigt jeden Post so, wie ihn das Netzwerk zeigen wird.",
    lookNone: "Noch ist nichts gelesen. Eine Quelle sagt, wo dein Newsletter steht.",
    lookSources: "Die Quellen ansehen",
    connect: "Verbinde einen Kanal",
    connectText:
      "Ein Konto steht zuerst in der Konfiguration; die Seite eines Beitrags zeigt die Zeilen für jedes Netzwerk. Danach wird es hier verbunden.",
    connectLink: "Die Kanäle ansehen",
    invite: "Lade die anderen ein",
    inviteText: "Mach für jede Person einen Link: er sagt, ob sie zusieht, schreibt oder zustimmt.",
    inviteLink: "Jemanden einladen",
  },
  newest: "Der neueste Beitrag",
  look: (title) => `Die Posts über „${title}“ ansehen`,
  join: "Noch ist niemand beigetreten: an diesem Rechner dürfen alle zusehen und niemand etwas ändern. Der Link für die erste Verwaltung steht im Terminal.",
  waiting: "Posts, die auf jemanden warten",
  more: (number) =>
    `${number} weitere warten und sind später dran als diese. Sie rücken nach, sobald diese erledigt sind.`,
  entries: "Beiträge, die auf jemanden warten",
  entriesText: "Carillon konnte nicht sagen, ob sie neu sind.",
  corrections: "Ging raus und stimmt nicht mehr",
  alarms: "Was sonst nicht ist, wie es sein soll",
  warnings: "In der Konfiguration zu beheben",
  next: "Geht als Nächstes raus",
  nextWaits: "Nichts geht raus, solange das oben noch wartet.",
  nextNone: "Nichts ist geplant.",
  since: "seit",
  open: "Öffnen",
  openPost: "Den Post ansehen",
  write: "Schreiben",
  agree: "Ansehen und zustimmen",
  drafts: (number) =>
    number === 1 ? "Einem Entwurf ist zuzustimmen" : `${number} Entwürfen ist zuzustimmen`,
  othersAgree: "Du hast zugestimmt. Jemand anders muss das noch.",
  approversAgree: "Jemand mit Freigabe muss noch zustimmen.",
  lookAll: "Ansehen und zustimmen",
  first: (when) => `Der erste geht raus: ${when}`,
  overdue: (late, all) =>
    late < all
      ? `Für ${late} davon ist die Zeit vorbei: was spät dran ist, geht sofort raus, wenn ihm zugestimmt ist.`
      : all === 1
        ? "Seine Zeit ist vorbei: er geht sofort raus, wenn ihm zugestimmt ist."
        : "Ihre Zeit ist vorbei: sie gehen sofort raus, wenn ihnen zugestimmt ist.",
  tell: {
    draft: (given, needed) => `${given} von ${needed} haben zugestimmt.`,
    failed: "Es ließ sich nicht posten.",
    unsure: "Vielleicht ist es da, von hier aus kann es niemand sagen. Sieh beim Konto nach:",
    unsureAsk:
      "Vielleicht ist er draußen. Lass noch einmal im Netzwerk nachsehen, oder sieh selbst beim Konto nach:",
    held: "Es ist zurückgehalten.",
    handed: (who) =>
      `${who} postet das von Hand: öffne die Seite des Netzwerks, kopier die Worte und sag, wo der Post steht.`,
  },
  hold: "Zurückhalten",
  release: "Freigeben",
  cancel: "Absagen",
  retry: "Noch einmal versuchen",
  retract: "Zurücknehmen",
  there: "Es ist da",
  thereAt: "Die Adresse des Posts",
  thereTitle: "Ist der Post da?",
  checkAgain: "Noch einmal prüfen",
  unchecked: "Ungeprüft aufschreiben",
  again: "Es ist nicht da: noch einmal senden",
  lookAgain: "Noch einmal nachsehen",
  sendNow: "Ohne Warten senden",
  announce: "Ankündigen",
  ignore: "Nicht ankündigen",
  by: {
    edit: "Den Post im Netz berichtigen",
    reply: "In einer Antwort sagen",
    replace: "Löschen und neu posten",
    leave: "So lassen",
  },
  handOpen: (label) => `${label} öffnen und dies posten`,
  handWords: "Was zu kopieren ist",
  handText: "Text zum Kopieren",
  handTitle: "Titel zum Kopieren",
  handImage: (at) => `Bild ${at}`,
  stopTitle: "Alles anhalten",
  stopText:
    "Gar nichts geht raus, bis es jemand freigibt. Was schon unterwegs ist, lässt sich nicht anhalten.",
  stopWhy: "Warum?",
  stopButton: "Alles anhalten",
  stopNow: (who, reason) => `${who} hält alles an: ${reason}`,
  stopTwice: "Es ist schon alles angehalten.",
  stopDone: "Jetzt geht nichts raus.",
  releaseAll: "Alles weitergehen lassen",
  releaseTitle: "Was inzwischen fällig wurde",
  releaseText:
    "Wähl aus, was jetzt noch rausgehen soll. Der Rest bleibt zurückgehalten und wartet unter „Zu tun“.",
  releaseNone: "Nichts wurde inzwischen fällig.",
  releaseButton: "Weitergehen lassen",
  released: (held) =>
    held === 0 ? "Alles geht weiter." : `Alles geht weiter; ${held} bleiben zurückgehalten.`,
};
