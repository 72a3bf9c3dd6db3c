/** German for what this channel says of failures; pages translate by it. */
export default {
  "The server answered {}: {}": "Der Server hat mit {1} geantwortet: {2}",
  "Check `identifier`, and make a new app password for `password`.":
    "Prüf `identifier`, und leg für `password` ein neues App-Passwort an.",
  "Write to the server's moderators.": "Schreib der Moderation des Servers.",
  "Activate the account again.": "Aktiviere das Konto wieder.",
  "Use an app password, which needs no code.": "Nimm ein App-Passwort; das braucht keinen Code.",
  "A post with this key is there already.": "Ein Post mit diesem Schlüssel ist schon da.",
  "Check `server`: nothing there speaks the AT Protocol.":
    "Prüf `server`: dort spricht nichts das AT Protocol.",
  "The post is not on the account, which has changed since: perhaps it was published and somebody deleted it. Look, and decide.":
    "Der Post ist nicht auf dem Konto, und dort hat sich seitdem etwas geändert: vielleicht war er da, und jemand hat ihn gelöscht. Sieh nach, und entscheide.",
  "The file {} is no PNG, JPEG, GIF or WebP picture.":
    "Die Datei {1} ist kein Bild in PNG, JPEG, GIF oder WebP.",
  "What was kept for this post is not of this channel.":
    "Was zu diesem Post aufbewahrt ist, gehört nicht zu diesem Kanal.",
  "The receipt of {} has no cid, so nothing can reply to it.":
    "Der Quittung von {1} fehlt die cid; darum kann nichts darauf antworten.",
  "A post with pictures has no card, so its link goes into the text, which gets {} {} too long: shorten it, or take the pictures out.":
    "Ein Post mit Bildern hat keine Karte; darum kommt sein Link in den Text, und der wird um {1} {2:term} zu lang: kürz ihn, oder nimm die Bilder heraus.",
};
