import type { Words } from "../words.ts";

export const admission: Words["admission"] = {
  signIn: "Anmelden",
  signInWith: (label) => `Mit ${label} anmelden`,
  notIn: "Du bist nicht angemeldet",
  turned: {
    cancelled: (label) =>
      `${label} wurde nicht gefragt, wer du bist, oder hat abgelehnt. Nichts wurde geändert.`,
    unreachable: (label) =>
      `${label} antwortet gerade nicht: versuch es bitte in ein paar Minuten noch einmal.`,
    refused: (label) =>
      `${label} hat Carillon abgelehnt. Die Verwaltung sollte signIn in der Konfiguration mit dem vergleichen, was ${label} hat.`,
    untrue: (label) =>
      `Was ${label} gesagt hat, war nicht glaubwürdig; darum wurde niemand angemeldet. Versuch es bitte noch einmal.`,
    lost: (label) =>
      `Um diese Antwort von ${label} hat dieser Browser nicht gebeten, oder sie kam nach mehr als zehn Minuten: fang bitte noch einmal an.`,
    unconfirmed: (label) =>
      `${label} hat deine E-Mail-Adresse nicht bestätigt; niemand kann sagen, ob es deine ist. Bestätige sie dort zuerst.`,
    uninvited: (label) =>
      `${label} kennt dich, aber hier hat dich noch niemand eingeladen: bitte die Verwaltung deines Teams um einen Link.`,
    ended: () => "Die Verwaltung hat dich ausgeschlossen.",
    other: (label) =>
      `Bei ${label} meldet sich schon jemand anderes mit deiner E-Mail-Adresse an: frag die Verwaltung deines Teams.`,
  },
  login: "Anmeldename",
  loginHint: "Ein kurzer Name oder deine E-Mail-Adresse; ein Wort.",
  password: "Passwort",
  passwordHint: (least) =>
    `Mindestens ${least} Zeichen. Drei oder vier Wörter merken sich leichter als eins.`,
  noAccount: "Noch kein Zugang? Bitte die Verwaltung deines Teams um einen Link.",
  forgot: "Passwort vergessen? Bitte ebenfalls um einen Link: damit trittst du neu bei.",
  first:
    "Noch ist niemand beigetreten. Der Link für die erste Verwaltung steht im Terminal, in dem Carillon gestartet wurde.",
  join: (site) => `${site} beitreten`,
  joinAs: (role, ability) => `Deine Rolle ist „${role}“: ${ability}.`,
  name: "Dein Name, wie ihn das Team liest",
  joinButton: "Beitreten",
  used: "Dieser Link gilt nicht mehr",
  usedText: "Er wurde benutzt oder ist älter als eine Woche. Bitte die Verwaltung um einen neuen.",
  problems: {
    wrong: "Dieser Anmeldename und dieses Passwort gehören nicht zusammen.",
    wait: (seconds) =>
      `Zu viele Fehlversuche: bitte warte ${seconds < 90 ? `${seconds} Sekunden` : `${Math.ceil(seconds / 60)} Minuten`}.`,
    short: "Das Passwort ist zu kurz: bitte mindestens 12 Zeichen.",
    long: "Das Passwort ist zu lang: bitte höchstens 200 Zeichen.",
    guessable:
      "Das Passwort ist leicht zu erraten: es darf nicht den Anmeldenamen enthalten oder nur wenige Zeichen wiederholen.",
    taken: "Diesen Anmeldenamen gibt es schon: bitte wähl einen anderen.",
    used: "Dieser Link wurde inzwischen benutzt: bitte um einen neuen.",
    name: "Bitte sag, wie du heißt, in höchstens 80 Zeichen.",
    login: "Ein Anmeldename ist ein Wort aus Buchstaben, Ziffern und . _ @ + -",
  },
  people: "Personen",
  peopleText: "Wer sich hier anmelden darf und was sie tun dürfen.",
  role: "Rolle",
  joined: (day) => `seit ${day}`,
  changeRole: "Rolle ändern",
  shutOut: "Aussperren",
  letIn: "Wieder hereinlassen",
  isOut: "ausgesperrt",
  lastKey: "Dann könnte niemand mehr jemanden hereinlassen. Gib zuerst jemand anderem die Verwaltung.",
  done: "Erledigt.",
  invite: "Jemanden einladen",
  inviteText:
    "Erstellt einen Link für eine Person. Schick ihn auf einem Weg, dem du traust: wer ihn zuerst öffnet, tritt bei.",
  makeLink: "Link erstellen",
  theLink: (role) =>
    `Der Link für die neue Rolle „${role}“, für eine Woche und eine Person. Er steht nur jetzt hier:`,
  openLinks: "Offene Einladungen",
  invitedBy: (by, until) => `von ${by}, bis ${until}`,
  withdraw: "Zurückziehen",
  yourself: "Du",
  sessions: "Wo du angemeldet bist",
  thisOne: "dieser Browser",
  lastSeen: (when) => `zuletzt benutzt ${when}`,
  end: "Dort abmelden",
  changePassword: "Passwort ändern",
  oldPassword: "Das jetzige Passwort",
  newPassword: "Das neue Passwort",
  changed: "Das Passwort ist geändert; alle anderen Browser sind abgemeldet.",
  unknownBrowser: "unbekannter Browser",
};
