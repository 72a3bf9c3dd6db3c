import type { Sentences } from "../../dictionary.ts";

/** Looking again whether a post is there, threads of which a part is not, and what the networks leave. */
export const settling: Sentences = {
  "It goes out now, without waiting for its page.":
    "Der Post geht jetzt raus, ohne auf seine Seite zu warten.",
  "The part before it was taken back, and this one cannot stand alone: cancel it.":
    "Der Teil davor wurde zurückgenommen, und dieser kann nicht allein stehen: sag ihn ab.",
  "The part before it goes out again now, and then this one.":
    "Der Teil davor geht jetzt noch einmal raus, und dann dieser.",
  "The part before it has failed: carillon retry {} sends both, carillon cancel {} neither.":
    "Der Teil davor ist gescheitert: versuch es noch einmal, dann gehen beide raus, oder sag beide ab.",
  "The part before it was cancelled: carillon retry {} sends both; or cancel this part as well.":
    "Der Teil davor wurde abgesagt: versuch es noch einmal, dann gehen beide raus, oder sag auch diesen ab.",
  "Cancelled with the part before it.": "Abgesagt mit dem Teil davor.",
  "It is {}: only what is unsure is looked for.":
    "Der Post ist {1:term}: gesucht wird nur, was unsicher ist.",
  "Nobody but a person can look: the network shows no posts, or this ledger never sent it.":
    "Nachsehen kann nur eine Person: das Netzwerk zeigt keine Posts, oder dieses Hauptbuch hat ihn nie gesendet.",
  "The network cannot tell: it shows no such post, or one that is another's. Look at the account.":
    "Das Netzwerk kann es nicht sagen: es zeigt keinen solchen Post oder einen, der zu etwas anderem gehört. Sieh beim Konto nach.",
  "It is there: {}": "Er ist da: {1}",
  "It is not to be seen as this ledger sent it; it may have gone out otherwise since the backup. Look at the account.":
    "So, wie dieses Hauptbuch ihn gesendet hat, ist er nicht zu sehen; vielleicht ging er seit der Sicherung anders raus. Sieh beim Konto nach.",
  "It is not there. If you see none at the account either, have it sent again.":
    "Er ist nicht da. Wenn du beim Konto auch keinen siehst, lass ihn noch einmal senden.",
  "It is not to be seen yet, and may still come: look again in a minute.":
    "Er ist noch nicht zu sehen und kommt vielleicht noch: sieh in einer Minute wieder nach.",
  "It answers {}.": "Er antwortet mit {1}.",
  "It answers 410: it wants no more events.": "Er antwortet mit 410: er will keine Ereignisse mehr.",
  "What is planned for {} this month costs more than its budget leaves: {} planned, {} left.":
    "Was für {1} diesen Monat geplant ist, kostet mehr, als das Budget noch hergibt: geplant {2}, übrig {3}.",
  "Raise `budget` in the configuration, or move or cancel posts: those that it does not cover are held at their time.":
    "Erhöh `budget` in der Konfiguration, oder verschieb Posts, oder sag sie ab: was es nicht deckt, wird zu seiner Zeit zurückgehalten.",
  "Until {} more is planned for {} than its network takes: {} planned, {} left.":
    "Bis {1:term} ist für {2} mehr geplant, als sein Netzwerk nimmt: geplant {3}, übrig {4}.",
  "Move what can wait to a later time. What is left goes out by itself when the network takes it.":
    "Verschieb, was warten kann. Der Rest geht von selbst raus, wenn das Netzwerk ihn nimmt.",
};
