/** German for what this channel says of failures and rights; pages translate by it. */
export default {
  "Reddit sends on to {}: write the address that answers itself as `server`.":
    "Reddit leitet zu {1} weiter: schreib als `server` die Adresse, die selbst antwortet.",
  "Reddit answered with something that is not JSON.": "Reddit hat mit etwas geantwortet, das kein JSON ist.",
  "Reddit answered {} without an explanation.": "Reddit hat ohne Erklärung mit {1} geantwortet.",
  "Reddit answered {}: {}.": "Reddit hat mit {1} geantwortet: {2}.",
  "A post on Reddit needs a title.": "Ein Post auf Reddit braucht einen Titel.",
  "The title is longer than {} characters.": "Der Titel ist länger als {1} Zeichen.",
  "The text is longer than {} characters.": "Der Text ist länger als {1} Zeichen.",
  "The text is longer than {} characters when its marks are escaped as Markdown wants it.":
    "Der Text ist länger als {1} Zeichen, wenn seine Zeichen so geschrieben sind, wie Markdown es will.",
  "The app has used up its requests to Reddit for now.":
    "Die App hat ihre Anfragen an Reddit fürs Erste verbraucht.",
  "Allow the app again for a new `refreshToken`.":
    "Erlaub die App noch einmal, für ein neues `refreshToken`.",
  "The account may be banned there, or the refresh token lacks one of the scopes {}.":
    "Vielleicht ist das Konto dort gesperrt, oder dem Refresh-Token fehlt eins der Rechte {1:own}.",
  "Check `server` and `subreddit`: nothing is there.": "Prüf `server` und `subreddit`: dort ist nichts.",
  "r/{} has no post flair “{}”: write one of its own as `flair` ({}).":
    "r/{1} hat kein Post-Flair „{2}“: schreib eins von dort als `flair` ({3:own}).",
  "Too many posts went out since to look through.":
    "Seitdem gingen zu viele Posts raus, um sie durchzusehen.",
  "Reddit answered with something that is not a list of posts.":
    "Reddit hat mit etwas geantwortet, das keine Liste von Posts ist.",
  "The post may be live.": "Vielleicht ist der Post da.",
  "Write one of the subreddit's post flairs as `flair` of the account.":
    "Schreib eins der Post-Flairs des Subreddits als `flair` des Kontos.",
  "Write `kind: self` for the account.": "Schreib `kind: self` beim Konto.",
  "Write `kind: link` for the account.": "Schreib `kind: link` beim Konto.",
  "The subreddit takes no text below a link: write `body: false` for the account.":
    "Das Subreddit nimmt keinen Text unter einem Link: schreib `body: false` beim Konto.",
  "Reddit takes a link once a subreddit: post it as a text (`kind: self`), or leave it.":
    "Reddit nimmt einen Link je Subreddit einmal: poste ihn als Text (`kind: self`), oder lass es.",
  "Check the entry's link.": "Prüf den Link des Beitrags.",
  "Reddit takes no links to there.": "Dorthin nimmt Reddit keine Links.",
  "Check `subreddit`.": "Prüf `subreddit`.",
  "It takes no replies.": "Darauf kann niemand antworten.",
  "The account may not post there: ask the subreddit's moderators.":
    "Das Konto darf dort nicht posten: frag die Moderation des Subreddits.",
  "Verify the account's email address on Reddit; a new account must first be used for a while.":
    "Bestätige auf Reddit die E-Mail-Adresse des Kontos; ein neues Konto muss erst eine Weile benutzt werden.",
  "Allow the app again as the account that shall post.":
    "Erlaub die App noch einmal, mit dem Konto, das posten soll.",
  "Reddit says: {} ({}).": "Reddit sagt: {1} ({2}).",
  "A link post cannot be changed on Reddit": "Ein Link-Post lässt sich auf Reddit nicht ändern",
  "A title cannot be changed on Reddit": "Ein Titel lässt sich auf Reddit nicht ändern",
  "Reddit answered with something that is not a post.":
    "Reddit hat mit etwas geantwortet, das kein Post ist.",
  "{}: remove the post and send it again.": "{1!}: lösch den Post, und sende ihn neu.",
  "{} is not the address of a post or a comment on Reddit.":
    "{1} ist nicht die Adresse eines Posts oder Kommentars auf Reddit.",
  "Reddit does not say whose account it is. Check `server`: nothing there speaks Reddit's API.":
    "Reddit sagt nicht, wem das Konto gehört. Prüf `server`: dort spricht nichts die API von Reddit.",
  "Reddit has suspended u/{}: log in there to see why.":
    "Reddit hat u/{1} gesperrt: melde dich dort an, um zu sehen, warum.",
  "Reddit does not know the app (401): check `clientId` and `clientSecret`.":
    "Reddit kennt die App nicht (401): prüf `clientId` und `clientSecret`.",
  "Reddit does not take the refresh token ({}): allow the app again and put the new one into `refreshToken`.":
    "Reddit nimmt das Refresh-Token nicht ({1}): erlaub die App noch einmal, und schreib das neue in `refreshToken`.",
  "Reddit does not let the app in (403): see at reddit.com/prefs/apps whether it is approved.":
    "Reddit lässt die App nicht herein (403): sieh auf reddit.com/prefs/apps nach, ob sie genehmigt ist.",
  "Reddit gave no access token ({}).": "Reddit hat kein Zugriffstoken gegeben ({1}).",
  "connect the account again and allow all that is asked for; the app itself needs Reddit's approval only once.":
    "verbinde das Konto noch einmal, und erlaub alles, worum gebeten wird; die App selbst muss Reddit nur einmal genehmigen.",
  "publish posts and comments": "Posts und Kommentare veröffentlichen",
  "say who it is": "sagen, wer es ist",
  "look up its own posts": "die eigenen Posts ansehen",
  "count reactions": "Reaktionen zählen",
  "edit and remove posts": "Posts ändern und löschen",
  "choose a flair": "ein Flair wählen",
};
