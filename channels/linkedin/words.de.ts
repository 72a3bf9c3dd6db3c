/** German for what this channel says of failures and rights; pages translate by it. */
export default {
  "Write either `organization`, the number of a page, or `member`, the id of a person.":
    "Schreib entweder `organization`, die Nummer einer Seite, oder `member`, die ID einer Person.",
  "`organization` is the page's number, which its admin view has in the address.":
    "`organization` ist die Nummer der Seite; sie steht in der Adresse ihrer Verwaltung.",
  "LinkedIn does not say whose token it is: it needs the scope openid.":
    "LinkedIn sagt nicht, wem das Token gehört: es braucht das Recht openid.",
  "The token is of another member than `member`: write {} there.":
    "Das Token gehört einem anderen Mitglied als `member`: schreib dort {1}.",
  "the right one": "das richtige",
  "LinkedIn has no page {}: check `organization`.": "LinkedIn hat keine Seite {1}: prüf `organization`.",
  "The token's member has no role on page {} that may post: an admin of the page can make them content admin.":
    "Das Mitglied des Tokens hat auf der Seite {1} keine Rolle, die posten darf: wer die Seite verwaltet, kann ihm die für Inhalte geben.",
  "LinkedIn answered with something that is not JSON.":
    "LinkedIn hat mit etwas geantwortet, das kein JSON ist.",
  "LinkedIn answered {} and sends on to {}: write that as `server`":
    "LinkedIn hat mit {1} geantwortet und leitet zu {2} weiter: schreib das als `server`",
  "LinkedIn answered {}": "LinkedIn hat so geantwortet: {1}",
  "The post that this one replies to is gone.": "Der Post, auf den dieser antwortet, ist weg.",
  "LinkedIn answered with something that is not a comment.":
    "LinkedIn hat mit etwas geantwortet, das kein Kommentar ist.",
  "The post has too many comments to look through.": "Der Post hat zu viele Kommentare, um sie durchzusehen.",
  "LinkedIn takes {} images a post, not {}.": "LinkedIn nimmt {1} Bilder je Post, nicht {2}.",
  "The account has said this before, at {}: change the text.":
    "Das Konto hat das schon gesagt, bei {1}: ändere den Text.",
  "LinkedIn says that it has this post already{}, and does not show it.":
    "LinkedIn sagt, dass es diesen Post schon hat{1}, und zeigt ihn nicht.",
  ", as {}": ", als {1}",
  "LinkedIn takes this for a post that it does not show any more, perhaps removed, and refuses its words for a day or two: look at the account, then change the text or send it later.":
    "LinkedIn hält das für einen Post, den es nicht mehr zeigt, vielleicht einen gelöschten, und nimmt diese Worte ein, zwei Tage lang nicht: sieh beim Konto nach, dann ändere den Text, oder sende ihn später.",
  "LinkedIn has this post already, at {}, and does not let it be read: look, and decide.":
    "LinkedIn hat diesen Post schon, bei {1}, und lässt ihn nicht lesen: sieh nach, und entscheide.",
  "LinkedIn keeps a version for about a year: write the month of a newer one as `version`.":
    "LinkedIn behält eine Version etwa ein Jahr: schreib den Monat einer neueren als `version`.",
  "Write the month of a newer version as `version`.":
    "Schreib den Monat einer neueren Version als `version`.",
  "Make a new token for `accessToken`: LinkedIn's end after 60 days, or when their member takes them back.":
    "Leg für `accessToken` ein neues Token an: die von LinkedIn enden nach 60 Tagen oder wenn ihr Mitglied sie zurücknimmt.",
  "The token needs the scopes named in the setting up, and its member a role on the page that may post.":
    "Das Token braucht die Rechte, die bei der Einrichtung genannt sind, und sein Mitglied eine Rolle auf der Seite, die posten darf.",
  "The post may be live already.": "Vielleicht ist der Post schon da.",
  "The same may be under way already.": "Vielleicht ist dasselbe schon unterwegs.",
  "Check `server`: nothing there speaks LinkedIn's API.":
    "Prüf `server`: dort spricht nichts die API von LinkedIn.",
  "Too many posts went out since to look through.":
    "Seitdem gingen zu viele Posts raus, um sie durchzusehen.",
  "LinkedIn answered with something that is not a list.":
    "LinkedIn hat mit etwas geantwortet, das keine Liste ist.",
  "LinkedIn takes PNG, JPEG and GIF, and {} is none of them.":
    "LinkedIn nimmt PNG, JPEG und GIF, und {1} ist nichts davon.",
  "LinkedIn does not say where to upload an image.": "LinkedIn sagt nicht, wohin ein Bild hochzuladen ist.",
  "LinkedIn cannot read the image {}.": "LinkedIn kann das Bild {1} nicht lesen.",
  "LinkedIn is still processing {}.": "LinkedIn verarbeitet {1} noch.",
  "On LinkedIn only the first part of a thread carries images: the others are comments.":
    "Auf LinkedIn trägt nur der erste Teil eines Threads Bilder: die anderen sind Kommentare.",
  "A {} on LinkedIn has at most {} characters, and this one has {}.":
    "Auf LinkedIn sind hier höchstens {2} Zeichen möglich, und es sind {3}.",
  "LinkedIn answered without saying which post it made.": "LinkedIn hat nicht gesagt, welcher Post entstand.",
  "LinkedIn has no such post any more.": "LinkedIn hat diesen Post nicht mehr.",
  "`version` is a year and a month, 202609 for instance.":
    "`version` ist Jahr und Monat, zum Beispiel 202609.",
  "LinkedIn keeps the version {} for a year, which ends about {}/{}: set `version` to a newer month, and `accounts test` it.":
    "LinkedIn behält die Version {1} ein Jahr, und das endet etwa {2}/{3}: setz `version` auf einen neueren Monat, und prüf es mit `accounts test`.",
  "the product Community Management API grants it: ask for it under Products in the app's settings at linkedin.com/developers; LinkedIn reviews for weeks.":
    "das Produkt „Community Management API“ gibt es: bitte darum unter „Products“ in den Einstellungen der App auf linkedin.com/developers; LinkedIn prüft wochenlang.",
  "the product Share on LinkedIn grants it at once: add it under Products in the app's settings.":
    "das Produkt „Share on LinkedIn“ gibt es sofort: füg es unter „Products“ in den Einstellungen der App hinzu.",
  "the product Sign In with LinkedIn using OpenID Connect grants it at once: add it under Products in the app's settings.":
    "das Produkt „Sign In with LinkedIn using OpenID Connect“ gibt es sofort: füg es unter „Products“ in den Einstellungen der App hinzu.",
  "publish, edit and remove posts": "Posts veröffentlichen, ändern und löschen",
  "publish the parts of a thread, as comments": "die Teile eines Threads als Kommentare veröffentlichen",
  "look up its comments": "die eigenen Kommentare ansehen",
  "look up its posts and count reactions": "die eigenen Posts ansehen und Reaktionen zählen",
  "read the page's name and roles": "Name und Rollen der Seite lesen",
  "say who it is": "sagen, wer es ist",
  "say its name": "den Namen sagen",
};
