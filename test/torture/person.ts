import type { Delivery } from "../../src/model/delivery.ts";
import { startCarillon, type Ended } from "./carillon.ts";
import { settingOf } from "./play.ts";
import { isOf } from "./tally.ts";
import type { World } from "./world.ts";

/** What the comms team and the operator do when they are asked: look, and say what they see. */
export async function settle(world: World, rows: readonly Delivery[]): Promise<number> {
  const waiting = rows.filter(({ state }) => state === "unsure" || state === "failed");
  for (const row of waiting) await answer(world, row);
  return waiting.length;
}

async function answer(world: World, row: Delivery): Promise<void> {
  if (row.state === "failed") return void (await say(world, "retry", row.id));
  const seen = (await world.places.get(row.account)?.visible()) ?? [];
  const post = seen.find((one) => isOf(one, row));
  const where = post && world.network.permalinkOf?.(post.id);
  await say(world, "resolve", row.id, ...(where === undefined ? ["--again"] : ["--permalink", where]));
}

/** Accounts that wait for an operator are let go on, by a post of theirs. */
export async function release(world: World, rows: readonly Delivery[]): Promise<void> {
  const first = new Map(rows.filter(({ state }) => state === "scheduled").map((row) => [row.account, row]));
  for (const { id } of first.values()) await say(world, "retry", id);
}

export const say = (world: World, ...words: readonly string[]): Promise<Ended> =>
  startCarillon(settingOf(world), ...words).ended;

/** Where the network wants a browser: the operator opens the address that Carillon names, and allows it. */
export async function signIn(world: World, account: string): Promise<void> {
  const port = world.places.get(account)?.port;
  if (port === undefined) return;
  const running = startCarillon(settingOf(world), "accounts", "connect", account, "--port", String(port));
  const url = await running.says(/^http\S+$/m);
  if (url !== undefined) await fetch(url);
  await running.ended;
}
