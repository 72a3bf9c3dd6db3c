import type { Sentences } from "../../dictionary.ts";

/** Why an entry or its posts wait for a person. */
export const entries: Sentences = {
  "{} new entries came at once, and the brake is {}: release those that are news.":
    "{1} neue Beiträge kamen auf einmal, und die Bremse ist {2}: gib die frei, die neu sind.",
  "Release it if it is news.": "Kündige ihn an, wenn er neu ist.",
  "It was dated more than {} days ago when it was first seen: release it if it is news.":
    "Sein Datum lag schon mehr als {1} Tage zurück, als er zum ersten Mal gesehen wurde: kündige ihn an, wenn er neu ist.",
  "on no day": "auf keinen Tag",
  "It bears the id or address of “{}”, but says something else.":
    "Er trägt Kennung oder Adresse von „{1}“, sagt aber etwas anderes.",
  "It is dated {}, which is in the future.": "Er ist auf {1} datiert, und das kommt erst noch.",
  "It is in another language ({}) than its source ({}).":
    "Er hat eine andere Sprache ({1}) als seine Quelle ({2}).",
  "It has the same date as “{}”, another issue: a translation in the wrong place, perhaps.":
    "Er hat dasselbe Datum wie „{1}“, eine andere Ausgabe: vielleicht eine Übersetzung am falschen Ort.",
  "Its entry has vanished from its source. Cancel it if that was taken back; release it if it is still true. It goes on by itself if the entry comes back.":
    "Sein Beitrag ist aus der Quelle verschwunden. Sag den Post ab, wenn das zurückgenommen wurde; gib ihn frei, wenn es noch stimmt. Kommt der Beitrag zurück, geht es von selbst weiter.",
  "Its entry has come back.": "Sein Beitrag ist wieder da.",
  "It came due while everything was held, and was not chosen to go out late: release or cancel it.":
    "Er wurde fällig, als alles angehalten war, und sollte nicht verspätet rausgehen: gib ihn frei, oder sag ihn ab.",
  "This ledger was restored from an older copy.": "Dieses Hauptbuch kommt aus einer älteren Kopie.",
  "This ledger was restored from a backup of {} UTC.":
    "Dieses Hauptbuch kommt aus einer Sicherung vom {1} UTC.",
  "Look at the account whether this was sent since: `carillon resolve ID --permalink URL` if the post is there, `carillon resolve ID --again` if not.":
    "Sieh beim Konto nach, ob das seitdem gesendet wurde, und sag hier, ob der Post da ist.",
  "Look whether anybody has changed, cancelled or sent this since, then release or cancel it.":
    "Sieh nach, ob ihn seitdem jemand geändert, abgesagt oder gesendet hat; dann gib ihn frei, oder sag ihn ab.",
  "Look whether this was announced since: release it if it was not, else cancel it.":
    "Sieh nach, ob das seitdem angekündigt wurde: wenn nicht, kündige es an, sonst nicht.",
  "Look whether this was done since, and decide again.":
    "Sieh nach, ob das seitdem geschah, und entscheide noch einmal.",
  "Look whether this was sent since before you approve it.":
    "Sieh nach, ob das seitdem gesendet wurde, bevor du zustimmst.",
  "Look whether this was sent since before you release it.":
    "Sieh nach, ob das seitdem gesendet wurde, bevor du es freigibst.",
  "Look whether this was sent since before you retry it.":
    "Sieh nach, ob das seitdem gesendet wurde, bevor du es noch einmal versuchst.",
  "Somebody may have settled this since: look again.":
    "Vielleicht hat das seitdem jemand geklärt: sieh noch einmal hin.",
  "Somebody may have posted this since: look before you do.":
    "Vielleicht hat das seitdem jemand gepostet: sieh nach, bevor du es tust.",
};
