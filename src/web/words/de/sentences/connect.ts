import type { Sentences } from "../../dictionary.ts";

/** Signing accounts in by a browser, and keeping them signed in. */
export const connect: Sentences = {
  "The account {} needs `{}` and `{}`, those of an app at {}: channels/README.md says how to make one.":
    "Das Konto {1} braucht `{2}` und `{3}`, die einer App bei {4}: channels/README.md sagt, wie man eine anlegt.",
  "{} has no sign-in by browser: the account {} takes what channels/README.md says under “{}”. Then: carillon accounts test {}":
    "{1} lässt sich nicht per Browser verbinden: das Konto {2} braucht, was channels/README.md unter „{3}“ sagt. Danach: carillon accounts test {4}",
  "{} gave no token ({})": "{1} hat kein Token gegeben ({2})",
  "sign in anew": "melde dich neu an",
  "{}: it does not know the app; {}.": "{1}: die App ist dort unbekannt; {2}.",
  "check `{}` and `{}`": "prüf `{1}` und `{2}`",
  "nothing there gives tokens": "dort gibt nichts Tokens aus",
  "what it was shown is not good, or no longer": "was gezeigt wurde, gilt nicht oder nicht mehr",
  "Nothing was changed: {} again.": "Nichts wurde geändert: {1}.",
  "Nothing was changed: {} could not do what it is for.":
    "Nichts wurde geändert: {1} könnte nicht tun, wofür es da ist.",
  "{} gave a token, but with it: {}": "{1} hat ein Token gegeben, aber damit: {2}",
  "You signed in as {}, but {} has been {} until now, so nothing was changed. Sign in as {}; or, if the change is meant, run `carillon accounts disconnect {}` first.":
    "Du hast dich als {1} angemeldet, aber {2} war bisher {3}; darum wurde nichts geändert. Melde dich als {4} an; oder, wenn der Wechsel gewollt ist, trenne das Konto zuerst: `carillon accounts disconnect {5}`.",
  "{} is connected, but who it is could not be asked: {}":
    "{1} ist verbunden, aber wer es ist, ließ sich nicht erfragen: {2}",
  "Later: carillon accounts test {}": "Später: carillon accounts test {1}",
  "{} is connected as {} ({}).": "{1} ist verbunden als {2} ({3}).",
  "It works until {}, for {} days: connect it again before then.":
    "Es funktioniert bis {1}, {2} Tage lang: verbinde es vorher neu.",
  "It works until it is revoked there; Carillon renews what must be renewed.":
    "Es funktioniert, bis es dort widerrufen wird; was zu erneuern ist, erneuert Carillon.",
  "It may {}.": "Es darf: {1}.",
  "do nothing": "nichts",
  "It may not {}, because it was not given {}: {}": "Es darf nicht: {1}; denn {2} fehlt: {3}",
  "The account {} is not connected yet: {}.": "Das Konto {1} ist noch nicht verbunden: {2}.",
  "The account {} is not connected: {}.": "Das Konto {1} ist nicht verbunden: {2}.",
  "Where a new sign-in mends it, {}.": "Wo eine neue Anmeldung hilft: {1}.",
  "The sign-in of {} is being renewed.": "Die Anmeldung von {1} wird gerade erneuert.",
  "Nobody waits for this answer: it belongs to another sign-in, or to none. Begin again.":
    "Auf diese Antwort wartet niemand: sie gehört zu einer anderen Anmeldung oder zu keiner. Fang noch einmal an.",
  "This answer was used before: nothing was done a second time.":
    "Diese Antwort wurde schon benutzt: nichts ist ein zweites Mal geschehen.",
  "This answer came too late, more than ten minutes after the sign-in began: begin again.":
    "Diese Antwort kam zu spät, mehr als zehn Minuten nach dem Anfang der Anmeldung: fang noch einmal an.",
  "{} says that the app was not allowed: {} again, and allow it there.":
    "{1} sagt, dass die App nicht erlaubt wurde: {2}, und erlaub sie dort.",
  "{} does not give this app all that it asks for: {}":
    "{1} gibt dieser App nicht alles, worum sie bittet: {2}",
  "{} has trouble of its own ({}): {} again later.":
    "{1} hat gerade selbst Probleme ({2}): {3}, aber später.",
  "{} sent neither a code nor a reason: {} again.":
    "{1} hat weder einen Code noch einen Grund geschickt: {2}.",
  "{} refuses the sign-in ({}): compare the app's settings there with channels/README.md.":
    "{1} lehnt die Anmeldung ab ({2}): vergleich die Einstellungen der App dort mit channels/README.md.",
  "Another process renews the sign-in of {} and does not come to an end.":
    "Ein anderer Prozess erneuert die Anmeldung von {1} und kommt nicht zum Ende.",
  "The sign-in of {} ended on {}: {}.": "Die Anmeldung von {1} endete am {2}: {3}.",
  "The answer to the last renewal may have been lost.":
    "Vielleicht ging die Antwort auf die letzte Erneuerung verloren.",
  "The sign-in of {} cannot be renewed.": "Die Anmeldung von {1} lässt sich nicht erneuern.",
  "To mend it, {}.": "So geht es wieder: {1}.",
  "the file {}": "die Datei {1}",
  "{} holds another key than the one that sealed them":
    "{1} enthält einen anderen Schlüssel als den, der sie versiegelt hat",
  "{} is missing, which sealed them": "{1} fehlt und hat sie versiegelt",
  "The tokens of {} cannot be read: {}. Bring that key back; or, where it is lost, run `carillon accounts disconnect` and `connect` for every connected account.":
    "Die Tokens von {1} lassen sich nicht lesen: {2}. Hol den Schlüssel zurück; oder, wenn er verloren ist, trenne und verbinde jedes verbundene Konto neu.",
};
