import type { Sentences } from "../../dictionary.ts";

/** Posts that a person makes, and says where they are. */
export const byHand: Sentences = {
  "{}; then: {}": "{1!}; danach: {2}",
  "{} posts it on {} by hand{}": "{1} postet das auf {2} von Hand{3!}",
  Somebody: "Jemand",
  ", but the alarm account {} cannot be used to call":
    ", aber das Alarm-Konto {1} lässt sich zum Rufen nicht benutzen",
  ", but the alarm account {} is public and cannot call":
    ", aber das Alarm-Konto {1} ist öffentlich und kann nicht rufen",
  ", called through {}": ", gerufen über {1!}",
  "{} is no web address.": "{1} ist keine Webadresse.",
  "Recorded as sent, unchecked: {}": "Als gesendet aufgeschrieben, ungeprüft: {1}",
  "Recorded as sent: {}": "Als gesendet aufgeschrieben: {1}",
  "{} is not where a post on {} can be: copy the address of the post itself.":
    "Unter {1} kann kein Post auf {2} sein: kopier die Adresse des Posts selbst.",
  "{} is the post of {} already: copy this one's own address.":
    "{1} ist schon der Post {2}: kopier die eigene Adresse von diesem.",
  "If you see the post there, add --unchecked.": "Wenn du den Post dort siehst, füg --unchecked hinzu.",
  "If you see the post there, it can be recorded without checking.":
    "Wenn du den Post dort siehst, lässt er sich ungeprüft aufschreiben.",
  "{} answers {}: nothing is there. Check the address.":
    "{1!} antwortet mit {2!}: dort ist nichts. Prüf die Adresse.",
  "{} cannot be looked at: {}": "{1} lässt sich nicht ansehen: {2}",
};
