import type { Failure } from "../../src/channel/failure.ts";
import { worded } from "../../src/model/worded.ts";

export type Verb = "reach" | "join" | "speak" | "look" | "arrange" | "publish" | "withdraw" | "upload";

/** `unsure`: it may have been done. */
type Kind = Failure["kind"] | "unsure";
type Kinds = Readonly<Record<string, Kind>>;

/**
 * What error conditions mean. Those that are not here go by the type of the error.
 * @see https://www.rfc-editor.org/rfc/rfc6120#section-8.3.3
 * @see https://xmpp.org/extensions/xep-0045.html#errorstatus
 */
export const kinds: Readonly<Partial<Record<Verb, Kinds>>> & { readonly any: Kinds } = {
  any: {
    forbidden: "unauthorised",
    "not-authorized": "unauthorised",
    "registration-required": "unauthorised",
    "subscription-required": "unauthorised",
    "item-not-found": "unauthorised",
    gone: "unauthorised",
    "jid-malformed": "unauthorised",
    conflict: "unauthorised",
    "policy-violation": "refused",
    "resource-constraint": "busy",
    "remote-server-not-found": "down",
    "remote-server-timeout": "unsure",
    "internal-server-error": "unsure",
    "recipient-unavailable": "down",
    "service-unavailable": "down",
  },
  join: {
    "not-allowed": "unauthorised",
    "not-acceptable": "unauthorised",
    "service-unavailable": "busy",
    "policy-violation": "busy",
  },
  speak: { "not-acceptable": "down" },
  // Made again by the next try.
  publish: { "item-not-found": "down" },
};

type Sentences = Readonly<Record<string, string>>;

/** For a person, each with the mend. */
export const sentences: Readonly<Partial<Record<Verb, Sentences>>> = {
  join: {
    "registration-required": worded`The room {where} lets only members in: ask its owner to make {who} a member.`,
    forbidden: worded`The room {where} does not let {who} in (banned): ask its owner to lift the ban.`,
    "not-authorized": worded`The room {where} asks for a password: choose a room without one.`,
    "item-not-found": worded`There is no room {where}: check the setting room.`,
    "not-allowed": worded`There is no room {where}, and {who} may not make one: check the setting room.`,
    "not-acceptable": worded`The room {where} wants {who} to use the registered nick: set nick to it.`,
    conflict: worded`The nick is taken in the room {where}: set another nick.`,
    "jid-malformed": worded`The room {where} does not accept the nick: set another nick.`,
    "service-unavailable": worded`The room {where} is full.`,
  },
  speak: {
    forbidden: worded`The room {where} does not let {who} speak: ask its owner for voice.`,
    "not-acceptable": worded`{who} was no longer in the room {where}; nothing was sent.`,
    "item-not-found": worded`The room {where} is gone: check the setting room.`,
    "resource-constraint": worded`The room {where} takes no more messages for now.`,
  },
  arrange: {
    forbidden: worded`{who} may not set up {where}: ask its owner, or check the setting node.`,
    "service-unavailable": worded`{where} is on a server without personal publishing (PEP): use another server or a room.`,
  },
  publish: {
    forbidden: worded`{who} may not publish on {where}: ask its owner to make it a publisher.`,
    "item-not-found": worded`{where} is missing; nothing was sent.`,
  },
};
