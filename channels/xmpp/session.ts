import type { Io, Limits, Session } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import type { SettingValues } from "../../src/model/account.ts";
import type { Json } from "../../src/model/json.ts";
import type { Post, Receipt } from "../../src/model/post.ts";
import { worded } from "../../src/model/worded.ts";
import { nodeLimits, roomLimits } from "./limits.ts";
import { createLine, type Line } from "./line.ts";
import { type Memo, readMemo, writeMemo } from "./memo.ts";
import * as microblog from "./microblog.ts";
import { arrange } from "./node.ts";
import { type NodePlace, type Place, readPlace, readServer, type RoomPlace } from "./place.ts";
import { attach, type Dock, prepare } from "./prepare.ts";
import * as room from "./room.ts";
import { findUploadService, type UploadService } from "./upload-service.ts";

/** Milliseconds that a server's answer may take. */
const usualPatience = 20_000;

export async function openSession(
  settings: SettingValues,
  io: Io,
  patience: number = usualPatience,
): Promise<Session> {
  const place = readPlace(settings, io.site.name);
  const server = readServer(settings);
  const line = createLine({ address: place.who, password: String(settings["password"]), server, patience });
  try {
    const service = await findUploadService(await line.take(), place.who);
    const seat: Seat = { line, io, service };
    return place.kind === "room" ? await openRoom(seat, place) : await openMicroblog(seat, place);
  } catch (error) {
    await line.close();
    throw error;
  }
}

/** What both kinds of place need. */
interface Seat {
  readonly line: Line;
  readonly io: Io;
  readonly service: UploadService | undefined;
}

async function openRoom(seat: Seat, place: RoomPlace): Promise<Session> {
  const entered = room.createRoom(seat.line, place, seat.io);
  await entered.enter();
  return {
    ...createBase(seat, place, roomLimits),
    repeat: { find: true },
    publish: (post, memo) => room.publish(entered, post, demandMemo(memo)),
    find: (_post, memo, since) => room.find(entered, demandMemo(memo), since),
    edit: async (receipt, post, context) =>
      room.edit(entered, receipt, post, await renew(seat, receipt, post), context),
    remove: (receipt, context) => room.remove(entered, receipt, context),
  };
}

async function openMicroblog(seat: Seat, place: NodePlace): Promise<Session> {
  const blog: microblog.Microblog = { line: seat.line, place, io: seat.io };
  await arrange(await seat.line.take(), place);
  const base = createBase(seat, place, nodeLimits);
  return {
    ...base,
    // Publishing again notifies followers again, so the engine looks first.
    repeat: { sameFor: Infinity, find: true },
    async prepare(post, context) {
      await arrange(await seat.line.take(), place);
      return base.prepare(post, context);
    },
    publish: (post, memo) => microblog.publish(blog, post, demandMemo(memo)),
    find: (_post, memo) => microblog.find(blog, demandMemo(memo)),
    edit: async (receipt, post) => microblog.edit(blog, receipt, post, await renew(seat, receipt, post)),
    remove: (receipt) => microblog.remove(blog, receipt),
  };
}

function createBase(seat: Seat, place: Place, limits: Limits) {
  const mediaBytes = seat.service?.maxBytes ?? limits.mediaBytes;
  return {
    profile: readProfile(place, seat.io),
    limits: { ...limits, mediaBytes },
    prepare: async (post, context) => writeMemo(await prepare(await dockOf(seat), post, context)),
    close: () => seat.line.close(),
  } satisfies Partial<Session>;
}

function readProfile(place: Place, io: Io): Session["profile"] {
  const { who } = place;
  if (place.kind === "room")
    return { id: `${who} ${place.room}`, name: place.nick, handle: who, url: `xmpp:${place.room}?join` };
  const url = `xmpp:${place.service}?;node=${encodeURIComponent(place.node)}`;
  return { id: `${who} ${place.service} ${place.node}`, name: io.site.name, handle: who, url };
}

const dockOf = async ({ line, service, io }: Seat): Promise<Dock> => ({
  connection: await line.take(),
  service,
  io,
});

/** The memo of a post that is live, with the images that it has now. */
async function renew(seat: Seat, receipt: Receipt, post: Post): Promise<Memo> {
  const memo = demandMemo(receipt.data);
  return { ...memo, attachments: await attach(await dockOf(seat), post.media, memo.attachments) };
}

function demandMemo(json: Json | undefined): Memo {
  const memo = readMemo(json);
  if (memo) return memo;
  throw new ChannelError({
    kind: "refused",
    reason: worded`What the ledger kept is not of this channel: send it anew.`,
  });
}
