import type { Sentences } from "../../dictionary.ts";

/** What is wrong with a campaign's steps. */
export const steps: Sentences = {
  "“{}” is only for a step that goes through the stories.":
    "„{1}“ gibt es nur bei Schritten, die durch die Meldungen gehen.",
  "Add each: story, or take it out.": "Füg each: story hinzu, oder nimm es heraus.",
  "This is before something that nobody names.": "Das ist vor etwas, das niemand nennt.",
  "Add before: event, or give another time.": "Füg before: event hinzu, oder gib eine andere Zeit an.",
  "It is not said how long before the event.": "Es steht nicht da, wie lange vor der Veranstaltung.",
  'Give a time such as at: "1d before at 10:00".': 'Gib eine Zeit an wie at: "1d before at 10:00".',
  "Stories are not repeated, only what is about a whole entry.":
    "Meldungen werden nicht wiederholt, nur was einen ganzen Beitrag betrifft.",
  "Take it out, or take each: story out.": "Nimm es heraus, oder nimm each: story heraus.",
  "This names nothing that the announcement could reach.":
    "Das nennt nichts, was die Ankündigung erreichen könnte.",
  "Give a number of likes, reposts or replies, such as { likes: 20 }.":
    "Gib eine Zahl von likes, reposts oder replies an, wie { likes: 20 }.",
  "“on” says already when it goes out, so “{}” means nothing here.":
    "„on“ sagt schon, wann der Post rausgeht; „{1}“ bedeutet hier nichts.",
  "Take one of the two out.": "Nimm eins von beiden heraus.",
  "The account “{}” has no language, so no translation is for it.":
    "Das Konto „{1}“ hat keine Sprache; darum ist keine Übersetzung für es da.",
  "Give accounts.{} a language, such as language: de.": "Gib accounts.{1} eine Sprache, wie language: de.",
  "No source translates “{}”.": "Keine Quelle übersetzt „{1}“.",
  "Give a source translates: {}, or take this step out.":
    "Schreib bei einer Quelle translates: {1}, oder nimm diesen Schritt heraus.",
  "“{}” says {} of the same entries to “{}” already: it would be said twice.":
    "„{1}“ sagt {2} zu denselben Beiträgen schon auf „{3}“: es würde zweimal gesagt.",
  "Take {} out of one of the two, or give this step another name.":
    "Nimm {1} bei einem von beiden heraus, oder gib diesem Schritt einen anderen Namen.",
  "“{}” announces the same entries to “{}” already, by {}: it would be told twice.":
    "„{1}“ kündigt dieselben Beiträge auf „{2}“ schon an, mit {3}: es würde zweimal erzählt.",
  "Take {} out of one of the two, or say when this one follows, such as after: 2d.":
    "Nimm {1} bei einem von beiden heraus, oder sag, wann dieser folgt, wie after: 2d.",
};
