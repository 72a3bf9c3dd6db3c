/** German for what this channel says of failures and rights; pages translate by it. */
export default {
  "Facebook did not answer every part of a request.":
    "Facebook hat nicht auf jeden Teil einer Anfrage geantwortet.",
  "Facebook sends on to {}: write the address that answers itself as `server`.":
    "Facebook leitet zu {1} weiter: schreib als `server` die Adresse, die selbst antwortet.",
  "Facebook answered with something that is not JSON.":
    "Facebook hat mit etwas geantwortet, das kein JSON ist.",
  "Facebook answered {} without an explanation.": "Facebook hat ohne Erklärung mit {1} geantwortet.",
  "Facebook answered {}: {}": "Facebook hat mit {1} geantwortet: {2}",
  "Facebook gave no lasting token for the short one: check the app's id and secret.":
    "Facebook hat für das kurze Token kein dauerhaftes gegeben: prüf ID und Geheimnis der App.",
  "Whoever signed in does not manage the Page {}, or did not choose it in the dialog. Pages that were chosen: {}.":
    "Wer sich angemeldet hat, verwaltet die Seite {1} nicht oder hat sie im Dialog nicht gewählt. Gewählt wurden: {2}.",
  "Check `server`: no Graph API is there.": "Prüf `server`: dort ist keine Graph API.",
  "Facebook did not say what {} became.": "Facebook hat nicht gesagt, was aus {1} wurde.",
  "A comment on Facebook takes one picture only.": "Ein Kommentar auf Facebook nimmt nur ein Bild.",
  "The Page has said this before: look at it, and change the text.":
    "Die Seite hat das schon einmal gesagt: sieh nach, und ändere den Text.",
  "Facebook did not say whether it did it.": "Facebook hat nicht gesagt, ob es geschehen ist.",
  "Facebook answered with something that is not a post.":
    "Facebook hat mit etwas geantwortet, das kein Post ist.",
  "Make a new Page access token, from a system user's.":
    "Leg ein neues Zugriffstoken der Seite an, aus dem eines Systemnutzers.",
  "Somebody who manages the Page must log in at facebook.com and do what is asked there.":
    "Wer die Seite verwaltet, muss sich auf facebook.com anmelden und tun, was dort verlangt wird.",
  "The post may be live already.": "Vielleicht ist der Post schon da.",
  "The Page has posted too fast.": "Die Seite hat zu schnell gepostet.",
  "Switch off “Require app secret” in the app's settings, under Advanced.":
    "Schalte „Require app secret“ in den Einstellungen der App unter „Advanced“ aus.",
  "The app was taken away from the Page.": "Die App wurde von der Seite entfernt.",
  "The password was changed, which ends tokens.": "Das Passwort wurde geändert, und das beendet Tokens.",
  "The token has expired: those made of a person's token do.":
    "Das Token ist abgelaufen: die aus dem Token einer Person tun das.",
  "Whoever made the token has left the Page.": "Wer das Token angelegt hat, ist nicht mehr bei der Seite.",
  "The token needs pages_manage_posts, pages_manage_engagement and pages_read_engagement, and whoever made it the task content on the Page.":
    "Das Token braucht pages_manage_posts, pages_manage_engagement und pages_read_engagement, und wer es angelegt hat, auf der Seite die Aufgabe Inhalte.",
  "Check `version`: Facebook may have ended it.": "Prüf `version`: vielleicht hat Facebook sie beendet.",
  "Facebook takes it for abuse: change the words or the link.":
    "Facebook hält es für Missbrauch: ändere die Worte oder den Link.",
  "Facebook takes no links to itself: leave the link out.":
    "Facebook nimmt keine Links auf sich selbst: lass den Link weg.",
  "Take another picture: JPEG or PNG, below 4 MB.": "Nimm ein anderes Bild: JPEG oder PNG, unter 4 MB.",
  "The post is gone, or the token may not see it.": "Der Post ist weg, oder das Token darf ihn nicht sehen.",
  "Facebook does not say whose token it is. Check `server`: no Graph API is there.":
    "Facebook sagt nicht, wem das Token gehört. Prüf `server`: dort ist keine Graph API.",
  "The access token is that of “{}” ({}), not of the Page {}: with a person's or system user's token, take the Page's own from /me/accounts.":
    "Das Zugriffstoken gehört „{1}“ ({2}), nicht der Seite {3}: hol mit dem Token einer Person oder eines Systemnutzers das der Seite aus /me/accounts.",
  "{} says the same and seems to lead elsewhere.": "{1} sagt dasselbe und führt anscheinend woandershin.",
  "A post of the Page": "Ein Post der Seite",
  "Facebook answered with something that is not a list of posts.":
    "Facebook hat mit etwas geantwortet, das keine Liste von Posts ist.",
  "Too many posts went out since to look through.":
    "Seitdem gingen zu viele Posts raus, um sie durchzusehen.",
  "The token lacks {}: make one that has it.": "Dem Token fehlt {1}: leg eins an, das es hat.",
  "add it to the app under Use cases. For people without a role in the app, app review grants it, after business verification; and before the app is live nobody else sees what it posts.":
    "füg es der App unter „Use cases“ hinzu. Für Personen ohne Rolle in der App gibt es das erst nach Prüfung von App und Unternehmen; und bevor die App live ist, sieht sonst niemand, was sie postet.",
  "publish, edit and remove posts": "Posts veröffentlichen, ändern und löschen",
  "look up its posts and count reactions": "die eigenen Posts ansehen und Reaktionen zählen",
  "find the Page among those of the person": "die Seite unter denen der Person finden",
  "count comments": "Kommentare zählen",
  "publish the parts of a thread, as comments": "die Teile eines Threads als Kommentare veröffentlichen",
};
