import type { Channel } from "../channel/channel.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Account } from "../model/account.ts";
import type { Delivery } from "../model/delivery.ts";
import type { Post } from "../model/post.ts";
import { worded } from "../model/worded.ts";
import type { Call } from "./call.ts";
import type { Desk } from "./desk.ts";
import type { Gate } from "./gate.ts";

/** What somebody needs who posts a delivery by hand. */
export interface Handoff {
  readonly id: string;
  readonly account: string;
  /** The network's name as people write it. */
  readonly label: string;
  /** Null: whoever sees it first. */
  readonly person: string | null;
  /** The network's own page with the post filled in; null where it has none. */
  readonly share: string | null;
  readonly post: Post;
}

/** Hands over what is due on an account that a person posts to, and calls that person. */
export function handoffGateOf(desk: Desk, call: Call): Gate {
  return async (delivery, now) => {
    if (desk.account(delivery.account)?.handoff === undefined) return null;
    const handoff = await handoffOf(desk, delivery);
    if (handoff === null) return null;
    const called = await call(delivery, handoff, now);
    const reason = worded`${whoPosts(handoff, called)}; then: ${confirming(delivery.id)}`;
    return { state: "handed", reason };
  };
}

/** Null where its account is not in the configuration. */
export async function handoffOf(desk: Desk, delivery: Delivery): Promise<Handoff | null> {
  const account = desk.account(delivery.account);
  const channel = await desk.channelOf(delivery.account);
  if (account === undefined || channel === undefined) return null;
  const { id, post } = delivery;
  const { label } = channel;
  const person = account.handoff?.name ?? null;
  return { id, account: account.name, label, person, share: shareOf(channel, account, post), post };
}

/** Whether Carillon could sign in, though a person posts: not where required settings are left out. */
export function hasCredentials({ settings }: Account, channel: Channel): boolean {
  return Object.entries(channel.settings).every(
    ([key, { required }]) => !required || settings[key] !== undefined,
  );
}

/** An account that was parked for its credentials goes on once a person posts to it. */
export async function freeHandoffs(accounts: readonly Account[], ledger: Ledger): Promise<void> {
  const names = accounts.filter(({ handoff }) => handoff).map(({ name }) => name);
  if (names.length === 0) return;
  const states = await ledger.accounts.all();
  for (const name of names) if (states.get(name)?.parked) await ledger.accounts.release(name);
}

/** Null where the network has no such page. */
export function shareOf(channel: Channel, { settings }: Account, post: Post): string | null {
  return channel.share?.(post, settings) ?? null;
}

const whoPosts = ({ person, label }: Handoff, called: string): string =>
  worded`${person ?? worded`Somebody`} posts it on ${label} by hand${called}`;

export const confirming = (id: string): string => `carillon resolve ${id} --permalink URL`;
