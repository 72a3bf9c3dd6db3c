import type { Sentences } from "../../dictionary.ts";

/** How a source answers. */
export const sources: Sentences = {
  "The hub refuses{}.": "Der Hub lehnt ab{1}.",
  "The hub {} answers {}.": "Der Hub {1!} antwortet mit {2!}.",
  "The hub {} could not be reached.": "Der Hub {1} war nicht erreichbar.",
  "It was looked at less than a minute ago: please wait.":
    "Sie wurde vor weniger als einer Minute angesehen: warte bitte.",
  "It is being looked at already.": "Sie wird gerade schon angesehen.",
  "It answers; nothing is new.": "Sie antwortet; nichts ist neu.",
  "It answers: {} known from now on, and what comes next is news.":
    "Sie antwortet: {1} ab jetzt bekannt, und neu ist, was danach kommt.",
  "{} entries": "{1} Beiträge",
  "1 entry": "1 Beitrag",
  "{} new": "{1} neu",
  "{} held for a person": "{1} für eine Person zurückgehalten",
  "{} changed": "{1} geändert",
  "1 post planned": "1 Post geplant",
  "{} posts planned": "{1} Posts geplant",
  "It answers: {}.": "Sie antwortet: {1}.",
  "1 entry is": "1 Beitrag ist",
  "{} entries are": "{1} Beiträge sind",
  "And {} more: `carillon read {}` tells all.": "Und {1} weitere: `carillon read {2}` zeigt alle.",
  "The document is empty: the site may be half-way through publishing.":
    "Das Dokument ist leer: vielleicht wird die Seite gerade veröffentlicht.",
  "The address answers with JSON that is cut off or damaged: it is tried again at the next poll.":
    "Unter der Adresse kommt JSON, das abgeschnitten oder beschädigt ist: beim nächsten Blick wird es wieder versucht.",
  "The address answers with JSON, but not with a JSON Feed, which has a list called items: check the address.":
    "Unter der Adresse kommt JSON, aber kein JSON Feed, denn der hat eine Liste „items“: prüf die Adresse.",
  "The feed ends in the middle, so none of it is used: it is tried again at the next poll.":
    "Der Feed endet mittendrin, darum wird nichts davon benutzt: beim nächsten Blick wird es wieder versucht.",
  "The feed is nested too deeply to be a real one: check what the address serves.":
    "Der Feed ist zu tief verschachtelt, um echt zu sein: prüf, was unter der Adresse kommt.",
  "The address answers with a web page, not a feed.": "Unter der Adresse kommt eine Webseite, kein Feed.",
  "The address answers with something that is no RSS, Atom, RDF or JSON Feed: check it in a browser.":
    "Unter der Adresse kommt etwas, das weder RSS, Atom, RDF noch JSON Feed ist: sieh sie dir im Browser an.",
  "Look for a link to its feed on that page, and use that address.":
    "Such auf der Seite einen Link zu ihrem Feed, und nimm dessen Adresse.",
  "It names this feed, which may be the one meant: {}":
    "Sie nennt diesen Feed, vielleicht ist er gemeint: {1}",
  "The address is not a web address: it must begin with https:// or http://.":
    "Die Adresse ist keine Webadresse: sie muss mit https:// oder http:// beginnen.",
  "{} did not send the whole document within {} s: it is tried again later.":
    "{1} hat nicht das ganze Dokument in {2} s geschickt: später wird es wieder versucht.",
  "{} sends more than {} MB, too much for a feed: check the address.":
    "{1} schickt mehr als {2} MB, zu viel für einen Feed: prüf die Adresse.",
  "What {} sends cannot be decompressed: it is cut off or damaged, and is tried again later.":
    "Was {1} schickt, lässt sich nicht entpacken: es ist abgeschnitten oder beschädigt; später wird es wieder versucht.",
  "{} sends on to something that is not an address: check it in a browser.":
    "{1} leitet zu etwas weiter, das keine Adresse ist: sieh es dir im Browser an.",
  "There is no server called {}: check the address.":
    "Einen Server namens {1} gibt es nicht: prüf die Adresse.",
  "{} does not prove who it is ({}): its operator must renew or mend its certificate.":
    "{1} weist sich nicht aus ({2}): wer den Server betreibt, muss sein Zertifikat erneuern oder berichtigen.",
  "{} could not be reached or broke off ({}): it is tried again later.":
    "{1} war nicht erreichbar oder brach ab ({2}): später wird es wieder versucht.",
  "{} answers {}: {}.": "{1!} antwortet mit {2!}: {3}.",
  "nothing is at this address; correct the address, or ask its owner where it went":
    "unter dieser Adresse ist nichts; berichtige sie, oder frag, wohin es gezogen ist",
  "the document is gone for good; remove the source or give its new address":
    "das Dokument ist endgültig weg; entfern die Quelle, oder gib ihre neue Adresse an",
  "it does not let Carillon in; ask its owner to allow it":
    "Carillon wird nicht hereingelassen; bitte, wem die Seite gehört, es zu erlauben",
  "it is asked too often; it is tried again later": "es wird zu oft gefragt; später wird es wieder versucht",
  "it has a fault of its own; it is tried again later": "dort ist ein Fehler; später wird es wieder versucht",
  "that is not a document; check the address in a browser":
    "das ist kein Dokument; sieh dir die Adresse im Browser an",
  "{} sends on from one address to the next without end: check the address in a browser.":
    "{1} leitet ohne Ende von einer Adresse zur nächsten: sieh sie dir im Browser an.",
  "The feed cannot be understood ({}).": "Der Feed ist nicht zu verstehen ({1}).",
  "The document takes too long to read, so it was given up: check what the address serves.":
    "Das Dokument zu lesen dauert zu lange, darum wurde es aufgegeben: prüf, was unter der Adresse kommt.",
  "The document needs too much memory to read, so it was given up: check what the address serves.":
    "Das Dokument zu lesen braucht zu viel Speicher, darum wurde es aufgegeben: prüf, was unter der Adresse kommt.",
  "The document could not be read: check what the address serves.":
    "Das Dokument ließ sich nicht lesen: prüf, was unter der Adresse kommt.",
};
