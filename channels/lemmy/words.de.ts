/** German for what this channel says of failures; pages translate by it. */
export default {
  "Check `server` and `community`: nothing of Lemmy 0.19 is there.":
    "Prüf `server` und `community`: dort ist nichts von Lemmy 0.19.",
  "The server answered {}, {}.": "Der Server hat mit {1} geantwortet, {2}.",
  "The server answered {}.": "Der Server hat mit {1} geantwortet.",
  "Check `username` and `password`.": "Prüf `username` und `password`.",
  "Use an account without two-factor sign-in.": "Nimm ein Konto ohne zweistufige Anmeldung.",
  "Ask the server's people or the community's moderators.":
    "Frag beim Server oder bei der Moderation der Community.",
  "Check `community`.": "Prüf `community`.",
  "A title has 3 to 200 characters.": "Ein Titel hat 3 bis 200 Zeichen.",
  "The text is too long.": "Der Text ist zu lang.",
  "The server does not list the account's posts.": "Der Server zeigt die Posts des Kontos nicht.",
  "Too many posts went out since to look through.":
    "Seitdem gingen zu viele Posts raus, um sie durchzusehen.",
  "The account may not sign in yet.": "Das Konto darf sich noch nicht anmelden.",
  "The server does not say whose account it is.": "Der Server sagt nicht, wem das Konto gehört.",
  "The server does not know the community.": "Der Server kennt die Community nicht.",
  "The server's answer does not say which post it made.":
    "Die Antwort des Servers sagt nicht, welcher Post entstand.",
};
