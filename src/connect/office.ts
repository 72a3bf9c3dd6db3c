import type { App, Connect } from "../channel/connect.ts";
import type { Channel, Io } from "../channel/channel.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Vault } from "../ledger/vault.ts";
import type { Account } from "../model/account.ts";
import { worded } from "../model/worded.ts";

/** What signing in works with. */
export interface Office {
  readonly ledger: Ledger;
  readonly vault: Vault;
  readonly io: Io;
  /** This process, as leases know it. */
  readonly worker: string;
  readonly now: () => Date;
  /** Undefined where the configuration has no such account, or it lacks a setting. */
  account(name: string): Promise<Client | undefined>;
}

/** An account with its channel. */
export interface Client {
  readonly account: Account;
  readonly channel: Channel;
}

/** One whose channel can be signed in to. */
export interface Signer extends Client {
  readonly connect: Connect;
  readonly app: App;
}

/** What the vault keeps of a connected account. */
export interface Secrets {
  readonly accessToken: string;
  readonly refreshToken?: string;
  readonly app: App;
}

/** What to do, as the end of a sentence. */
export const howToConnect = (name: string): string => worded`run \`carillon accounts connect ${name}\``;
