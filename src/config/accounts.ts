import type { Channel } from "../channel/channel.ts";
import type { Account } from "../model/account.ts";
import { worded } from "../model/worded.ts";
import type { Finding, Path } from "./finding.ts";
import type { Parsed } from "./schema.ts";
import { utmOf } from "./manner.ts";
import { readSettings } from "./settings.ts";
import { quietOf } from "./pace.ts";
import { suggest } from "../model/similar.ts";

/** What is known of channels. */
export interface Channels {
  /** Undefined where there is no channel of that name; throws where there is one that does not work. */
  readonly find: (name: string) => Promise<Channel | undefined>;
  /** Names to suggest. */
  readonly known: readonly string[];
}

interface Accounts {
  readonly accounts: readonly Account[];
  readonly findings: readonly Finding[];
  /** Credentials that nobody needs, as the account is posted to by hand: a variable that is not set is no problem there. */
  readonly spared: readonly Path[];
}

/** Reads all accounts, each by its own channel. */
export async function readAccounts(written: Parsed["accounts"], channels: Channels): Promise<Accounts> {
  const read = await Promise.all(
    Object.entries(written).map(([name, texts]) => readAccount(name, texts, channels)),
  );
  return {
    accounts: read.flatMap(({ accounts }) => accounts),
    findings: read.flatMap(({ findings }) => findings),
    spared: read.flatMap(({ spared }) => spared),
  };
}

async function readAccount(
  name: string,
  { quiet, utm, ...texts }: Parsed["accounts"][string],
  channels: Channels,
): Promise<Accounts> {
  const channel = await findChannel(texts.channel ?? undefined, channels);
  if ("problem" in channel)
    return { accounts: [], findings: [{ path: ["accounts", name, "channel"], ...channel }], spared: [] };
  const { account: plain, findings } = readSettings(name, texts, channel);
  const tracked = utm === undefined ? undefined : utmOf(utm);
  const account = {
    ...plain,
    ...(quiet !== undefined && { pace: { ...plain.pace, quiet: quietOf(quiet) } }),
    ...(tracked !== undefined && { utm: tracked }),
  };
  const spared = account.handoff ? credentialsOf(channel).map((key) => ["accounts", name, key]) : [];
  return { accounts: [account], findings, spared };
}

const credentialsOf = ({ settings }: Channel): readonly string[] =>
  Object.keys(settings).filter((key) => settings[key]?.byHand !== true && settings[key]?.required === true);

async function findChannel(name: string | undefined, { find, known }: Channels): Promise<Channel | Wrong> {
  if (name === undefined)
    return { problem: worded`The setting “channel” is missing.`, mend: suggest("", known) };
  try {
    const channel = await find(name);
    if (channel?.contract === 1) return channel;
    return { problem: worded`There is no channel “${name}”.`, mend: suggest(name, known) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      problem: worded`The channel “${name}” cannot be loaded: ${reason}`,
      mend: worded`Install it anew, or ask its author.`,
    };
  }
}

type Wrong = Pick<Finding, "problem" | "mend">;
