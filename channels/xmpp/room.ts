import { randomUUID } from "node:crypto";
import type { Element } from "@xmpp/client";
import type { Io, MendContext } from "../../src/channel/channel.ts";
import type { Post, Receipt } from "../../src/model/post.ts";
import { findInArchive, type Kept } from "./archive.ts";
import type { Connection } from "./connection.ts";
import { type Act, StanzaError } from "./failure.ts";
import { findInHistory } from "./history.ts";
import { isInside, join } from "./join.ts";
import type { Line } from "./line.ts";
import { type Memo, readStanzaId, writeMemo } from "./memo.ts";
import { hasId, stanzaIdOf, writeCorrection, writeMessage, writeRetraction } from "./message.ts";
import type { RoomPlace } from "./place.ts";
import { readError } from "./stanza.ts";

/** A room that is kept entered. */
export interface Room {
  readonly place: RoomPlace;
  readonly io: Io;
  /** Goes in where we are not in it. */
  enter(): Promise<Seat>;
}

export interface Seat {
  readonly connection: Connection;
  /** Our own address in the room. */
  readonly occupant: string;
}

export function createRoom(line: Line, place: RoomPlace, io: Io): Room {
  let seat: Seat | undefined;
  const enter = async (): Promise<Seat> => {
    const connection = await line.take();
    if (seat?.connection === connection && (await isInside(connection, seat.occupant, place))) return seat;
    seat = { connection, occupant: await join(connection, place) };
    return seat;
  };
  return { place, io, enter };
}

export async function publish(room: Room, post: Post, memo: Memo): Promise<Receipt> {
  const seat = await room.enter();
  const echo = await say(room, seat, writeMessage(room.place.room, seat.occupant, post, memo), memo.key);
  const kept = { stanzaId: stanzaIdOf(echo, room.place.room), at: room.io.now().toISOString() };
  return writeReceipt(room, memo, kept);
}

/** Sends to the room. Its echo is the acknowledgement: the room has shown the message to everyone. */
async function say(
  { place }: Room,
  { connection, occupant }: Seat,
  message: Element,
  id: string,
): Promise<Element> {
  const act: Act = { verb: "speak", who: place.who, where: place.room };
  const pick = (stanza: Element): Element | undefined => {
    const from = stanza.attrs["from"] ?? "";
    if (!stanza.is("message") || !hasId(stanza, id)) return undefined;
    const error = from === place.room || from === occupant ? readError(stanza) : undefined;
    if (error) throw new StanzaError(act, error);
    return from === occupant ? stanza : undefined;
  };
  return connection.exchange(message, pick, act);
}

function writeReceipt({ place, io }: Room, memo: Memo, { stanzaId, at }: Kept): Receipt {
  return {
    remoteId: memo.key,
    permalink: `xmpp:${place.room}?join`,
    at: at === null ? io.now().toISOString() : new Date(at).toISOString(),
    data: { ...writeMemo(memo), stanzaId },
  };
}

/** Minutes by which the room's clock may be behind ours. */
const skew = 15;

/** Throws where neither an archive nor the room's history tells. */
export async function find(room: Room, memo: Memo, since: Date): Promise<Receipt | undefined> {
  const { connection } = await room.enter();
  const from = new Date(since.getTime() - skew * 60_000);
  const kept = await look(connection, room.place, memo.key, from);
  return kept && writeReceipt(room, memo, kept);
}

async function look(
  connection: Connection,
  place: RoomPlace,
  id: string,
  since: Date,
): Promise<Kept | undefined> {
  const act: Act = { verb: "look", who: place.who, where: place.room };
  try {
    return await findInArchive(connection, id, since, act);
  } catch (error) {
    if (!(error instanceof StanzaError)) throw error;
    return findInHistory(connection, place, id, since);
  }
}

/** Older clients show what is corrected or retracted twice as two messages: what may have been said is looked for first. */
async function isSaid(room: Room, context: MendContext | undefined): Promise<boolean> {
  if (!context?.again) return false;
  const { connection } = await room.enter();
  const from = new Date(context.since.getTime() - skew * 60_000);
  return (await look(connection, room.place, context.key, from)) !== undefined;
}

/** `memo`: of the post as it is now. Corrections always name the first message. */
export async function edit(
  room: Room,
  receipt: Receipt,
  post: Post,
  memo: Memo,
  context?: MendContext,
): Promise<Receipt> {
  const seat = await room.enter();
  const id = context?.key ?? randomUUID();
  const message = writeMessage(room.place.room, seat.occupant, post, { ...memo, key: id });
  if (!(await isSaid(room, context))) await say(room, seat, writeCorrection(message, receipt.remoteId), id);
  return { ...receipt, data: { ...writeMemo(memo), stanzaId: readStanzaId(receipt.data) } };
}

export async function remove(room: Room, receipt: Receipt, context?: MendContext): Promise<void> {
  const seat = await room.enter();
  const id = context?.key ?? randomUUID();
  const target = readStanzaId(receipt.data) ?? receipt.remoteId;
  if (await isSaid(room, context)) return;
  await say(room, seat, writeRetraction(room.place.room, id, target), id);
}
