import type { Channel, Io, Limits, Session } from "../channel/channel.ts";
import type { Config } from "../config/config.ts";
import { sessionsOf, type Sessions } from "../deliver/sessions.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Account } from "../model/account.ts";
import { findChannel } from "../registry.ts";

/** The accounts of the configuration with their channels. */
export interface Desk {
  readonly sessions: Sessions;
  account(name: string): Account | undefined;
  channelOf(account: string): Promise<Channel | undefined>;
  /** The server's own limits where we were told them, the channel's else. */
  limitsOf(account: string, channel: Channel): Promise<Limits>;
}

export function deskOf(config: Config, ledger: Ledger, io: Io): Desk {
  const accounts = new Map(config.accounts.map((account) => [account.name, account]));
  const channelOf = async (name: string): Promise<Channel | undefined> => {
    const account = accounts.get(name);
    return account && findChannel(account.channel);
  };
  const sign = async (name: string, channel: Channel): Promise<Session> => {
    const session = await channel.open(accounts.get(name)?.settings ?? {}, io);
    await remember(ledger, name, session.limits);
    return session;
  };
  return {
    channelOf,
    account: (name) => accounts.get(name),
    sessions: sessionsOf(channelOf, sign),
    limitsOf: async (name, channel) => {
      const told = (await ledger.accounts.all()).get(name)?.limits;
      return told ? (told as unknown as Limits) : channel.limits;
    },
  };
}

async function remember(ledger: Ledger, name: string, limits: Limits | undefined): Promise<void> {
  if (limits === undefined) return;
  const known = (await ledger.accounts.all()).get(name)?.limits ?? null;
  if (JSON.stringify(known) === JSON.stringify(limits)) return;
  await ledger.accounts.remember(name, JSON.parse(JSON.stringify(limits)));
}
