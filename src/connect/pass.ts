import { ChannelError, type Failure } from "../channel/failure.ts";
import { LedgerError } from "../ledger/store.ts";
import type { SettingValues } from "../model/account.ts";
import { worded } from "../model/worded.ts";
import { type Client, howToConnect, type Office } from "./office.ts";
import { freshTokens, isRenewable, isStale } from "./renew.ts";
import { fill } from "./shelf.ts";

/** What an account is opened with. */
export interface Pass {
  readonly settings: SettingValues;
  /** Of the tokens that are in the settings; null where the configuration gives all. */
  readonly version: number | null;
}

/** The configuration's settings with the ledger's tokens over them. Throws ChannelError. */
export async function makePass(office: Office, client: Client): Promise<Pass> {
  const { account, channel } = client;
  const { connect } = channel;
  if (connect === undefined) return { settings: account.settings, version: null };
  if ((await office.ledger.tokens.get(account.name)) === undefined) return ownPass(client);
  try {
    const { token, secrets } = await freshTokens(office, client, connect);
    return { settings: fill(connect, account.settings, secrets), version: token.version };
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    throw new ChannelError({ kind: "unauthorised", reason: error.message });
  }
}

function ownPass({ account, channel }: Client): Pass {
  if (!needsConnecting({ account, channel })) return { settings: account.settings, version: null };
  const reason = worded`The account ${account.name} is not connected yet: ${howToConnect(account.name)}.`;
  throw new ChannelError({ kind: "unauthorised", reason });
}

/** The configuration alone does not sign it in. */
export function needsConnecting({ account, channel }: Client): boolean {
  const given: readonly string[] = Object.values(channel.connect?.given ?? {});
  return given.some((name) => channel.settings[name]?.required && !account.settings[name]);
}

/** Whether a session that was opened with a pass should be opened anew. */
export async function isOutdated(office: Office, client: Client, pass: Pass): Promise<boolean> {
  const { connect } = client.channel;
  if (connect === undefined) return false;
  const token = await office.ledger.tokens.get(client.account.name);
  if ((token?.version ?? null) !== pass.version) return true;
  return token !== undefined && connect.refresh !== undefined && isStale(token, connect, office.now());
}

/** Seconds for which new tokens are not doubted: what they may not do, newer ones may not either. */
const youth = 300;

/**
 * What a refusal of a connected account means. Another worker may have renewed the tokens meanwhile, or the network may have
 * ended an access token before its time: then it is tried again with others before a person is called.
 */
export async function judge(
  office: Office,
  client: Client,
  pass: Pass | undefined,
  failure: Failure,
): Promise<Failure> {
  const { name } = client.account;
  const { connect } = client.channel;
  if (failure.kind !== "unauthorised" || connect === undefined || !pass || pass.version === null)
    return failure;
  const token = await office.ledger.tokens.get(name);
  if (token === undefined || token.version !== pass.version) return again(office, name);
  const now = office.now();
  const young = now.getTime() - Date.parse(token.changedAt) < youth * 1000;
  if (isRenewable(token, connect) && !isStale(token, connect, now) && !young) {
    await office.ledger.tokens.doubt(name, token.version, now);
    return again(office, name);
  }
  const mend = howToConnect(name);
  if (failure.reason.includes(mend)) return failure;
  return { ...failure, reason: `${failure.reason} ${worded`Where a new sign-in mends it, ${mend}.`}` };
}

function again(office: Office, name: string): Failure {
  const retryAt = new Date(office.now().getTime() + 1000);
  return { kind: "down", reason: worded`The sign-in of ${name} is being renewed.`, retryAt };
}
