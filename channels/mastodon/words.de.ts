/** German for what this channel says of failures and rights; pages translate by it. */
export default {
  "The server sends on to {}: write the address that answers itself as `server`.":
    "Der Server leitet zu {1} weiter: schreib als `server` die Adresse, die selbst antwortet.",
  "The server answered {}: {}": "Der Server hat mit {1} geantwortet: {2}",
  "The server answered with something that is not JSON.":
    "Der Server hat mit etwas geantwortet, das kein JSON ist.",
  "The server answered {} without an explanation.": "Der Server hat ohne Erklärung mit {1} geantwortet.",
  "The server did not register an app ({}): check `server`.":
    "Der Server hat keine App eingetragen ({1}): prüf `server`.",
  "Make a new access token and put it into `accessToken`.":
    "Leg ein neues Zugriffstoken an, und schreib es in `accessToken`.",
  "The access token needs the scopes {}.": "Das Zugriffstoken braucht die Rechte {1:own}.",
  "Check `server`: nothing there speaks Mastodon's API.":
    "Prüf `server`: dort spricht nichts die API von Mastodon.",
  "Check `server` if that goes on.": "Prüf `server`, wenn das so bleibt.",
  "The server answered with something that is no list of posts.":
    "Der Server hat mit etwas geantwortet, das keine Liste von Posts ist.",
  "Too many posts went out since to look through.":
    "Seitdem gingen zu viele Posts raus, um sie durchzusehen.",
  "{} has the same link, and the server does not tell its text.":
    "{1} hat denselben Link, und der Server verrät seinen Text nicht.",
  "The server does not take {}, and {} is of that type.":
    "Der Server nimmt kein {1}, und {2} ist von dieser Art.",
  "The server is still processing {}.": "Der Server verarbeitet {1} noch.",
  "The server answered with something that is no account.":
    "Der Server hat mit etwas geantwortet, das kein Konto ist.",
  "The server answered with something that is not a status.":
    "Der Server hat mit etwas geantwortet, das kein Post ist.",
  "It was sent before and removed since.": "Der Post wurde schon gesendet und seitdem gelöscht.",
  "The post that this one replies to is gone.": "Der Post, auf den dieser antwortet, ist weg.",
  "connect the account again and allow all that is asked for; no review is needed.":
    "verbinde das Konto noch einmal, und erlaub alles, worum gebeten wird; eine Prüfung braucht es nicht.",
  "publish, edit and remove posts": "Posts veröffentlichen, ändern und löschen",
  "attach pictures": "Bilder anhängen",
  "say who it is": "sagen, wer es ist",
  "look up its own posts and count reactions": "die eigenen Posts ansehen und Reaktionen zählen",
};
