import type { Account } from "../model/account.ts";
import type { Campaign } from "../model/campaign.ts";
import type { Receiver } from "../model/event.ts";
import type { Provider } from "../model/provider.ts";
import type { Mentionable } from "../model/mentionable.ts";
import type { On } from "../model/slot.ts";
import type { Site } from "../model/site.ts";
import type { Source } from "../model/source.ts";

export interface Report {
  /** An account, by name. */
  readonly to: string;
  /** Of the month before. */
  readonly on: Extract<On, { kind: "monthly" }>;
}

/** The configuration as the rest of the program sees it: complete, checked, secrets resolved, paths absolute. */
export interface Config {
  /** The file it was read from. */
  readonly file: string;
  readonly site: Site;
  /** A file's absolute path or a postgres:// address. */
  readonly ledger: string;
  /** Seconds for which the ledger remembers how what ended came about; null: for ever. */
  readonly retention: number | null;
  readonly network: { readonly allowPrivate: boolean };
  /** Where templates of the operator's own lie, before the built-in ones; null for none. */
  readonly templates: string | null;
  readonly sources: readonly Source[];
  readonly accounts: readonly Account[];
  /** The account that calls people, by name; null: pages and status only. */
  readonly alarm: string | null;
  /** Where the monthly report goes, and when; absent: nowhere. */
  readonly report?: Report;
  readonly campaigns: readonly Campaign[];
  /** Another way to sign in to the team's pages; absent: by password only. */
  readonly signIn?: Provider;
  /** Who is told what happens; absent: nobody. */
  readonly events?: readonly Receiver[];
  /** Whom texts may name, and who they are on networks; absent for nobody. */
  readonly people?: readonly Mentionable[];
  /** Campaigns that the file has and that cannot be understood now: what they have planned stays. */
  readonly asleep?: readonly string[];
}
