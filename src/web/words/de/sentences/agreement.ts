import type { Sentences } from "../../dictionary.ts";

/** Who agrees, to what; why an agreement does not hold any more; what else people did. */
export const agreement: Sentences = {
  "What {} agreed to has expired.": "Die Zustimmung von {1} ist abgelaufen.",
  "It was changed after {} agreed to it.": "Der Post wurde geändert, nachdem {1} zugestimmt hatte.",
  "It was moved to another time after {} agreed to it.":
    "Der Post wurde verschoben, nachdem {1} zugestimmt hatte.",
  "It was changed since you looked at it: look again, and agree to what it says now.":
    "Inzwischen wurde es geändert: sieh noch einmal hin, und stimm dem zu, was jetzt dasteht.",
  "There is nothing here to agree to.": "Hier gibt es nichts, dem zuzustimmen wäre.",
  "Sent back by {}.": "Zurückgegeben von {1}.",
  "Sent back by {}: {}": "Zurückgegeben von {1}: {2:own}",
  "Sent back.": "Zurückgegeben.",
  "Until {}.": "Bis {1}.",
  "Too few people have agreed to it.": "Zu wenige haben zugestimmt.",
  "Release it, and have it approved again.": "Gib den Post frei, und lass wieder zustimmen.",
  "The entry changed after it was approved.": "Der Beitrag wurde geändert, nachdem zugestimmt war.",
  "Is {} now.": "Hat jetzt die Rolle „{1:term}“.",
  "As {}.": "Mit der Rolle „{1:term}“.",
  "As {}, until {}.": "Mit der Rolle „{1:term}“, bis {2}.",
  "May {} until {}.": "Darf {1:term}, bis {2}.",
  "{} go out late, {} stay held.": "{1} gehen verspätet raus, {2} bleiben zurückgehalten.",
};
