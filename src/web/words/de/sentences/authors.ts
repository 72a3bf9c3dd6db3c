import type { Sentences } from "../../dictionary.ts";

/** What is wrong in authors' files: where they are, their front matter, and the words in it. */
export const authors: Sentences = {
  "There is no such folder.": "Diesen Ordner gibt es nicht.",
  "Make it, or mend the source's `markdown`.": "Leg ihn an, oder berichtige `markdown` bei der Quelle.",
  "It cannot be read.": "Sie lässt sich nicht lesen.",
  "Mend the file, or remove it.": "Berichtige die Datei, oder entfern sie.",
  "It is a link that leads out of its folder.": "Sie ist ein Link, der aus ihrem Ordner hinausführt.",
  "It is not a file.": "Das ist keine Datei.",
  "It is larger than {} MB.": "Sie ist größer als {1} MB.",
  "Mend that line; other files are read.": "Berichtige diese Zeile; andere Dateien werden gelesen.",
  "It has no date, which its address is made of.": "Ihr fehlt das Datum, aus dem ihre Adresse entsteht.",
  "Add `date: YYYY-MM-DD` to its front matter.": "Schreib `date: JJJJ-MM-TT` an ihren Anfang.",
  "Its address {} is none at {}.": "Ihre Adresse {1} gibt es auf {2} nicht.",
  "Mend `url`, or the source's `site`.": "Berichtige `url` oder `site` bei der Quelle.",
  "The front matter that begins with {} has no end.": "Der Vorspann, der mit {1} beginnt, hat kein Ende.",
  "The front matter is not a list of keys.": "Der Vorspann ist keine Liste von Schlüsseln.",
  "The front matter cannot be read: {}.": "Der Vorspann lässt sich nicht lesen: {1}.",
  "This is no text.": "Das ist kein Text.",
  "Write one, in quotes where it is a number.": "Schreib einen, in Anführungszeichen, wenn es eine Zahl ist.",
  "These are no hashtags.": "Das sind keine Hashtags.",
  "Write a list such as [FreeSoftware, Events], or [] for none.":
    "Schreib eine Liste wie [FreeSoftware, Events], oder [] für keine.",
  "This is neither true nor false.": "Das ist weder true noch false.",
  "Write one of the two.": "Schreib eins von beiden.",
  "Write true, or a list of accounts and channels.": "Schreib true oder eine Liste von Konten und Kanälen.",
  "has this link": "hat diesen Link",
  "begins so": "beginnt so",
  "No story of this issue {}.": "Keine Meldung dieser Ausgabe {1}.",
  "More than one story {}.": "Mehr als eine Meldung {1}.",
  "Copy the story's link, or its first words; `carillon read` shows both.":
    "Kopier den Link der Meldung oder ihre ersten Worte; `carillon read` zeigt beides.",
  "Write the first words of the story.": "Schreib die ersten Worte der Meldung.",
  "Write more of its first words.": "Schreib mehr von ihren ersten Worten.",
  "This is no text and no group of settings.": "Das ist kein Text und keine Gruppe von Einstellungen.",
  "Write a text, or text: and others below it.": "Schreib einen Text, oder text: und anderes darunter.",
  "“{}” stands too deep.": "„{1}“ steht zu tief.",
  "Write at most a step, and below it a channel or an account.":
    "Schreib höchstens einen Schritt und darunter einen Kanal oder ein Konto.",
  "“{}” is a step, and stands below “{}”.": "„{1}“ ist ein Schritt und steht unter „{2}“.",
  "Write {}: first, and {}: below it.": "Schreib zuerst {1}: und darunter {2}:.",
  "There is no {} “{}”.": "„{2}“ gibt es nicht: gemeint sein kann {1:term}.",
  "This names no stories.": "Das nennt keine Meldungen.",
  "Write a story's link, or its first words, and a text for it.":
    "Schreib den Link einer Meldung oder ihre ersten Worte und einen Text dazu.",
};
