import type { Sentences } from "../../dictionary.ts";

/** What the page that a post links to lacks. */
export const pages: Sentences = {
  "It waits for its page: {}.": "Der Post wartet auf seine Seite: {1}.",
  "Its page is there: it keeps its distance from the account's other posts, and from quiet hours.":
    "Seine Seite ist da: der Post hält nur noch Abstand zu anderen Posts des Kontos und zu Ruhezeiten.",
  "the image {}": "das Bild {1!}",
  "the card's image {}": "das Bild der Karte {1!}",
  "{} does not answer": "{1!} antwortet nicht",
  "{} answers {}": "{1!} antwortet mit {2!}",
  "{} is not served over https": "{1!} kommt nicht über https",
  "{} leads to the front page of its site": "{1!} führt auf die Startseite",
  "the story's link {} answers {}": "der Link der Meldung {1!} antwortet mit {2}",
  "{} is no web page, so it has no card": "{1!} ist keine Webseite und hat darum keine Karte",
  "no title (og:title)": "Titel (og:title)",
  "no description (og:description)": "Beschreibung (og:description)",
  "no image (og:image)": "Bild (og:image)",
  "the page's card has {}": "der Karte der Seite fehlt: {1}",
  "{} does not load: {}": "{1!} lädt nicht: {2}",
  "{} is no PNG, JPEG, GIF or WebP image": "{1!} ist kein Bild in PNG, JPEG, GIF oder WebP",
  "{} has {}, and {} are the most here": "{1!} hat {2}, und {3} sind hier das Höchste",
  "{} has {} × {} pixels": "{1!} hat {2} × {3} Pixel",
  "{}, and {} × {} are the least here": "{1!}, und {2} × {3} sind hier das Mindeste",
  "{}, and {} a side are the most here": "{1!}, und {2} je Seite sind hier das Höchste",
  "{}, and {} in all are the most here": "{1!}, und {2} insgesamt sind hier das Höchste",
};
