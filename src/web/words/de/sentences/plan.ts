import type { Sentences } from "../../dictionary.ts";

/** Why the plan wants a post, wants it elsewhere, or does not want it. */
export const plan: Sentences = {
  "It never goes out on {}.": "Auf {1} geht das nie raus.",
  "Give it another time or a later end, or {} other quiet times.":
    "Gib dem Schritt eine andere Zeit oder ein späteres Ende, oder {1} andere Ruhezeiten.",
  "{} is past, so nothing will go out. Choose a day to come, or take the step out.":
    "{1} ist vorbei, darum geht nichts raus. Wähl einen Tag, der noch kommt, oder nimm den Schritt heraus.",
  "None of the last {} issues has a section {}. There are: {}.":
    "Keine der letzten {1} Ausgaben hat einen Abschnitt {2}. Es gibt: {3}.",
  "Its time passed while nothing was sent, and {} is not sent late. To send it still: retry.":
    "Seine Zeit verging, als nichts gesendet wurde, und {1} geht nicht verspätet raus. Wenn er doch noch raus soll: versuch es noch einmal.",
  "Its time passed while nothing was sent: release it to send it now, or cancel it.":
    "Seine Zeit verging, als nichts gesendet wurde: gib den Post frei, damit er jetzt rausgeht, oder sag ihn ab.",
  "{} was not to go out so long after its time: it has expired. To send it still: retry.":
    "{1} sollte nicht so lange nach seiner Zeit rausgehen: der Post ist verfallen. Wenn er doch noch raus soll: versuch es noch einmal.",
  "The event has begun. To send it still: retry.":
    "Die Veranstaltung hat begonnen. Wenn der Post doch noch raus soll: versuch es noch einmal.",
  "The campaign {} is no longer in the configuration.":
    "Die Kampagne {1} steht nicht mehr in der Konfiguration.",
  "The campaign {} has no step {} any more.": "Die Kampagne {1} hat keinen Schritt {2} mehr.",
  "{} no longer goes to {}.": "{1} geht nicht mehr an {2}.",
  "Its entry was withdrawn.": "Sein Beitrag wurde zurückgezogen.",
  "Its story is no longer in the entry.": "Seine Meldung steht nicht mehr im Beitrag.",
  "A newer entry has taken its place, or its day has.":
    "Ein neuerer Beitrag ist an seine Stelle getreten, oder ein neuerer Tag.",
  "{} no longer asks for it.": "{1} verlangt ihn nicht mehr.",
  "It is held for a person.": "Er ist für eine Person zurückgehalten.",
  "{} chose its time.": "{1} hat seine Zeit gewählt.",
  "A person wrote its words.": "Seine Worte hat eine Person geschrieben.",
  "No moment within a year is free: look at the account's quiet times.":
    "Ein ganzes Jahr lang ist keine Zeit frei: sieh dir die Ruhezeiten des Kontos an.",
  "Every free moment comes after it has expired.": "Jede freie Zeit kommt erst, wenn er schon verfallen ist.",
  "It is asked for again.": "Er wird wieder verlangt.",
  "Its step asks for another time.": "Sein Schritt verlangt eine andere Zeit.",
  "Something else goes out then, or it is quiet.": "Dann geht etwas anderes raus, oder es ist Ruhe.",
  "{} likes": "{1} Likes",
  "{} reposts": "{1}-mal geteilt",
  "{} replies": "{1} Antworten",
  "The announcement has {} already, so this needs not be said.":
    "Die Ankündigung hat schon {1}; darum muss das nicht mehr gesagt werden.",
  "Else it would be cancelled: {}": "Sonst würde er abgesagt: {1}",
  "Else it would be moved.": "Sonst würde er verschoben.",
  "Its entry says something else now.": "Sein Beitrag sagt jetzt etwas anderes.",
  "It is news.": "Der Beitrag ist neu.",
  "{} asks for it, and did not before.": "{1} verlangt ihn und tat es vorher nicht.",
  "Its day comes.": "Sein Tag kommt.",
  "The entry changed, and {} has other parts now.":
    "Der Beitrag wurde geändert, und {1} hat jetzt andere Teile.",
  "Look at it, edit it, and release or cancel it.":
    "Sieh ihn dir an, ändere ihn, und gib ihn frei, oder sag ihn ab.",
  "{} points: {}": "{1} Punkte: {2}",
  "has an image": "hat ein Bild",
  "has a link of its own": "hat einen eigenen Link",
  "tells of a release": "erzählt von einer neuen Version",
  "fits into one post": "passt in einen Post",
  "nothing speaks for it": "nichts spricht dafür",
};
