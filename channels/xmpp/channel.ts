import type { Channel } from "../../src/channel/channel.ts";
import { classify } from "./failure.ts";
import { roomLimits } from "./limits.ts";

/** XMPP: a message to a chat room, or an entry of a microblog. @see https://xmpp.org/extensions/ */
const xmpp: Channel = {
  contract: 1,
  id: "xmpp",
  label: "XMPP",
  settings: {
    jid: {
      type: "text",
      label: "Address",
      help: "The account's address (JID), best one made for this.",
      required: true,
      example: "news@example.org",
    },
    password: { type: "text", label: "Password", required: true, secret: true, example: "${XMPP_PASSWORD}" },
    room: {
      type: "text",
      label: "Room",
      help: "The address of a chat room to post in; leave it out to post on a node.",
      example: "commteam@muc.xmpp.org",
    },
    node: {
      type: "text",
      label: "Node",
      help: "A node of the account to post on, or service/node for one elsewhere; leave it out to post in a room.",
      example: "urn:xmpp:microblog:0",
    },
    nick: { type: "text", label: "Nick in the room", help: "The site's name where it is left out." },
    server: {
      type: "url",
      label: "Server",
      help: "Found by the address where it is left out; xmpp:// without it being encrypted is not safe beyond your own network.",
      example: "xmpps://xmpp.example.org:5223",
    },
  },
  limits: roomLimits,
  card: "scraped",
  abilities: { thread: true, edit: true, remove: true, metrics: false, language: true, altText: true },
  repeat: { find: true },
  words: { de: () => import("./words.de.ts") },
  async open(settings, io) {
    const { openSession } = await import("./session.ts");
    return openSession(settings, io);
  },
  classify,
};

export default xmpp;
