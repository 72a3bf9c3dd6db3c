import type { Sentences } from "../../dictionary.ts";

/** What is not as it should be, and what to do about it. */
export const alarms: Sentences = {
  "The configuration has a problem at {}: {}.": "In der Konfiguration stimmt etwas nicht, bei {1}: {2}.",
  "Then start Carillon again.": "Dann starte Carillon neu.",
  "The account {} cannot post{}": "Das Konto {1} kann nicht posten{2}",
  "Mend that, then `carillon accounts test {}`: what waits for it goes on.":
    "Behebe das, und lass das Konto weitermachen: dann geht raus, was darauf wartet.",
  "Nobody is told of alarms{}": "Niemand erfährt von Alarmen{1}",
  "Name another account as `alarm` in the configuration.":
    "Nenn in der Konfiguration ein anderes Konto als `alarm`.",
  "What people should hear through {} does not get there{}":
    "Was Personen über {1} erfahren sollen, kommt nicht an{2}",
  "Mend that, then `carillon retry {}`; `carillon log --account {}` shows all that was to be told.":
    "Behebe das, dann `carillon retry {1}`; `carillon log --account {2}` zeigt, was alles gesagt werden sollte.",
  "`carillon cancel {}` if it is not to go out": "sag ihn ab, wenn er nicht rausgehen soll",
  "The post {} to {} is late{}": "Der Post {1} an {2} ist zu spät{3}",
  "no try has ended yet": "noch ist kein Versuch zu Ende",
  "It is tried again by itself. To try now: `carillon retry {}`; or {}.":
    "Es wird von selbst wieder versucht. Du kannst es auch jetzt noch einmal versuchen; oder {2}.",
  "The post {} to {} is late, and nobody has said that it is there{}":
    "Der Post {1} an {2} ist zu spät, und niemand hat gesagt, dass er da ist{3}",
  "Post it, then `carillon resolve {} --permalink URL`; `carillon status` shows the words.":
    "Poste ihn, und sag unter „Zu tun“, wo er steht; dort stehen auch die Worte.",
  "The post {} to {} was due and is not approved: {} of {} agreed.":
    "Der Post {1} an {2} war fällig, und ihm ist nicht zugestimmt: {3} von {4} haben es getan.",
  "`carillon approve {}`, or {}.": "Stimm ihm zu, oder {2}.",
  "The post {} to {} was due and is held{}": "Der Post {1} an {2} war fällig und ist zurückgehalten{3}",
  "`carillon release {}`, or {}.": "Gib ihn frei, oder {2}.",
  "The post {} to {} has failed{}": "Der Post {1} an {2} ist gescheitert{3}",
  "Mend that, then `carillon retry {}`; or {}.": "Behebe das, und versuch es noch einmal; oder {2}.",
  "The post {} to {} may be there, and nobody can tell: the network's answer was lost.":
    "Der Post {1} an {2} ist vielleicht da, und niemand kann es sagen: die Antwort des Netzwerks ging verloren.",
  "Look at the account, then `carillon resolve {} --permalink URL` if it is there, `carillon resolve {} --again` if not.":
    "Sieh beim Konto nach, und sag unter „Zu tun“, ob er da ist.",
  "No new entry of {} has come, and {} expected one by {}.":
    "Von {1} kam kein neuer Beitrag, und {2} hat bis {3:term} einen erwartet.",
  "If it is out, `carillon read {}` shows what is understood of it; else this ends when it comes.":
    "Wenn er draußen ist, zeigt `carillon read {1}`, was davon verstanden wird; sonst endet das hier, wenn er kommt.",
  "The source {} has not answered yet{}": "Die Quelle {1} hat noch nie geantwortet{2}",
  "The source {} has not answered for a day{}": "Die Quelle {1} hat seit einem Tag nicht geantwortet{2}",
  "`carillon read {}` asks it now; its address is in the configuration.":
    "Auf der Seite „Quellen“ kannst du sie jetzt ansehen; ihre Adresse steht in der Konfiguration.",
  "The entry “{}” of {} waits for a person{}": "Der Beitrag „{1}“ aus {2} wartet auf eine Person{3}",
  "`carillon release {}` lets it go out, `carillon cancel {}` passes it over.":
    "Unter „Zu tun“ kannst du ihn ankündigen oder nicht.",
  "{} entries of {} wait for a person{}": "{1} Beiträge aus {2} warten auf eine Person{3}",
  "`carillon status` lists them; `carillon release {}` lets all go.":
    "Sie stehen unter „Zu tun“; `carillon release {1}` gibt alle frei.",
  "1 post is held": "1 Post ist zurückgehalten",
  "{} posts are held": "{1} Posts sind zurückgehalten",
  "The entry “{}” has vanished from {}, and {} until somebody knows why.":
    "Der Beitrag „{1}“ ist aus {2} verschwunden, und {3}, bis jemand weiß, warum.",
  "`carillon status` lists them: release what is still true, cancel the rest. They go on by themselves if the entry comes back.":
    "Sie stehen unter „Zu tun“: gib frei, was noch stimmt, und sag den Rest ab. Kommt der Beitrag zurück, gehen sie von selbst weiter.",
  "The worker on {} (process {}) has given no sign of life.":
    "Der Prozess auf {1} (Nummer {2}) gibt kein Lebenszeichen mehr.",
  "Start it again: `carillon start` takes its place.":
    "Starte ihn neu: `carillon start` tritt an seine Stelle.",
  "The clock says {}, and Carillon has worked at {} already.":
    "Die Uhr sagt {1:term}, und Carillon hat schon {2:term} gearbeitet.",
  "Set this machine's clock by a time server: posts go out by it.":
    "Stell die Uhr dieses Rechners nach einem Zeitserver: nach ihr gehen Posts raus.",
  "The ledger cannot be written: {}": "Das Hauptbuch lässt sich nicht schreiben: {1}",
  "the file is damaged or no ledger; it was left as it is.":
    "die Datei ist beschädigt oder kein Hauptbuch; sie wurde so gelassen, wie sie ist.",
  "Move it away and run `carillon import BACKUP`, or point `ledger` at another file.":
    "Leg sie woandershin und ruf `carillon import BACKUP` auf, oder nenn als `ledger` eine andere Datei.",
  "the file belongs to another program, or is damaged; it was left as it is.":
    "die Datei gehört einem anderen Programm oder ist beschädigt; sie wurde so gelassen, wie sie ist.",
  "Point `ledger` at another file.": "Nenn als `ledger` eine andere Datei.",
  "a file stands where its folder should be.": "wo sein Ordner sein sollte, steht eine Datei.",
  "Remove that file, or point `ledger` elsewhere.":
    "Entferne diese Datei, oder nenn als `ledger` einen anderen Ort.",
  "the folder is missing or may not be written.": "der Ordner fehlt oder darf nicht beschrieben werden.",
  "Change its rights, or point `ledger` elsewhere.":
    "Ändere seine Rechte, oder nenn als `ledger` einen anderen Ort.",
  "another program has kept it locked for too long.": "ein anderes Programm hält es schon zu lange gesperrt.",
  "End that program and try again.": "Beende dieses Programm, und versuch es noch einmal.",
  "the disk does not read or write it (disk I/O error).":
    "die Platte liest oder schreibt es nicht (Ein-/Ausgabefehler).",
  "Look at the disk, its quota and its rights.": "Sieh nach der Platte, ihrer Quota und ihren Rechten.",
  "the disk is full.": "die Platte ist voll.",
  "Make room: nothing was lost, and a service goes on by itself.":
    "Schaff Platz: nichts ist verloren, und der Dienst geht von selbst weiter.",
  "Until then nothing is posted; all goes on by itself once it can be written.":
    "Bis dahin wird nichts gepostet; alles geht von selbst weiter, sobald es sich schreiben lässt.",
  "A post about “{}” is live and no longer says what the entry says.":
    "Ein Post zu „{1}“ ist im Netz und sagt nicht mehr, was der Beitrag sagt.",
  "{} posts about “{}” are live and no longer say what the entry says.":
    "{1} Posts zu „{2}“ sind im Netz und sagen nicht mehr, was der Beitrag sagt.",
  "`carillon corrections {}` shows what changed, word by word, and what can be done about it.":
    "Unter „Zu tun“ steht, was sich Wort für Wort geändert hat und was sich tun lässt.",
  "Less than {} MB are free where the ledger is.": "Wo das Hauptbuch liegt, sind weniger als {1} MB frei.",
  "Make room: on a full disk nothing can be recorded, and so nothing is posted.":
    "Schaff Platz: auf einer vollen Platte lässt sich nichts aufschreiben, und darum wird nichts gepostet.",
  "For others: {}.": "Für andere: {1}.",
  "The post {} to {} waits for the page of its entry{}":
    "Der Post {1} an {2} wartet auf die Seite seines Beitrags{3}",
  "{} posts (to {}) wait for the page of their entry{}":
    "{1} Posts (an {2}) warten auf die Seite ihres Beitrags{3}",
  "Mend the page: it is looked at every quarter of an hour, and at once after a deploy hook. `wait: { card: false }` in the campaign asks for the link only; `carillon cancel {}` gives up.":
    "Berichtige die Seite: sie wird jede Viertelstunde angesehen und sofort nach einem Deploy-Hook. `wait: { card: false }` in der Kampagne verlangt nur den Link; wer die Posts absagt, gibt auf.",
  "{} takes no events{}": "{1} nimmt keine Ereignisse an{2}",
  "See that it answers with 2xx, or take it out of `events`; what it does not take is tried for three days.":
    "Sorg dafür, dass er mit 2xx antwortet, oder nimm ihn aus `events`; was er nicht nimmt, wird drei Tage lang versucht.",
  "{} takes no events, and {} will never reach it{}":
    "{1} nimmt keine Ereignisse an, und {2} werden ihn nie erreichen{3}",
  "{} holds everything back: {}.": "{1} hält alles an: {2:own}.",
  "To go on: `carillon release --all`, or “Let everything go on” on the desk.":
    "Weiter geht es mit „Alles weitergehen lassen“ unter „Zu tun“.",
  "The hub {} does not tell of news of {}: {}.": "Der Hub {1} sagt nichts Neues von {2}: {3}.",
  "It is asked again by itself, and {} is looked at as its `poll` says. `websub: false` there leaves the hub alone.":
    "Er wird von selbst wieder gefragt, und {1} wird angesehen, wie `poll` es sagt. `websub: false` dort lässt den Hub in Ruhe.",
};
