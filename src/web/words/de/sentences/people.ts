import type { Sentences } from "../../dictionary.ts";

/** What is wrong in the file of people. */
export const people: Sentences = {
  "There is no such file.": "Diese Datei gibt es nicht.",
  "Make it, or take this setting out.": "Leg sie an, oder nimm die Einstellung heraus.",
  "This is no list of people.": "Das ist keine Liste von Personen.",
  "Begin each person with “- name: …”.": "Beginn jede Person mit „- name: …“.",
  "This is no person.": "Das ist keine Person.",
  "Somebody has no name.": "Jemand hat keinen Namen.",
  "Give name: and what they are called.": "Schreib name: und wie die Person heißt.",
  "This is no name.": "Das ist kein Name.",
  "Write it as newsletters do, with two letters or more, and in quotes where it is a number.":
    "Schreib ihn wie im Newsletter, mit mindestens zwei Buchstaben, und in Anführungszeichen, wenn es eine Zahl ist.",
  "“{}” is a name already, of line {}: nobody could tell which is meant.":
    "„{1}“ ist schon ein Name, in Zeile {2}: niemand wüsste, wer gemeint ist.",
  "Take one of the two out, or give each a fuller name.":
    "Nimm einen von beiden heraus, oder gib beiden einen längeren Namen.",
  "There is no channel and no account “{}”.": "Weder Kanal noch Konto heißt „{1}“.",
  "This is no handle on {}.": "So heißt auf {1} niemand.",
  'Write it as "{}".': "Schreib es so: „{1}“.",
};
