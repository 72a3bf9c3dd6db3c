import { setTimeout as wait } from "node:timers/promises";
import type { Connect, Tokens } from "../channel/connect.ts";
import { ChannelError } from "../channel/failure.ts";
import type { KeptToken } from "../ledger/tokens.ts";
import { worded } from "../model/worded.ts";
import { exchangeRefresh } from "./exchange.ts";
import { type Client, howToConnect, type Office, type Secrets } from "./office.ts";
import { unwrap, wrap } from "./shelf.ts";

/** Seconds that a worker may take to renew; longer than any request takes to give up. */
const lease = 60;
/** Milliseconds between looks at what the worker that renews has done, and how many looks. */
const glance = 250;
const glances = 240;

/** Whether there is a way to renew an access token that the network ended before its time. */
export function isRenewable({ expiresAt, endsAt }: KeptToken, { refresh }: Connect): boolean {
  return refresh !== undefined && (endsAt === null || endsAt !== expiresAt);
}

export interface Fresh {
  readonly token: KeptToken;
  readonly secrets: Secrets;
}

/** Whether an access token must be renewed before it is used; one that lasts shortly is used for half of its time at least. */
export function isStale({ expiresAt, changedAt }: KeptToken, { refresh }: Connect, now: Date): boolean {
  if (expiresAt === null) return false;
  const end = Date.parse(expiresAt);
  const margin = Math.min((refresh?.before ?? 0) * 1000, (end - Date.parse(changedAt)) / 2);
  return end - Math.max(0, margin) <= now.getTime();
}

/** The account's tokens, renewed where that is due, by one worker of all. Throws ChannelError and LedgerError. */
export async function freshTokens(office: Office, client: Client, connect: Connect): Promise<Fresh> {
  for (let look = 0; look < glances; look++) {
    const fresh = await tryFresh(office, client, connect);
    if (fresh) return fresh;
    await wait(glance);
  }
  const reason = worded`Another process renews the sign-in of ${client.account.name} and does not come to an end.`;
  throw new ChannelError({ kind: "down", reason });
}

/** Undefined while another worker is renewing. */
async function tryFresh(office: Office, client: Client, connect: Connect): Promise<Fresh | undefined> {
  const { name } = client.account;
  const token = await office.ledger.tokens.get(name);
  if (token === undefined)
    throw unauthorised(worded`The account ${name} is not connected: ${howToConnect(name)}.`);
  const secrets = unwrap(office, token);
  const now = office.now();
  if (!isStale(token, connect, now)) return { token, secrets };
  if (connect.refresh === undefined || secrets.refreshToken === undefined) throw ended(token);
  if (!(await office.ledger.tokens.lease(name, token.version, office.worker, now, lease)))
    return isValid(token, now) ? { token, secrets } : undefined;
  return renew(office, client, connect, { token, secrets });
}

const isValid = ({ expiresAt }: KeptToken, now: Date): boolean =>
  expiresAt === null || Date.parse(expiresAt) > now.getTime();

function ended({ account, expiresAt }: KeptToken): ChannelError {
  return unauthorised(
    worded`The sign-in of ${account} ended on ${String(expiresAt).slice(0, 10)}: ${howToConnect(account)}.`,
  );
}

/** What the network gave is on the disk before anything is done with it: the refresh token before may be void already. */
async function renew(
  office: Office,
  client: Client,
  connect: Connect,
  { token, secrets }: Fresh,
): Promise<Fresh | undefined> {
  const signer = { ...client, connect, app: secrets.app };
  const { refreshToken = "" } = secrets;
  try {
    const tokens: Tokens = { refreshToken, ...(await exchangeRefresh(signer, office.io, refreshToken)) };
    const known = { ...tokens, scopes: tokens.scopes ?? token.scopes, ...endAsBefore(tokens, token) };
    const kept = await wrap(office, signer, known);
    // False: a person has signed in meanwhile, and those tokens count.
    await office.ledger.tokens.renew(kept, token.version);
    return undefined;
  } catch (error) {
    await office.ledger.tokens.release(client.account.name, office.worker);
    return explain(office, connect, { token, secrets }, error);
  }
}

/** A renewal seldom repeats when renewing ends. */
function endAsBefore({ ends }: Tokens, { endsAt }: KeptToken): Pick<Tokens, "ends"> {
  return ends === undefined && endsAt !== null ? { ends: new Date(endsAt) } : {};
}

async function explain(
  office: Office,
  connect: Connect,
  { token, secrets }: Fresh,
  error: unknown,
): Promise<Fresh | undefined> {
  if (!(error instanceof ChannelError)) throw error;
  const { kind, reason } = error.failure;
  if (kind !== "unauthorised") {
    if (isValid(token, office.now())) return { token, secrets };
    throw error;
  }
  const now = await office.ledger.tokens.get(token.account);
  if (now !== undefined && now.version !== token.version) return undefined;
  const once = connect.refresh?.rotates
    ? ` ${worded`The answer to the last renewal may have been lost.`}`
    : "";
  throw unauthorised(
    `${worded`The sign-in of ${token.account} cannot be renewed.`} ${reason}${once} ${worded`To mend it, ${howToConnect(token.account)}.`}`,
  );
}

function unauthorised(reason: string): ChannelError {
  return new ChannelError({ kind: "unauthorised", reason });
}
