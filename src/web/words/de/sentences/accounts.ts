import type { Sentences } from "../../dictionary.ts";

/** Accounts: whether they work, until when, and trying them. */
export const accounts: Sentences = {
  "The account {} is posted to by hand, so nobody signs in to it.":
    "Auf dem Konto {1} postet eine Person von Hand; darum meldet sich dort niemand an.",
  "The account {} cannot be used yet: {}": "Das Konto {1} lässt sich noch nicht benutzen: {2}",
  "There is no account {} in the configuration. Known: {}.":
    "In der Konfiguration steht kein Konto {1}. Bekannt sind: {2}.",
  "There is no account {}.": "Ein Konto {1} gibt es nicht.",
  "It is not connected.": "Es ist nicht verbunden.",
  "Its tokens are forgotten here; to void them, take the app's right back in the network's own settings.":
    "Seine Tokens sind hier vergessen; damit sie nichts mehr gelten, nimm der App das Recht in den Einstellungen des Netzwerks.",
  "The account {} is not connected yet": "Das Konto {1} ist noch nicht verbunden",
  "run `carillon accounts connect {}`":
    "verbinde {1} auf der Seite „Kanäle“ (oder mit `carillon accounts connect {1}`)",
  "renew its credentials in the configuration": "erneuere seine Zugangsdaten in der Konfiguration",
  "The account {} stopped working on {}": "Das Konto {1} funktioniert seit {2} nicht mehr",
  "The account {} stops working on {}, within a day":
    "Das Konto {1} funktioniert nur noch bis {2}, keinen ganzen Tag mehr",
  "The account {} stops working on {}, in {} days":
    "Das Konto {1} funktioniert nur noch bis {2}, {3} Tage lang",
  "No planned post falls after that.": "Danach ist kein Post geplant.",
  "{} more": "{1!} weitere",
  "Planned after that: {}.": "Danach ist geplant: {1}.",
  "an entry": "ein Beitrag",
  "{} of “{}” on {} ({})": "{1} zu „{2}“ am {3} ({4})",
  "The network would lead your browser back to {}, which is another machine from where you are: set site.url to the address that you have opened, or connect it on the machine that Carillon runs on.":
    "Das Netzwerk würde deinen Browser zu {1} zurückführen, und das ist von dir aus ein anderer Rechner: setz site.url auf die Adresse, die du geöffnet hast, oder verbinde das Konto auf dem Rechner, auf dem Carillon läuft.",
  "Posted to by hand, by {}: nobody signs in.": "Hier postet {1} von Hand: niemand meldet sich an.",
  "a person": "eine Person",
  "Not connected yet: carillon accounts connect {}": "Noch nicht verbunden: carillon accounts connect {1}",
  "Not signed in to yet": "Noch nicht angemeldet",
  "Works as {}": "Funktioniert als {1}",
  "nothing is missing": "nichts fehlt",
  "may not {}": "darf nicht {1}",
  "{}; may {}; {}; {}.": "{1}; darf {2}; {3}; {4}.",
  "publish posts": "Posts veröffentlichen",
  "publish threads": "Threads veröffentlichen",
  "edit them": "sie ändern",
  "remove them": "sie löschen",
  "count reactions": "Reaktionen zählen",
  "no end is known": "ein Ende ist nicht bekannt",
  "stopped working on {}": "funktioniert seit {1} nicht mehr",
  "until {}, for {} days": "bis {1}, {2} Tage lang",
  "The account is posted to by hand, and has no credentials to look with.":
    "Auf dem Konto postet eine Person von Hand, und zum Nachsehen fehlen die Zugangsdaten.",
  "It does not wait.": "Das Konto wartet nicht.",
  "It goes on.": "Es geht weiter.",
  "The last test post is still on its way.": "Der letzte Test ist noch unterwegs.",
  "A test post is on its way: look again in a moment.":
    "Ein Test ist unterwegs: sieh gleich noch einmal nach.",
  "It is not there for tests: nothing is posted to it without need.":
    "Dieses Konto ist nicht zum Testen da: ohne Grund wird dort nichts gepostet.",
  "A person posts there by hand, so there is nothing to try.":
    "Dort postet eine Person von Hand; es gibt nichts auszuprobieren.",
  "What is posted there is public on this site.": "Was dort gepostet wird, ist auf dieser Seite öffentlich.",
  "Posts for {} can only be previewed: {}": "Posts für {1} lassen sich nur ansehen: {2}",
  "The account {} is not in the configuration any more.":
    "Das Konto {1} steht nicht mehr in der Konfiguration.",
  "The account {} is not in the configuration, or lacks a setting.":
    "Das Konto {1} steht nicht in der Konfiguration, oder ihm fehlt eine Einstellung.",
  "The account {} is not in the configuration, or lacks a setting: `carillon check` says which.":
    "Das Konto {1} steht nicht in der Konfiguration, oder ihm fehlt eine Einstellung: `carillon check` sagt, welche.",
  "The budget of {} a month for {} is used up: {} are spent, and this costs {}.":
    "Das Budget von {1} im Monat für {2} ist aufgebraucht: {3} sind ausgegeben, und dieser Post kostet {4}.",
  "Release it after raising the budget, or from {} on.":
    "Gib ihn frei, wenn das Budget erhöht ist, oder ab dem {1:term}.",
};
