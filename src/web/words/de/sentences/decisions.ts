import type { Sentences } from "../../dictionary.ts";

/** What a person decided about a post or an entry came to. */
export const decisions: Sentences = {
  "It is {}: {} is for what is {}.":
    "Der Post ist {1:term}: „{2:term}“ gibt es nur für Posts, die {3:term} sind.",
  "It is {}; only drafts are approved.": "Der Post ist {1:term}; zustimmen kann man nur Entwürfen.",
  "It changed at the same moment: look at it again.":
    "Das hat sich im selben Moment geändert: sieh es dir noch einmal an.",
  "Approved by {}: it goes out at {}.": "{1} hat zugestimmt: der Post geht raus, {2}.",
  "Approved by {}; {} more must agree.": "{1} hat zugestimmt; es fehlen noch Zustimmungen: {2}.",
  "Held by {}.": "{1} hat ihn zurückgehalten.",
  "Held until somebody releases it.": "Zurückgehalten, bis ihn jemand freigibt.",
  "It has no words yet: edit it first, or cancel it.":
    "Der Post hat noch keine Worte: schreib sie zuerst, oder sag ihn ab.",
  "Released.": "Freigegeben.",
  "Cancelled by {}.": "Abgesagt von {1}.",
  "Cancelled: it will not go out.": "Abgesagt: der Post geht nicht raus.",
  "It goes out again now.": "Der Post geht jetzt noch einmal raus.",
  "It had been handed to the network before it was cancelled, and may be live: look at the account, and post it there by hand if it is not.":
    "Der Post war schon beim Netzwerk, bevor er abgesagt wurde, und ist vielleicht da: sieh beim Konto nach, und poste ihn dort von Hand, wenn er fehlt.",
  "It is sent again now.": "Der Post wird jetzt noch einmal gesendet.",
  "It is no entry that is held.": "Dieser Beitrag wartet auf niemanden.",
  "The entry is news.": "Der Beitrag ist neu.",
  "The entry is news: its posts are planned.": "Der Beitrag ist neu: seine Posts werden geplant.",
  "The entry is no news.": "Der Beitrag ist nicht neu.",
  "The entry is no news: nothing goes out.": "Der Beitrag ist nicht neu: nichts geht raus.",
  "“{}” is no time: write 2026-12-24 10:00, 10:00, or plan.":
    "„{1}“ ist keine Zeit: schreib 2026-12-24 10:00, 10:00 oder plan.",
  "“{}” is no time.": "„{1}“ ist keine Zeit.",
  "That is past: choose a time to come, or send it now with `retry`.":
    "Das ist vorbei: wähl eine Zeit, die noch kommt, oder sende den Post jetzt.",
  "It goes out {}; the plan leaves it there.": "Der Post hat jetzt diese Zeit, und der Plan lässt sie ihm.",
  "It is the plan's again.": "Seine Zeit bestimmt wieder der Plan.",
  "Another post of {} goes out at nearly the same time.":
    "Fast zur selben Zeit geht ein anderer Post von {1} raus.",
  "{} is to be quiet then.": "{1} soll dann ruhig sein.",
  "{} has as many posts that day as it wants.":
    "{1} hat an diesem Tag schon so viele Posts, wie es sein sollen.",
  "The new text is empty: cancel takes a post out.":
    "Der neue Text ist leer: wer den Post nicht will, sagt ihn ab.",
  "The new text is empty: cancel or retract takes a post out.":
    "Der neue Text ist leer: wer den Post nicht will, sagt ihn ab oder nimmt ihn zurück.",
  "Changed; it must be approved again.": "Geändert; dem muss wieder zugestimmt werden.",
  "Changed.": "Geändert.",
  "It is too long: {} takes {} {} at most.": "Das ist zu lang: {1} nimmt höchstens {2} {3:term}.",
  "The title is too long: {} takes {} {} at most.":
    "Der Titel ist zu lang: {1} nimmt höchstens {2} {3:term}.",
  "An alternative text is too long: {} takes {} characters at most.":
    "Ein Alternativtext ist zu lang: {1} nimmt höchstens {2} Zeichen.",
  "This post is not there any more.": "Diesen Post gibt es nicht mehr.",
  "Nothing was changed.": "Nichts wurde geändert.",
  "Nothing is held of it.": "Davon ist nichts zurückgehalten.",
  "It is not live: its words are written, not reworded.":
    "Der Post ist noch nicht raus: seine Worte kann man einfach ändern.",
  "Copy the address of the post itself, such as https://….":
    "Kopier die Adresse des Posts selbst, also etwas wie https://….",
  "Nothing is to be decided there any more.": "Dort ist nichts mehr zu entscheiden.",
};
