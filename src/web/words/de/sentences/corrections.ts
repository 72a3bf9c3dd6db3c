import type { Sentences } from "../../dictionary.ts";

/** What is no longer right about a live post, and how it is put right. */
export const corrections: Sentences = {
  "It could not be done.": "Das ging nicht.",
  "It is decided, and done as soon as it can be, by the service or the next `carillon once`.":
    "Es ist entschieden und geschieht von selbst, sobald es geht.",
  "To {} it.": "Gewählt: {1:term}.",
  "Changed on the network.": "Im Netzwerk geändert.",
  "Taken back.": "Zurückgenommen.",
  "A note goes out below it: {}.": "Darunter geht ein Hinweis raus: {1}.",
  "Taken back, to be posted again with the rest.":
    "Zurückgenommen, um mit dem Rest noch einmal gepostet zu werden.",
  "Taken back, and posted again: {}.": "Zurückgenommen und neu gepostet: {1}.",
  "Nothing is offered for it: `carillon corrections` lists what is.":
    "Dafür ist nichts mehr vorgeschlagen: „Zu tun“ zeigt, was ist.",
  "Left as it is.": "So gelassen.",
  "The note below {} says it.": "Der Hinweis unter {1} sagt es.",
  "Do it by hand{}, then: carillon correct {} --by leave": "Mach es von Hand{1}, dann wähl hier „So lassen“.",
  "Do it there by hand.": "Mach es dort von Hand.",
  "at {}": "bei {1}",
  "Its account cannot be used.": "Sein Konto lässt sich nicht benutzen.",
  "Part {} of its thread is {}: wait until it is settled.":
    "Teil {1} seines Threads ist {2:term}: warte, bis das entschieden ist.",
  "taken back": "zurückgenommen",
  "other words": "andere Worte",
  "It could not be decided.": "Das ließ sich nicht entscheiden.",
  "It is not known what became of it.": "Was daraus wurde, weiß niemand.",
  "The ledger does not know its entry.": "Das Hauptbuch kennt seinen Beitrag nicht.",
  "There is nothing to say about it.": "Dazu gibt es nichts zu sagen.",
  "It has no posts.": "Dazu gibt es keine Posts.",
  "It is {} already.": "Der Post ist schon {1:term}.",
  "It is {}: only what was sent can be retracted{}.":
    "Der Post ist {1:term}: zurücknehmen kann man nur, was gesendet ist{2}.",
  "; use cancel": "; sag ihn ab",
  "It is unsure, and may be live: look at the account, then carillon resolve {}, and retract again.":
    "Der Post ist unsicher und vielleicht da: sieh beim Konto nach, sag hier, ob er da ist, und nimm ihn dann zurück.",
  "Take it down by hand{}, then: carillon retract {} --by-hand":
    "Lösch den Post von Hand{1}, dann: carillon retract {2} --by-hand",
  "Take it down by hand at {}, then: carillon retract {} --by-hand":
    "Lösch den Post von Hand bei {1}, dann: carillon retract {2} --by-hand",
  "the account": "dem Konto",
  "Name the post itself: --by-hand is for one at a time.":
    "Nenn den Post selbst: --by-hand geht für einen auf einmal.",
  "Taken down by hand, says {}.": "Von Hand gelöscht, sagt {1}.",
  "Taken back by {}.": "Zurückgenommen von {1}.",
  "nobody known": "jemand, den niemand kennt",
  "Written down as taken back.": "Als zurückgenommen aufgeschrieben.",
  "{} has no way to {}.": "{1} hat keine Möglichkeit, {2}.",
  "take a post back": "einen Post zurückzunehmen",
  "change a post": "einen Post zu ändern",
  "reply to a post": "auf einen Post zu antworten",
  "There is nothing to say in its place: carillon retract takes it back.":
    "An seiner Stelle ist nichts zu sagen: nimm den Post zurück.",
  "Posts on {} are made by hand.": "Posts auf {1} macht eine Person von Hand.",
  "The ledger has no receipt for it.": "Das Hauptbuch hat dafür keine Quittung.",
  "Only its address is known, as {} gave it.": "Nur seine Adresse ist bekannt, so wie {1} sie angegeben hat.",
  "Its address is not of the account as it is configured now.":
    "Seine Adresse gehört nicht zum Konto, wie es jetzt in der Konfiguration steht.",
  "{} does not let all of that be changed.": "{1} erlaubt nicht, das alles zu ändern.",
  "The network has no way to do that.": "Das Netzwerk hat dafür keine Möglichkeit.",
  "It was gone already.": "Der Post war schon weg.",
  "The post was taken back.": "Der Post wurde zurückgenommen.",
  "It had not gone out, and does not any more.": "Der Post war noch nicht raus und geht nicht mehr raus.",
  "The post is not live.": "Der Post ist nicht im Netz.",
  "The ledger's receipt names another post by now: look at it, and decide again.":
    "Die Quittung im Hauptbuch nennt inzwischen einen anderen Post: sieh ihn dir an, und entscheide noch einmal.",
  "Nobody knows whether it is live: look at the account, then carillon resolve {}, and decide again.":
    "Niemand weiß, ob der Post da ist: sieh beim Konto nach, sag es hier, und entscheide noch einmal.",
  "Gave up after a day: {}": "Nach einem Tag aufgegeben: {1}",
  "Choose another way: carillon correct {} --by reply, replace or leave.":
    "Wähl einen anderen Weg: eine Antwort, neu posten oder so lassen.",
  "Cancelled by {}, with the post before it.": "Abgesagt von {1}, mit dem Post davor.",
  "The entry says again what was sent.": "Der Beitrag sagt wieder, was gesendet wurde.",
  "{} decided otherwise.": "{1} hat anders entschieden.",
  "It is {}: only what was sent can be corrected or taken back.":
    "Der Post ist {1:term}: berichtigen oder zurücknehmen kann man nur, was gesendet ist.",
  "It is being taken back already.": "Der Post wird schon zurückgenommen.",
  "{} leaves it as it is.": "{1} lässt es so.",
  "A later decision took its place.": "Eine spätere Entscheidung gilt.",
};
