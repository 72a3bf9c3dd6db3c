import type { Sentences } from "../../dictionary.ts";

/** What went wrong between here and any network, and what follows. */
export const network: Sentences = {
  "No answer came in time.": "Es kam nicht rechtzeitig eine Antwort.",
  "The connection broke before an answer came ({}).":
    "Die Verbindung brach ab, bevor eine Antwort kam ({1}).",
  "The server could not be reached ({}){}": "Der Server war nicht erreichbar ({1}){2}",
  ": nothing answers at its address; check the address if that goes on.":
    ": unter seiner Adresse antwortet nichts; prüf die Adresse, wenn das so bleibt.",
  ": there is none of that name; check the address.":
    ": einen dieses Namens gibt es nicht; prüf die Adresse.",
  ": its certificate has expired.": ": sein Zertifikat ist abgelaufen.",
  ": it is in a private network; set network.allowPrivate to true if that is meant.":
    ": er steht in einem privaten Netz; setz network.allowPrivate auf true, wenn das gewollt ist.",
  "unknown error": "unbekannter Fehler",
  "more than {} MB came": "mehr als {1} MB kamen",
  "The whole answer did not come in time.": "Die Antwort kam nicht rechtzeitig ganz an.",
  "no answer": "keine Antwort",
  "no answer within {} seconds": "keine Antwort in {1} Sekunden",
  "the server answers {}": "der Server antwortet mit {1}",
  "it is larger than {} bytes": "sie ist größer als {1} Bytes",
  "The file {} cannot be used: {}.": "Die Datei {1} lässt sich nicht verwenden: {2}.",
  "This machine stood still for too long: nothing more was sent.":
    "Dieser Rechner stand zu lange still: mehr wurde nicht gesendet.",
  "This machine stood still before the post was sent: nothing went out, and it is tried again.":
    "Dieser Rechner stand still, bevor der Post gesendet war: nichts ging raus, und es wird noch einmal versucht.",
  "{} is in a private network, where Carillon does not go by itself: set network.allowPrivate to true if that is meant.":
    "{1} steht in einem privaten Netz, in das Carillon nicht von selbst geht: setz network.allowPrivate auf true, wenn das gewollt ist.",
  "Edit the post and retry.": "Ändere den Post, und versuch es noch einmal.",
  "Gave up after {} tries in a day: {}": "Nach {1} Versuchen an einem Tag aufgegeben: {2}",
  "Mend the cause and retry.": "Behebe die Ursache, und versuch es noch einmal.",
  "The network's answer was lost again: looking for the post later.":
    "Die Antwort des Netzwerks ging wieder verloren: nach dem Post wird später gesehen.",
  "The answer was lost and the post is not to be seen yet: looking again in a minute.":
    "Die Antwort ging verloren, und der Post ist noch nicht zu sehen: in einer Minute wird wieder nachgesehen.",
  "The network's answer was lost, and it has no way to look the post up. Look at the account: `carillon resolve ID --permalink URL` if the post is there, `carillon resolve ID --again` if not.":
    "Die Antwort des Netzwerks ging verloren, und nachsehen lässt sich dort nicht. Sieh beim Konto nach, und sag hier, ob der Post da ist.",
  "The post that this one replies to is not live.": "Der Post, auf den dieser antwortet, ist nicht da.",
  "It is there twice: {} as well. Take one of them down by hand.":
    "Es ist doppelt da: auch unter {1}. Lösch eins von beiden von Hand.",
};
