import type { Connect, Tokens } from "../channel/connect.ts";
import type { KeptToken, NewToken } from "../ledger/tokens.ts";
import type { SettingValues } from "../model/account.ts";
import type { Office, Secrets, Signer } from "./office.ts";

/** Tokens as the ledger keeps them. Throws LedgerError. */
export async function wrap(office: Office, signer: Signer, tokens: Tokens): Promise<NewToken> {
  const { account, connect, app } = signer;
  const { accessToken, refreshToken } = tokens;
  const secrets: Secrets = { accessToken, ...(refreshToken && { refreshToken }), app };
  const asked = connect.scopes(account.settings).map(({ name }) => name);
  return {
    account: account.name,
    sealed: await office.vault.seal(account.name, JSON.stringify(secrets)),
    expiresAt: refreshesItself(connect) ? null : (tokens.expires?.toISOString() ?? null),
    endsAt: endOf(connect, tokens)?.toISOString() ?? null,
    scopes: tokens.scopes ?? asked,
    changedAt: office.now().toISOString(),
  };
}

/** Throws LedgerError. */
export function unwrap(office: Office, { account, sealed }: KeptToken): Secrets {
  return JSON.parse(office.vault.open(account, sealed)) as Secrets;
}

/** The session is given the refresh token and makes access tokens of it. */
const refreshesItself = ({ given, refresh }: Connect): boolean =>
  given.refreshToken !== undefined && refresh === undefined;

/** When a person must sign in again; undefined where no such time is known. */
export function endOf(connect: Connect, { refreshToken, expires, ends }: Tokens): Date | undefined {
  if (ends) return ends;
  const renewable = refreshToken !== undefined && (connect.refresh !== undefined || refreshesItself(connect));
  return renewable ? undefined : expires;
}

/** The settings of an account with its tokens in their places. */
export function fill({ given }: Connect, settings: SettingValues, secrets: Secrets): SettingValues {
  return {
    ...settings,
    ...(given.accessToken && { [given.accessToken]: secrets.accessToken }),
    ...(given.refreshToken && { [given.refreshToken]: secrets.refreshToken }),
  };
}
