import type { Sentences } from "../../dictionary.ts";

/** Pictures that people add to posts. */
export const pictures: Sentences = {
  "Pictures added: {}.": "Bilder dazu: {1}.",
  "Pictures removed: {}.": "Bilder weg: {1}.",
  "The pictures are in another order.": "Die Bilder haben eine andere Reihenfolge.",
  "Alternative texts were changed.": "Alternativtexte wurden geändert.",
  "{} takes no pictures: remove them.": "{1} nimmt keine Bilder: entfern sie.",
  "{} takes {} pictures at most: remove {}.": "{1} nimmt höchstens {2} Bilder: entfern {3}.",
  "{} does not take {}, and picture {} is of that kind: save it as JPEG, and add that.":
    "{1} nimmt kein {2}, und Bild {3} ist von dieser Art: speicher es als JPEG, und füg das hinzu.",
  "{} takes pictures of {} at most, and picture {} has {}: make it smaller.":
    "{1} nimmt Bilder bis {2}, und Bild {3} hat {4}: mach es kleiner.",
  "{} takes no pictures: only the words are the same.": "{1} nimmt keine Bilder: nur die Worte sind gleich.",
  "The file is empty: choose another one.": "Die Datei ist leer: wähl eine andere.",
  "The picture is larger than 8 MB: make it smaller, and add it again.":
    "Das Bild ist größer als 8 MB: mach es kleiner, und füg es noch einmal hinzu.",
  "AVIF is not shown by every network yet: save the picture as JPEG, PNG or WebP, and add that.":
    "AVIF zeigt noch nicht jedes Netzwerk: speicher das Bild als JPEG, PNG oder WebP, und füg das hinzu.",
  "HEIC, as phones make it, is shown by no network: save the picture as JPEG, and add that.":
    "HEIC, wie Telefone es machen, zeigt kein Netzwerk: speicher das Bild als JPEG, und füg das hinzu.",
  "SVG is not taken, as it may hold programs: save the drawing as PNG, and add that.":
    "SVG geht nicht, weil Programme darin stecken können: speicher die Zeichnung als PNG, und füg das hinzu.",
  "The file is a web page, whatever its name says: choose a picture.":
    "Die Datei ist eine Webseite, wie auch immer sie heißt: wähl ein Bild.",
  "The file is no picture that networks show: choose a JPEG, PNG, GIF or WebP.":
    "Die Datei ist kein Bild, das Netzwerke zeigen: wähl ein JPEG, PNG, GIF oder WebP.",
  "The picture is damaged or cut short: open it, save it anew, and add that.":
    "Das Bild ist beschädigt oder abgeschnitten: öffne es, speicher es neu, und füg das hinzu.",
  "The picture has more than 50 million pixels, or too many frames: make it smaller, and add it again.":
    "Das Bild hat mehr als 50 Millionen Pixel oder zu viele Einzelbilder: mach es kleiner, und füg es noch einmal hinzu.",
  "Those are many pictures in a short time: wait some minutes, and add the rest.":
    "Das sind viele Bilder in kurzer Zeit: warte ein paar Minuten, und füg den Rest hinzu.",
  "Its pictures were changed after somebody agreed to it.":
    "Seine Bilder wurden geändert, nachdem jemand zugestimmt hatte.",
  "Its words were changed after somebody agreed to it.":
    "Seine Worte wurden geändert, nachdem jemand zugestimmt hatte.",
  "A picture is not there any more: add it again.": "Ein Bild ist nicht mehr da: füg es noch einmal hinzu.",
  "A picture is larger than {} bytes: make it smaller, and add it again.":
    "Ein Bild ist größer als {1} Bytes: mach es kleiner, und füg es noch einmal hinzu.",
};
