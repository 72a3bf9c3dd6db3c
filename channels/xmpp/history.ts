import type { Element } from "@xmpp/client";
import { ChannelError } from "../../src/channel/failure.ts";
import { worded } from "../../src/model/worded.ts";
import type { Kept } from "./archive.ts";
import type { Connection } from "./connection.ts";
import { isInside, join } from "./join.ts";
import { hasId, stanzaIdOf } from "./message.ts";
import type { RoomPlace } from "./place.ts";

/**
 * For rooms without an archive: what a room sends to those who come in. It may leave messages out, so it can show
 * that a message is there, and never that it is not: then a ChannelError says so.
 */
export async function findInHistory(
  connection: Connection,
  place: RoomPlace,
  id: string,
  since: Date,
): Promise<Kept> {
  let found: Kept | undefined;
  const stop = connection.listen((stanza) => {
    if (isFrom(stanza, place.room) && hasId(stanza, id)) found ??= readKept(stanza, place.room);
  });
  try {
    const occupant = await join(connection, place, { since: since.toISOString() });
    // Its answer comes after the whole history.
    await isInside(connection, occupant, place);
  } finally {
    stop();
  }
  if (found === undefined) throw cannotTell(place.room);
  return found;
}

const isFrom = (stanza: Element, room: string): boolean =>
  stanza.is("message") && (stanza.attrs["from"] ?? "").startsWith(`${room}/`);

function readKept(stanza: Element, room: string): Kept {
  const at = stanza.getChild("delay", "urn:xmpp:delay")?.attrs["stamp"] ?? null;
  return { stanzaId: stanzaIdOf(stanza, room), at };
}

function cannotTell(room: string): ChannelError {
  const reason = worded`The room ${room} keeps no archive, so nobody can tell whether the message arrived: look into the room.`;
  return new ChannelError({ kind: "lost", reason });
}
