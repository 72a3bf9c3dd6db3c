import type { Sentences } from "../../dictionary.ts";

/** What is said of a post's words: what was done to them, and why they do not fit. */
export const wording: Sentences = {
  "{} shows a link only where it stands in the text.": "{1} zeigt einen Link nur, wenn er im Text steht.",
  "Write link: {}, or take it out.": "Schreib link: {1:term}, oder nimm es heraus.",
  "text or reply": "text oder reply",
  "On {} no post can reply to another.": "Auf {1} kann kein Post auf einen anderen antworten.",
  "Write link: text, or take it out.": "Schreib link: text, oder nimm es heraus.",
  "{} over the {} that {} takes": "{1} über den {2}, die {3} nimmt",
  "The text is {}, and nothing more in it may be shortened: say it in fewer words.":
    "Der Text ist {1}, und mehr darf darin nicht gekürzt werden: sag es in weniger Worten.",
  "There is nothing to say on {}.": "Auf {1} gibt es nichts zu sagen.",
  "The title is {} over the limit of {}.": "Der Titel ist um {1} zu lang für {2}.",
  "The words are the author’s own, from the entry’s front matter.":
    "Diese Worte sind von der Autorin oder dem Autor, aus dem Vorspann des Beitrags.",
  "The hashtags are the author’s own, from the entry’s front matter.":
    "Diese Hashtags sind von der Autorin oder dem Autor, aus dem Vorspann des Beitrags.",
  "It is the turn of the template “{}”.": "An der Reihe ist die Vorlage „{1}“.",
  "“{}” is mentioned as {}.": "„{1}“ wird als {2} erwähnt.",
  "The link is in the first reply.": "Der Link steht in der ersten Antwort.",
  "Links to {} have {}.": "Links zu {1} haben {2}.",
  "the site": "der Seite",
  "Links to {} have {}, beside the text.": "Links zu {1} haben {2}, neben dem Text.",
  "A post on {} is a title and its link.": "Ein Post auf {1} ist ein Titel mit seinem Link.",
  "Take link: reply out.": "Nimm link: reply heraus.",
  "There is no template for the step “{}”.": "Für den Schritt „{1}“ gibt es keine Vorlage.",
  "The template of “{}” does not suit this entry: {}.":
    "Die Vorlage von „{1}“ passt nicht zu diesem Beitrag: {2}.",
};
