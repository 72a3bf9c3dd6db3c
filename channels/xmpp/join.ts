import { type Element, xml } from "@xmpp/client";
import { worded } from "../../src/model/worded.ts";
import type { Connection } from "./connection.ts";
import { type Act, StanzaError, unauthorised } from "./failure.ts";
import type { RoomPlace } from "./place.ts";
import { readError } from "./stanza.ts";

/** @see https://xmpp.org/extensions/xep-0045.html */
const muc = "http://jabber.org/protocol/muc";
const user = "http://jabber.org/protocol/muc#user";

/** How often another nick is tried. */
const nicks = 5;

/** What of the past the room shall send. */
export type History = { readonly maxstanzas: "0" } | { readonly since: string };

/** Goes into the room; gives the address that others see there. Throws ChannelError, StanzaError and SilenceError. */
export async function join(
  connection: Connection,
  place: RoomPlace,
  history: History = { maxstanzas: "0" },
): Promise<string> {
  for (let number = 1; number < nicks; number++) {
    try {
      return await tryNick(connection, place, number === 1 ? place.nick : `${place.nick} ${number}`, history);
    } catch (error) {
      if (!(error instanceof StanzaError && error.condition === "conflict")) throw error;
    }
  }
  return tryNick(connection, place, `${place.nick} ${nicks}`, history);
}

async function tryNick(
  connection: Connection,
  { room, who }: RoomPlace,
  nick: string,
  history: History,
): Promise<string> {
  const act: Act = { verb: "join", who, where: room };
  const entering = xml("x", { xmlns: muc }, xml("history", history));
  const presence = xml("presence", { to: `${room}/${nick}` }, entering);
  const own = await connection.exchange(presence, (stanza) => pickOwn(stanza, act), act);
  if (hasStatus(own, "201")) await abandon(connection, own, act);
  return own.attrs["from"] ?? `${room}/${nick}`;
}

/** Our own presence comes last, after those of all who are there. */
function pickOwn(stanza: Element, act: Act): Element | undefined {
  const from = stanza.attrs["from"] ?? "";
  if (!stanza.is("presence") || (from !== act.where && !from.startsWith(`${act.where}/`))) return undefined;
  const error = readError(stanza);
  if (error) throw new StanzaError(act, error);
  return hasStatus(stanza, "110") ? stanza : undefined;
}

function hasStatus(presence: Element, code: string): boolean {
  const statuses = presence.getChild("x", user)?.getChildren("status") ?? [];
  return statuses.some((status) => status.attrs["code"] === code);
}

/** Joining a room that does not exist makes one, where posts would go out to nobody. */
async function abandon(connection: Connection, own: Element, act: Act): Promise<never> {
  const leaving = xml("presence", {
    type: "unavailable",
    ...(own.attrs["from"] && { to: own.attrs["from"] }),
  });
  await connection.exchange(leaving, (stanza) => pickOwn(stanza, act), act);
  throw unauthorised(worded`There is no room ${act.where}: check the setting room, or make the room first.`);
}

/** Errors that come from another client of ours in the room, so we are there. @see https://xmpp.org/extensions/xep-0410.html */
const stillInside = new Set(["service-unavailable", "feature-not-implemented"]);

/** Whether the room still knows us; it may have restarted, or put us out. */
export async function isInside(
  connection: Connection,
  occupant: string,
  { room, who }: RoomPlace,
): Promise<boolean> {
  const ping = xml("iq", { type: "get", to: occupant }, xml("ping", { xmlns: "urn:xmpp:ping" }));
  try {
    await connection.ask(ping, { verb: "reach", who, where: room });
    return true;
  } catch (error) {
    if (error instanceof StanzaError) return stillInside.has(error.condition);
    throw error;
  }
}
