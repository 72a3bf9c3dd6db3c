/** German for what the webhook says of failures; pages translate by it. */
export default {
  "The text is longer than {} bytes.": "Der Text ist länger als {1} Bytes.",
  "The event is longer than {} bytes.": "Das Ereignis ist länger als {1} Bytes.",
  "The signing secret is not 24 to 64 bytes in base64: `openssl rand -base64 32` makes one.":
    "Das Geheimnis zum Unterschreiben hat nicht 24 bis 64 Bytes in base64: `openssl rand -base64 32` macht eins.",
  "The receiver answered with a web page. Check `server`: no webhook is there.":
    "Der Empfänger hat mit einer Webseite geantwortet. Prüf `server`: dort ist kein Webhook.",
  "The receiver answered 200 with an error inside: {}":
    "Der Empfänger hat mit 200 geantwortet, aber darin steht ein Fehler: {1}",
  "The receiver answered {} and sends on to {}: write that as `server`.":
    "Der Empfänger hat mit {1} geantwortet und leitet zu {2} weiter: schreib das als `server`.",
  "The receiver answered {}.": "Der Empfänger hat mit {1} geantwortet.",
  "The receiver has switched this webhook off (410).": "Der Empfänger hat diesen Webhook abgeschaltet (410).",
  "Check `secret`: it takes no event signed with it.":
    "Prüf `secret`: so unterschriebene Ereignisse nimmt er nicht.",
  "Check `server`: no webhook is there.": "Prüf `server`: dort ist kein Webhook.",
};
