/** German for what this channel says of failures and rights; pages translate by it. */
export default {
  "X sends on to {}: write the address that answers itself as `server`.":
    "X leitet zu {1} weiter: schreib als `server` die Adresse, die selbst antwortet.",
  "X answered with something that is not JSON.": "X hat mit etwas geantwortet, das kein JSON ist.",
  "X answered {} without an explanation.": "X hat ohne Erklärung mit {1} geantwortet.",
  "X answered {}: {}": "X hat mit {1} geantwortet: {2}",
  "The account lacks {}: write apiKey, apiSecret, accessToken and accessSecret, or an OAuth 2 accessToken alone.":
    "Dem Konto fehlt {1}: schreib apiKey, apiSecret, accessToken und accessSecret oder nur ein OAuth-2-accessToken.",
  "Raise the cap in X's developer console.": "Erhöh die Grenze in der Entwicklerkonsole von X.",
  "Check the keys and tokens, and this machine's clock; an OAuth 2 token ends after two hours.":
    "Prüf Schlüssel, Tokens und die Uhr dieses Rechners; ein OAuth-2-Token endet nach zwei Stunden.",
  "The app's credits are used up: buy some in X's developer console.":
    "Das Guthaben der App ist aufgebraucht: kauf neues in der Entwicklerkonsole von X.",
  "The post may be live already.": "Vielleicht ist der Post schon da.",
  "X lets this app reply to few posts: say it all in one post instead of a thread.":
    "X lässt diese App auf wenige Posts antworten: sag alles in einem Post statt in einem Thread.",
  "The post that this one replies to is gone.": "Der Post, auf den dieser antwortet, ist weg.",
  "Change the text.": "Ändere den Text.",
  "Give the app the right to read and write in X's developer console, then make new access tokens.":
    "Gib der App in der Entwicklerkonsole von X das Recht zu lesen und zu schreiben, dann leg neue Zugriffstokens an.",
  "Put an access token of the account into `accessToken`, not the app's own bearer token.":
    "Schreib ein Zugriffstoken des Kontos in `accessToken`, nicht das eigene Bearer-Token der App.",
  "Put the app into a project that pays per use in X's developer console.":
    "Leg die App in der Entwicklerkonsole von X in ein Projekt, das nach Nutzung zahlt.",
  "The account has said enough for today.": "Das Konto hat für heute genug gesagt.",
  "Look whether X has locked the account or the app, and whether the app may write.":
    "Sieh nach, ob X das Konto oder die App gesperrt hat und ob die App schreiben darf.",
  "Check `server`: nothing there speaks X's API.": "Prüf `server`: dort spricht nichts die API von X.",
  "X does not take {}, and {} is of that type.": "X nimmt kein {1}, und {2} ist von dieser Art.",
  "X could not process {}: use another image.": "X konnte {1} nicht verarbeiten: nimm ein anderes Bild.",
  "X gave no understandable answer to the upload of {}.":
    "X hat auf das Hochladen von {1} nichts Verständliches geantwortet.",
  "It is new: X may not know it everywhere yet.": "Er ist neu: vielleicht kennt X ihn noch nicht überall.",
  "The account has said this before, maybe in a post that was removed since: look at it, and change the text.":
    "Das Konto hat das schon gesagt, vielleicht in einem Post, der seitdem gelöscht wurde: sieh nach, und ändere den Text.",
  "X answered with something that is not a post.": "X hat mit etwas geantwortet, das kein Post ist.",
  "X does not say whose account it is. Check `server`: nothing there speaks X's API.":
    "X sagt nicht, wem das Konto gehört. Prüf `server`: dort spricht nichts die API von X.",
  "Too many posts went out since to look through.":
    "Seitdem gingen zu viele Posts raus, um sie durchzusehen.",
  "X answered with something that is not a timeline.":
    "X hat mit etwas geantwortet, das keine Liste von Posts ist.",
  "in X's developer console give the app “Read and write” under User authentication settings, then connect again.":
    "gib der App in der Entwicklerkonsole von X unter „User authentication settings“ das Recht „Read and write“, dann verbinde noch einmal.",
  "publish and remove posts": "Posts veröffentlichen und löschen",
  "look up its own posts and count reactions": "die eigenen Posts ansehen und Reaktionen zählen",
  "say who it is": "sagen, wer es ist",
  "attach pictures": "Bilder anhängen",
  "stay signed in for more than two hours": "länger als zwei Stunden angemeldet bleiben",
};
