/** German for what this channel says of failures; pages translate by it. */
export default {
  "The archive of {} holds more than {} messages since then: look into the room.":
    "Im Archiv von {1} sind seitdem mehr als {2} Nachrichten: sieh im Raum nach.",
  "The room {} lets only members in: ask its owner to make {} a member.":
    "In den Raum {1} dürfen nur Mitglieder: bitte, wem er gehört, {2} zum Mitglied zu machen.",
  "The room {} does not let {} in (banned): ask its owner to lift the ban.":
    "Der Raum {1} lässt {2} nicht herein (gesperrt): bitte, wem er gehört, das aufzuheben.",
  "The room {} asks for a password: choose a room without one.":
    "Der Raum {1} verlangt ein Passwort: nimm einen Raum ohne.",
  "There is no room {}: check the setting room.": "Einen Raum {1} gibt es nicht: prüf die Einstellung room.",
  "There is no room {}, and {} may not make one: check the setting room.":
    "Einen Raum {1} gibt es nicht, und {2} darf keinen anlegen: prüf die Einstellung room.",
  "The room {} wants {} to use the registered nick: set nick to it.":
    "Der Raum {1} will, dass {2} den eingetragenen Namen benutzt: setz nick darauf.",
  "The nick is taken in the room {}: set another nick.":
    "Der Name ist im Raum {1} vergeben: setz einen anderen nick.",
  "The room {} does not accept the nick: set another nick.":
    "Der Raum {1} nimmt den Namen nicht: setz einen anderen nick.",
  "The room {} is full.": "Der Raum {1} ist voll.",
  "The room {} does not let {} speak: ask its owner for voice.":
    "Im Raum {1} darf {2} nicht sprechen: bitte, wem er gehört, um das Recht.",
  "{} was no longer in the room {}; nothing was sent.":
    "{1} war nicht mehr im Raum {2}; nichts wurde gesendet.",
  "The room {} is gone: check the setting room.":
    "Den Raum {1} gibt es nicht mehr: prüf die Einstellung room.",
  "The room {} takes no more messages for now.": "Der Raum {1} nimmt gerade keine Nachrichten mehr.",
  "{} may not set up {}: ask its owner, or check the setting node.":
    "{1} darf {2} nicht einrichten: frag, wem es gehört, oder prüf die Einstellung node.",
  "{} is on a server without personal publishing (PEP): use another server or a room.":
    "{1} ist auf einem Server ohne eigenes Veröffentlichen (PEP): nimm einen anderen Server oder einen Raum.",
  "{} may not publish on {}: ask its owner to make it a publisher.":
    "{1} darf auf {2} nicht veröffentlichen: bitte, wem es gehört, um das Recht.",
  "{} is missing; nothing was sent.": "{1} fehlt; nichts wurde gesendet.",
  "the connection broke while it was sent": "die Verbindung brach beim Senden ab",
  "the connection was closed": "die Verbindung wurde geschlossen",
  "the connection broke before an answer came": "die Verbindung brach ab, bevor eine Antwort kam",
  "no answer came within {} s": "in {1} s kam keine Antwort",
  "{}: {}; the post may be live.": "{1}: {2!}; vielleicht ist der Post da.",
  "{}: {}; nothing was sent.": "{1}: {2!}; nichts wurde gesendet.",
  "{} answered {} with the error {}.": "{1} hat {2} mit dem Fehler {3} geantwortet.",
  "The room {} keeps no archive, so nobody can tell whether the message arrived: look into the room.":
    "Der Raum {1} hat kein Archiv; darum weiß niemand, ob die Nachricht ankam: sieh im Raum nach.",
  "The server of {} wants the password in clear on an unencrypted connection: set server to an encrypted one.":
    "Der Server von {1} will das Passwort unverschlüsselt: setz server auf eine verschlüsselte Adresse.",
  "The server of {} offers no encryption: set server to one that does.":
    "Der Server von {1} bietet keine Verschlüsselung: setz server auf einen, der es tut.",
  "The server of {} has no certificate for it: set server to the address that it has one for.":
    "Der Server von {1} hat dafür kein Zertifikat: setz server auf die Adresse, für die er eins hat.",
  "There is no room {}: check the setting room, or make the room first.":
    "Einen Raum {1} gibt es nicht: prüf die Einstellung room, oder leg den Raum zuerst an.",
  "The text is longer than the {} {} that every server takes: shorten it.":
    "Der Text ist länger als die {1} {2:term}, die jeder Server nimmt: kürz ihn.",
  "it did not answer in time": "er hat nicht rechtzeitig geantwortet",
  "it closed the connection": "er hat die Verbindung geschlossen",
  "The account {} needs either room or node, and not both: set one of them.":
    "Das Konto {1} braucht entweder room oder node, nicht beides: setz eins davon.",
  "The setting server is {}: write it as xmpps://host:port, xmpp://host:port or wss://host/path.":
    "Die Einstellung server ist {1}: schreib sie als xmpps://host:port, xmpp://host:port oder wss://host/path.",
  "The setting {} is {}: write it as name@server.":
    "Die Einstellung {1} ist {2}: schreib sie als name@server.",
  "The server does not accept the password of {}: set jid and password again.":
    "Der Server nimmt das Passwort von {1} nicht: setz jid und password neu.",
  "The account {} is disabled: ask the server's operator.":
    "Das Konto {1} ist abgeschaltet: frag, wer den Server betreibt.",
  "The password of {} has expired: set a new one.": "Das Passwort von {1} ist abgelaufen: setz ein neues.",
  "The server lets {} sign in only when encrypted: use its encrypted address as server.":
    "Der Server lässt {1} nur verschlüsselt herein: nimm als server seine verschlüsselte Adresse.",
  "The server does not accept the address {}: check the setting jid.":
    "Der Server nimmt die Adresse {1} nicht: prüf die Einstellung jid.",
  "The server offers no way to sign in that is safe enough for {}: ask its operator.":
    "Der Server bietet keine Anmeldung, die für {1} sicher genug ist: frag, wer ihn betreibt.",
  "The server does not serve the domain of {}: check the settings jid and server.":
    "Der Server ist nicht für die Domain von {1} da: prüf die Einstellungen jid und server.",
  "it does not speak this protocol": "er spricht dieses Protokoll nicht",
  "; NODE_EXTRA_CA_CERTS names a file of authorities to trust":
    "; NODE_EXTRA_CA_CERTS nennt eine Datei mit Stellen, denen zu trauen ist",
  "The server {} could not be reached ({}){}.": "Der Server {1} war nicht erreichbar ({2}){3}.",
  "of {}": "von {1}",
  "What the ledger kept is not of this channel: send it anew.":
    "Was das Hauptbuch aufbewahrt, gehört nicht zu diesem Kanal: sende es neu.",
  "The upload service {} gave no address; nothing was posted.":
    "Der Dienst zum Hochladen {1} hat keine Adresse gegeben; nichts wurde gepostet.",
  "The image {} could not be loaded; nothing was posted.":
    "Das Bild {1} ließ sich nicht laden; nichts wurde gepostet.",
  "The upload service {} did not take the file ({}); nothing was posted.":
    "Der Dienst zum Hochladen {1} hat die Datei nicht genommen ({2}); nichts wurde gepostet.",
  "no answer": "keine Antwort",
};
