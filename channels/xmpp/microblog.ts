import { type Element, xml } from "@xmpp/client";
import type { Io } from "../../src/channel/channel.ts";
import type { Post, Receipt } from "../../src/model/post.ts";
import { addressOf, writeEntry } from "./atom.ts";
import type { Connection } from "./connection.ts";
import { StanzaError } from "./failure.ts";
import type { Line } from "./line.ts";
import { type Memo, writeMemo } from "./memo.ts";
import { describe, pubsub } from "./node.ts";
import type { NodePlace } from "./place.ts";

/** A node that an account publishes on. */
export interface Microblog {
  readonly line: Line;
  readonly place: NodePlace;
  readonly io: Io;
}

/** Publishing again under the same id replaces the item. */
export async function publish(blog: Microblog, post: Post, memo: Memo): Promise<Receipt> {
  await put(blog, post, memo, memo.published);
  return writeReceipt(blog, memo);
}

async function put({ line, place, io }: Microblog, post: Post, memo: Memo, updated: string): Promise<void> {
  const connection = await line.take();
  const entry = writeEntry(place, io.site.name, post, memo, updated);
  const publication = xml("publish", { node: place.node }, xml("item", { id: memo.key }, entry));
  await connection.ask(askOf(place, "set", publication), describe(place, "publish"));
}

function askOf({ service }: NodePlace, type: "get" | "set", child: Element): Element {
  return xml("iq", { type, to: service }, xml("pubsub", { xmlns: pubsub }, child));
}

function writeReceipt({ place, io }: Microblog, memo: Memo): Receipt {
  const permalink = addressOf(place, memo.key);
  return { remoteId: memo.key, permalink, at: io.now().toISOString(), data: writeMemo(memo) };
}

export async function find(blog: Microblog, memo: Memo): Promise<Receipt | undefined> {
  const connection = await blog.line.take();
  return (await isThere(connection, blog.place, memo.key)) ? writeReceipt(blog, memo) : undefined;
}

async function isThere(connection: Connection, place: NodePlace, id: string): Promise<boolean> {
  const items = xml("items", { node: place.node }, xml("item", { id }));
  return orGone(false, async () => {
    const answer = await connection.ask(askOf(place, "get", items), describe(place, "look"));
    const list = answer.getChild("pubsub", pubsub)?.getChild("items")?.getChildren("item") ?? [];
    return list.some((item) => item.attrs["id"] === id);
  });
}

export async function edit(blog: Microblog, receipt: Receipt, post: Post, memo: Memo): Promise<Receipt> {
  await put(blog, post, memo, blog.io.now().toISOString());
  return { ...receipt, data: writeMemo(memo) };
}

export async function remove({ line, place }: Microblog, receipt: Receipt): Promise<void> {
  const connection = await line.take();
  const item = xml("item", { id: receipt.remoteId });
  const retract = xml("retract", { node: place.node, notify: "true" }, item);
  await orGone(undefined, async () => {
    await connection.ask(askOf(place, "set", retract), describe(place, "withdraw"));
  });
}

/** The item, or the whole node, is not there. */
async function orGone<T>(otherwise: T, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof StanzaError && error.condition === "item-not-found") return otherwise;
    throw error;
  }
}
