import type { Words } from "../words.ts";

const countOf = (noun: string) => (some: string, all: string | null) =>
  all === null ? `noch ${some} ${noun}` : `noch ${some} von ${all} ${noun}`;

export const channels: Words["channels"] = {
  ending: {
    connected: "Verbunden",
    unconnected: "Nicht verbunden",
    canClose: "Diese Seite kannst du schließen.",
    all: "Alle Kanäle",
  },
  title: "Kanäle",
  text: "Die Konten, auf denen gepostet wird, und wie es um jedes steht.",
  none: "In der Konfiguration stehen noch keine Konten.",
  broken: "Noch nicht zu gebrauchen",
  brokenText: "Sie stehen in der Konfiguration, und etwas stimmt an ihnen nicht. Die anderen laufen weiter.",
  places: "Seiten zur Einrichtung",
  configuration: "Konfiguration",
  health: {
    well: "läuft",
    unseen: "noch nicht versucht",
    hand: "von Hand",
    ending: "endet bald",
    busy: "wartet",
    ended: "ist abgelaufen",
    unconnected: "nicht verbunden",
    parked: "braucht dich",
  },
  tell: {
    well: "Alles ist in Ordnung.",
    unseen: "Seit der Einrichtung hat sich niemand angemeldet; der erste Post wird es tun.",
    hand: (who) => `${who ?? "Eine Person"} postet hier von Hand, wenn es so weit ist.`,
    ending: "Verbinde es neu oder erneuere die Zugangsdaten, bevor es abläuft.",
    busy: "Das Netz bat uns zu warten bis",
    ended:
      "Die Anmeldung ist abgelaufen: verbinde es neu, oder erneuere die Zugangsdaten in der Konfiguration.",
    unconnected: "Jemand muss es einmal im Browser anmelden.",
    parked: "Hier geht nichts raus, bis jemand nachgesehen hat:",
  },
  who: "Dort sind wir",
  works: "Darf",
  missing: "Darf nicht",
  left: "Noch frei",
  leftToday: (rest, most) => `heute noch ${rest} von ${most} Posts, nach unserem eigenen Takt`,
  leftBudget: (rest, most) => `diesen Monat noch ${rest} von ${most}, nach unserem eigenen Budget`,
  leftOf: {
    posts: countOf("Posts"),
    "app-posts": countOf("Posts aller Konten der App"),
    replies: countOf("Antworten"),
    requests: countOf("Anfragen"),
    uploads: countOf("Dateien"),
    removals: countOf("Löschungen"),
    "sign-ins": countOf("Anmeldungen"),
    points: countOf("Punkte für Änderungen"),
    share: (percent) => `noch ${percent} % von dem, was das Konto abfragen darf`,
    "app-share": (percent) => `noch ${percent} % von dem, was die App abfragen darf`,
  },
  until: "bis",
  again: "neu gezählt seit",
  saidAt: "wie das Netz sagte, um",
  saidOn: "wie das Netz sagte:",
  silence: {
    answers: "Das Netz sagt es mit seinen Antworten, und noch kam keine.",
    daily:
      "Das Netz sagt nicht, was noch frei ist. Es zählt Anfragen von Mitternacht bis Mitternacht (UTC) und zeigt die Zahlen, wem die App gehört:",
    nothing: "Das Netz sagt nichts über seine Grenzen.",
  },
  ends: "Endet",
  noEnd: "kein Ende bekannt",
  test: "zum Testen",
  timeline: (posts, until) =>
    posts === 0
      ? "Keine Posts sind geplant."
      : `${posts === 1 ? "Ein geplanter Post" : `${posts} geplante Posts, der letzte`} am ${until}.`,
  timelineEnd: (day) => `Die Anmeldung endet am ${day}.`,
  beyond: (number) =>
    number === "1"
      ? "Ein geplanter Post liegt danach und könnte nicht rausgehen."
      : `${number} geplante Posts liegen danach und könnten nicht rausgehen.`,
  orMore: (number) => `${number} oder mehr`,
  legend: "Ein Punkt ist ein geplanter Post, ein Kreuz einer, der nach dem Ende der Anmeldung liegt.",
  open: (name) => `${name} ansehen`,
  doing: "Was du tun kannst",
  connect: "Verbinden",
  reconnect: "Neu verbinden",
  disconnect: "Trennen",
  disconnectText:
    "Carillon vergisst die Zugangsdaten aus der Anmeldung. Geplante Posts warten, bis jemand das Konto wieder verbindet.",
  tryIt: "Jetzt anmelden und sehen, ob es geht",
  release: "Weitermachen lassen",
  releaseText: "Posts gehen wieder raus, ohne dass vorher nachgesehen wird.",
  sendTest: "Einen Testpost senden",
  sendTestText:
    "Dieses Konto ist zum Testen da. Ein harmloser Post wird dort einmal veröffentlicht, auf demselben Weg wie alle anderen.",
  noTest:
    "Testposts gehen nur auf Konten, bei denen in der Konfiguration test: true steht. Hier steht es nicht.",
  tests: "Testposts",
  testsNone: "Noch keine.",
  onlyOperators: "Die Verwaltung kann es verbinden, ausprobieren und weitermachen lassen.",
  scopes: "Rechte, um die die Anmeldung bittet",
  granted: "gewährt",
  notGranted: "nicht gewährt",
  settings: "Einstellungen",
  setting: "Einstellung",
  value: "Wert",
  origin: "Woher er kommt",
  secret: "geheim, wird nie gezeigt",
  empty: "leer",
  fromFile: (file, line) => (line === null ? file : `${file}, Zeile ${line}`),
  fromVariable: (names) => `durch ${names}`,
  fromEnvironment: (name) => `die Variable ${name}, die vor der Datei gilt`,
  fromDefault: "Vorgabe",
  fromSignIn: "die Anmeldung im Browser, versiegelt im Hauptbuch",
  fromUnknown: "die Konfiguration, wie sie beim Start von Carillon war",
  stale: (file) =>
    `${file} wurde geändert, nachdem Carillon gestartet ist. Es gilt, was damals darin stand: starte Carillon neu, damit die Änderungen gelten. Bis dahin können Zeilen und Werte hier von dem abweichen, was gilt.`,
  connectTitle: (name, label) => `${name} verbinden, ${label}`,
  app: (label) => `Die App bei ${label} muss diese Rücksprungadresse haben, Buchstabe für Buchstabe:`,
  signedIn: (label, name) =>
    `Sei in diesem Browser bei ${label} mit dem Konto angemeldet, das für ${name} posten soll.`,
  go: (host) => `Zu ${host}`,
  goText: "und dort erlauben, worum gebeten wird. Von dort geht es hierher zurück.",
  patience: (minutes) => `Du hast ${minutes} Minuten.`,
  whole: "Was für alles gilt",
  receivers: "Wer von Ereignissen erfährt",
  receiversText: "Programme, denen gesagt wird, was geschieht, mit dem Rechnernamen ihrer Adresse.",
  receiverWell: "nimmt alles an",
  receiverFailing: "nimmt nichts an seit",
  receiverNext: "es wird wieder versucht",
  receiverWaiting: (events: number) => (events === 1 ? "1 Ereignis wartet" : `${events} Ereignisse warten`),
  receiverLost: (events: number) =>
    events === 1 ? "1 Ereignis erreicht es nie mehr" : `${events} Ereignisse erreichen es nie mehr`,
};
