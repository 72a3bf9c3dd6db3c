import type { Channel, Limits, Session } from "../channel/channel.ts";
import { ChannelError, type Failure } from "../channel/failure.ts";
import type { Config } from "../config/config.ts";
import type { Client, Office } from "../connect/office.ts";
import { isOutdated, judge, makePass, type Pass } from "../connect/pass.ts";
import { type Opening, sessionsOf, type Sessions } from "../deliver/sessions.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Account } from "../model/account.ts";
import { worded } from "../model/worded.ts";
import { findChannel } from "../registry.ts";
import { earOf } from "./ear.ts";
import { hasCredentials } from "./handoff.ts";

/** The accounts of the configuration with their channels. */
export interface Desk {
  readonly sessions: Sessions;
  account(name: string): Account | undefined;
  channelOf(account: string): Promise<Channel | undefined>;
  /** The server's own limits where we were told them, the channel's else. */
  limitsOf(account: string, channel: Channel): Promise<Limits>;
  /** Signing in. */
  readonly office: Office;
}

export function deskOf(config: Config, tools: Omit<Office, "account">): Desk {
  const { ledger } = tools;
  const accounts = new Map(config.accounts.map((account) => [account.name, account]));
  const channelOf = async (name: string): Promise<Channel | undefined> => {
    const account = accounts.get(name);
    return account && findChannel(account.channel);
  };
  const client = async (name: string): Promise<Client | undefined> => {
    const account = accounts.get(name);
    const channel = account && (await findChannel(account.channel));
    return account && channel && { account, channel };
  };
  const office: Office = { ...tools, account: client };
  return {
    channelOf,
    office,
    account: (name) => accounts.get(name),
    sessions: openingWithPasses(office, channelOf),
    limitsOf: async (name, channel) => {
      const told = (await ledger.accounts.all()).get(name)?.limits;
      return told ? (told as unknown as Limits) : channel.limits;
    },
  };
}

/** Sessions that are opened with the ledger's tokens, and anew when those have changed or are about to end. */
function openingWithPasses(office: Office, channelOf: Desk["channelOf"]): Sessions {
  const passes = new Map<string, Pass>();
  const ear = earOf(office.ledger);
  const sign = async (name: string, channel: Channel): Promise<Session> => {
    const account = (await office.account(name))?.account ?? { name, channel: channel.id, settings: {} };
    if (account.handoff && !hasCredentials(account, channel)) throw new ChannelError(noCredentials);
    const pass = await makePass(office, { account, channel });
    passes.set(name, pass);
    const session = await channel.open(pass.settings, ear.at(name, channel, office.io));
    await remember(office.ledger, name, session);
    return session;
  };
  const inner = sessionsOf(channelOf, sign);
  const doubt: Sessions["doubt"] = async (name, failure) => {
    const client = await office.account(name);
    return client ? judge(office, client, passes.get(name), failure) : failure;
  };
  const open = async (name: string): Promise<Opening> => {
    const client = await office.account(name);
    const pass = passes.get(name);
    if (client && pass && (await isOutdated(office, client, pass))) await inner.forget(name);
    const opening = await inner.open(name);
    if ("opened" in opening || opening.failure.kind !== "unauthorised") return opening;
    const failure = await doubt(name, opening.failure);
    return failure.kind === "down" ? inner.open(name) : { failure };
  };
  const close = async (): Promise<void> => {
    await inner.close();
    await ear.keep();
  };
  return { ...inner, open, doubt, close };
}

/** Of a post that went out before a person took over, and whose answer was lost: nobody but a person can look. */
const noCredentials: Failure = {
  kind: "refused",
  reason: worded`The account is posted to by hand, and has no credentials to look with.`,
};

async function remember(ledger: Ledger, name: string, session: Session): Promise<void> {
  const known = (await ledger.accounts.all()).get(name);
  const { limits, profile, expires } = session;
  const asLimited = limits === undefined || JSON.stringify(known?.limits ?? null) === JSON.stringify(limits);
  const { url: _, ...who } = profile;
  const until = expires?.toISOString() ?? null;
  const asKnown =
    JSON.stringify(known?.profile ?? null) === JSON.stringify(who) && known?.expiresAt === until;
  // Asked for together, both share one sync of the disk.
  await Promise.all([
    asLimited || ledger.accounts.remember(name, JSON.parse(JSON.stringify(limits))),
    asKnown || ledger.accounts.recognise(name, who, until),
  ]);
}
