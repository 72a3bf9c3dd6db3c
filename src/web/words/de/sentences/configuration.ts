import type { Sentences } from "../../dictionary.ts";

/** What is wrong in the configuration, and how to mend it. */
export const configuration: Sentences = {
  "This is no person's name.": "Das ist kein Name einer Person.",
  "Write true, or a name of at most 60 characters.":
    "Schreib true oder einen Namen aus höchstens 60 Zeichen.",
  "Write one of the two, or take it out.": "Schreib eins von beiden, oder nimm es heraus.",
  "What this account posts is public on this site, so it is none for tests.":
    "Was dieses Konto postet, ist auf dieser Seite öffentlich; darum taugt es nicht zum Testen.",
  "Take it out, and make an account for tests on another channel.":
    "Nimm es heraus, und leg auf einem anderen Kanal ein Konto zum Testen an.",
  "{} counts neither likes nor anything else.": "{1} zählt weder Likes noch sonst etwas.",
  "Take it out.": "Nimm es heraus.",
  "Posts on {} cost nothing.": "Posts auf {1} kosten nichts.",
  "Take the budget out.": "Nimm das Budget heraus.",
  "This is no budget that can be kept.": "Das ist kein Budget, das sich einhalten lässt.",
  "Write it as an amount in US dollars a month, such as 20 USD/month.":
    "Schreib es als Betrag in US-Dollar im Monat, wie 20 USD/month.",
  "The setting “channel” is missing.": "Die Einstellung „channel“ fehlt.",
  "There is no channel “{}”.": "Einen Kanal „{1}“ gibt es nicht.",
  "The channel “{}” cannot be loaded: {}": "Der Kanal „{1}“ lässt sich nicht laden: {2}",
  "Install it anew, or ask its author.": "Installier ihn neu, oder frag, wer ihn gemacht hat.",
  "Put the value into double quotes, and write a tab as two spaces.":
    "Setz den Wert in doppelte Anführungszeichen, und schreib statt eines Tabs zwei Leerzeichen.",
  "The file holds no settings.": "In der Datei stehen keine Einstellungen.",
  "Write some, such as sources: and accounts:; config/example.yaml shows how.":
    "Schreib welche, wie sources: und accounts:; config/example.yaml zeigt, wie.",
  "A value begins with *, which YAML takes for a reference to something that is not there.":
    "Ein Wert beginnt mit *, und YAML hält das für einen Verweis auf etwas, das es nicht gibt.",
  "Put the value into double quotes.": "Setz den Wert in doppelte Anführungszeichen.",
  "A value begins with !, which YAML takes for a type of its own.":
    "Ein Wert beginnt mit !, und YAML hält das für einen eigenen Typ.",
  "The same key stands here twice.": "Derselbe Schlüssel steht hier zweimal.",
  "Take one of the two out, or rename it.": "Nimm einen von beiden heraus, oder benenn ihn um.",
  "The lines are not indented alike.": "Die Zeilen sind nicht gleich eingerückt.",
  "Indent keys of one level by the same spaces.": "Rück Schlüssel einer Ebene gleich weit ein.",
  "A bracket, brace or quote that is opened here or above is not closed.":
    "Eine Klammer oder ein Anführungszeichen, das hier oder darüber aufgeht, geht nicht zu.",
  "Close it, or put the value into double quotes.":
    "Schließ es, oder setz den Wert in doppelte Anführungszeichen.",
  "A tab stands where YAML wants spaces.": "Wo YAML Leerzeichen will, steht ein Tab.",
  "Indent with spaces.": "Rück mit Leerzeichen ein.",
  "A value holds a colon followed by a space, which YAML takes for another key.":
    "In einem Wert steht ein Doppelpunkt mit Leerzeichen, und YAML hält das für einen neuen Schlüssel.",
  "This line is not YAML that can be read.": "Diese Zeile ist kein YAML, das sich lesen lässt.",
  "This is not a web address.": "Das ist keine Webadresse.",
  "This is not a whole number from {} to {}.": "Das ist keine ganze Zahl von {1} bis {2}.",
  "This does not exist or cannot be read.": "Das gibt es nicht, oder es lässt sich nicht lesen.",
  "The setting “{}” is missing.": "Die Einstellung „{1}“ fehlt.",
  "People cannot sign in safely without HTTPS.": "Ohne HTTPS kann sich niemand sicher anmelden.",
  "Give the provider's address with https://.": "Gib die Adresse des Anbieters mit https:// an.",
  "This name cannot be used.": "Dieser Name geht nicht.",
  "Begin it with a letter, and use only letters, digits, - and _.":
    "Beginn ihn mit einem Buchstaben, und nimm nur Buchstaben, Ziffern, - und _.",
  "There is no setting “{}” here.": "Eine Einstellung „{1}“ gibt es hier nicht.",
  "This is not {}.": "Das ist nicht, was hierher gehört: {1}.",
  "what belongs here": "etwas Passendes",
  "a text": "ein Text",
  "a list": "eine Liste",
  "a group of settings": "eine Gruppe von Einstellungen",
  "This is none of the possible values.": "Diesen Wert gibt es hier nicht.",
  "This is empty.": "Das ist leer.",
  "Give {}.": "Gib an: {1}.",
  "one value": "einen Wert",
  "Make it, or take this setting out: the built-in templates are always there.":
    "Leg ihn an, oder nimm die Einstellung heraus: die eingebauten Vorlagen sind immer da.",
  "The link cannot stand there.": "Dort kann der Link nicht stehen.",
  "Write text, reply or card.": "Schreib text, reply oder card.",
  "Give an IANA zone, such as America/New_York.": "Gib eine Zeitzone an, wie America/New_York.",
  "Give a language tag, such as de or pt-BR.": "Gib eine Sprache an, wie de oder pt-BR.",
  "Give a length of time, such as 30m or 2h.": "Gib eine Dauer an, wie 30m oder 2h.",
  "Give a whole number from 1 to 1000.": "Gib eine ganze Zahl von 1 bis 1000 an.",
  "Events cannot be signed with this: it is not 24 to 64 bytes in base64.":
    "Damit lassen sich Ereignisse nicht unterschreiben: es hat nicht 24 bis 64 Bytes in base64.",
  "Make one with `openssl rand -base64 32`, and give it to the receiver too.":
    "Mach eins mit `openssl rand -base64 32`, und gib es auch dem Empfänger.",
  "This receiver is there twice.": "Dieser Empfänger steht zweimal da.",
  "Put all `types` that it is to hear of into one list.":
    "Schreib alle `types`, von denen er hören soll, in eine Liste.",
  "Give a day of the month and a time, such as monthly 1 at 9:00.":
    "Gib Tag des Monats und Uhrzeit an, wie monthly 1 at 9:00.",
  "A report is monthly.": "Ein Bericht kommt monatlich.",
  "There is no account “{}”.": "Ein Konto „{1}“ gibt es nicht.",
  "“{}” is posted to by hand, so no report can be sent there.":
    "Auf „{1}“ postet eine Person von Hand; darum kann dorthin kein Bericht gehen.",
  "Name an account that Carillon posts to by itself.": "Nenn ein Konto, auf dem Carillon selbst postet.",
  "What “{}” posts is public on this site.": "Was „{1}“ postet, ist auf dieser Seite öffentlich.",
  "Name an account that only the team reads, such as its chat room.":
    "Nenn ein Konto, das nur das Team liest, wie seinen Chatraum.",
  "Give a SQLite file, such as ./data/carillon.db, or an address postgres://….":
    "Gib eine SQLite-Datei an, wie ./data/carillon.db, oder eine Adresse postgres://….",
  "The ledger cannot be kept there.": "Dort lässt sich das Hauptbuch nicht führen.",
  "“{}” is posted to by hand, so it cannot call anybody.":
    "Auf „{1}“ postet eine Person von Hand; darum kann es niemanden rufen.",
  "This source reads nothing.": "Diese Quelle liest nichts.",
  "A source reads a feed or Markdown, not both.": "Eine Quelle liest einen Feed oder Markdown, nicht beides.",
  "Give either feed: https://… or markdown: ./…/*.md.":
    "Gib entweder feed: https://… oder markdown: ./…/*.md an.",
  "A feed has no “{}”.": "Ein Feed hat kein „{1}“.",
  "Give the address of the site that the Markdown is published on, such as https://blog.example.org.":
    "Gib die Adresse der Seite an, auf der das Markdown erscheint, wie https://blog.example.org.",
  "The setting “site” is missing.": "Die Einstellung „site“ fehlt.",
  "Make one of 16 characters or more: `openssl rand -base64 32`.":
    "Mach eins aus mindestens 16 Zeichen: `openssl rand -base64 32`.",
  "The secret is so short that it can be guessed.": "Das Geheimnis ist so kurz, dass man es erraten kann.",
  "A source cannot translate itself.": "Eine Quelle kann nicht sich selbst übersetzen.",
  "Name the original.": "Nenn das Original.",
  "These sources translate each other in a circle: {}.": "Diese Quellen übersetzen einander im Kreis: {1}.",
  "Take “translates” out of the one that is the original.":
    "Nimm „translates“ bei der heraus, die das Original ist.",
  "“{}” is itself a translation.": "„{1}“ ist selbst eine Übersetzung.",
  "Name its original, “{}”.": "Nenn ihr Original, „{1}“.",
  "Give the group another name.": "Gib der Gruppe einen anderen Namen.",
  "There is an account “{}” too.": "Auch ein Konto heißt „{1}“.",
  "Every day is quiet, so nothing would ever go out.": "Jeder Tag ist Ruhe; so ginge nie etwas raus.",
  "Leave a day out.": "Lass einen Tag frei.",
  "or give {}, and then `carillon accounts connect` does the rest":
    "oder gib {1} an; dann erledigt `carillon accounts connect` den Rest",
  "{} accounts have no setting “{}”.": "Konten auf {1} haben keine Einstellung „{2}“.",
  "Give the {}.": "Gib das an: {1}.",
  "This is not a text.": "Das ist kein Text.",
  "Put it into quotes.": "Setz es in Anführungszeichen.",
  "This is not an address.": "Das ist keine Adresse.",
  "Write it in full, such as {}.": "Schreib sie ganz, wie {1}.",
  "This is not a number.": "Das ist keine Zahl.",
  "Write digits only.": "Schreib nur Ziffern.",
  "The file {} is empty or cannot be read.": "Die Datei {1} ist leer oder lässt sich nicht lesen.",
  "Put the value there and let Carillon read it{}.":
    "Schreib den Wert hinein, und lass Carillon sie lesen{1}.",
  "A ${…} here is not the name of an environment variable.":
    "Ein ${…} hier ist kein Name einer Umgebungsvariable.",
  "Write ${NAME} with letters, digits and _ only, or $${ for the two characters themselves.":
    "Schreib ${NAME} nur mit Buchstaben, Ziffern und _, oder $${ für die beiden Zeichen selbst.",
  "The environment variable {} is not set.": "Die Umgebungsvariable {1} ist nicht gesetzt.",
  "Set it{}.": "Setz sie{1}.",
  ", or take the account {} out; the others work without it":
    ", oder nimm das Konto {1} heraus; die anderen gehen ohne es",
  "There is no template “{}”.": "Eine Vorlage „{1}“ gibt es nicht.",
  "Did you mean “{}”?": "Meintest du „{1}“?",
  "Known here: {}.": "Bekannt sind hier: {1:own}.",
};
