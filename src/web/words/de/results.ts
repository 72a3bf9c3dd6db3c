import type { Words } from "../words.ts";

export const results: Words["results"] = {
  title: "Ergebnisse",
  text: "Was aus den Posts wurde: gezählt eine Stunde, sechs Stunden, einen, drei, sieben und dreißig Tage nach dem Senden. „Nicht verraten“ heißt, dass das Netzwerk es nicht sagt; es ist keine 0.",
  none: "Noch ist nichts gezählt. Nach einem Post wird zum ersten Mal gesehen, wenn er eine Stunde alt ist.",
  source: "Quelle",
  any: "alle",
  show: "Zeigen",
  older: "Ältere",
  months: "Nach Monaten",
  csv: "Als Tabelle (CSV)",
  print: "Diese Seite lässt sich drucken.",
  measures: {
    likes: "Likes",
    reposts: "Geteilt",
    replies: "Antworten",
    clicks: "Klicks",
    views: "Gesehen",
  },
  counted: {
    likes: (number) => (number === "1" ? "1 Like" : `${number} Likes`),
    reposts: (number) => `${number}-mal geteilt`,
    replies: (number) => (number === "1" ? "1 Antwort" : `${number} Antworten`),
    clicks: (number) => (number === "1" ? "1 Klick" : `${number} Klicks`),
    views: (number) => `${number}-mal gesehen`,
  },
  untold: "nicht verraten",
  reactions: "Likes, Geteiltes und Antworten",
  posts: (number) => (number === 1 ? "1 Post" : `${number} Posts`),
  postsHead: "Posts",
  gone: (number) => (number === 1 ? "1 Post ist nicht mehr da" : `${number} Posts sind nicht mehr da`),
  notYet: "Noch hat niemand nachgesehen.",
  soFar: (line) => `Bisher: ${line}.`,
  age: (seconds) => {
    const hours = Math.round(seconds / 3600);
    if (hours < 48) return hours <= 1 ? "1 Stunde" : `${hours} Stunden`;
    return `${Math.round(hours / 24)} Tage`;
  },
  fair: (age, of) =>
    of === 1
      ? `Gezählt ${age} nach dem ersten Post und verglichen mit dem, was die Ausgabe davor ${age} nach ihrem ersten hatte: so wird eine frische Ausgabe nicht daran gemessen, was ältere am Ende erreicht haben.`
      : `Gezählt ${age} nach dem ersten Post und verglichen mit dem, was die ${of} Ausgaben davor ${age} nach ihrem ersten hatten: so wird eine frische Ausgabe nicht daran gemessen, was ältere am Ende erreicht haben.`,
  alone: (age) => `Gezählt ${age} nach dem ersten Post. Eine frühere Ausgabe zum Vergleichen gibt es nicht.`,
  more: (number, median) => `${number} mehr als üblich (${median})`,
  fewer: (number, median) => `${number} weniger als üblich (${median})`,
  same: (median) => `wie üblich (${median})`,
  usual: "Üblich",
  usualText: "Üblich: die mittlere (der Median) der Ausgaben davor, im gleichen Alter.",
  chart: (age) => `Likes, Geteiltes und Antworten zusammen, ${age} nach dem ersten Post`,
  issue: "Ausgabe",
  asTable: "Dasselbe als Tabelle",
  together: "Zusammen",
  byAccount: "Nach Kanälen",
  byStep: "Nach Schritten der Kampagne",
  byEntry: "Nach Beiträgen",
  account: "Konto",
  step: "Kampagne und Schritt",
  uncounted: "Nicht gezählt",
  why: {
    untold: "das Netzwerk verrät nichts",
    off: "abgeschaltet (results: false)",
    costs: (cost) =>
      `Nachsehen kostet dort Geld, bis zu ${cost} je Post; „results: true“ beim Konto schaltet es ein`,
    "by hand": "dort postet eine Person, und Carillon hat keine Zugangsdaten, um nachzusehen",
  },
  month: (name) => `Bericht für ${name}`,
  monthSoFar: "Der Monat ist noch nicht um: das sind die Zahlen bisher.",
  monthText: (posts) => `Gesendet: ${posts}.`,
  monthNone: "In diesem Monat ging nichts raus, das gezählt wird.",
  before: (name) => `${name}, zur gleichen Zeit`,
  beforeText: (name) => `${name} steht hier, wie es ebenso lange nach Monatsbeginn stand.`,
  best: "Womit Leserinnen und Leser am meisten gemacht haben",
  live: "im Netzwerk",
  report: {
    title: (site, month) => `${site}: Ergebnisse für ${month}`,
    posts: (posts) => `Gesendet: ${posts}.`,
    line: (counts) => `Daraus wurde: ${counts}.`,
    before: (month, counts) => `${month} zur gleichen Zeit: ${counts}.`,
    best: (account, reactions) => `Am meisten geschah mit dem Post bei ${account} (${reactions}):`,
    reactions: (number) => `${number}-mal Like, geteilt oder beantwortet`,
    all: (address) => `Alles: ${address}`,
  },
};
