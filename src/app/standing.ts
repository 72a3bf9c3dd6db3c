import type { App } from "../app.ts";
import type { Channel } from "../channel/channel.ts";
import type { Scope } from "../channel/connect.ts";
import { needsConnecting } from "../connect/pass.ts";
import { compareRights, nameMissing, listRights } from "../connect/rights.ts";
import type { AccountState } from "../ledger/accounts.ts";
import type { KeptToken } from "../ledger/tokens.ts";
import type { Account, Person } from "../model/account.ts";
import { worded } from "../model/worded.ts";

/** How it stands with an account, as the ledger knows it. */
export interface Standing {
  readonly account: string;
  readonly channel: string;
  /** “The Team (@team)”; null before anybody signed in. */
  readonly who: string | null;
  /** “publish posts and count reactions”. */
  readonly works: string;
  /** What it may not, with the right that it lacks, and who grants that. */
  readonly missing: readonly string[];
  /** ISO 8601, UTC: when it stops working; null where no such time is known. */
  readonly until: string | null;
  /** A browser can sign it in. */
  readonly connectable: boolean;
  /** It must be signed in before it can post. */
  readonly unconnected: boolean;
  /** Who posts to it by hand; null where Carillon does. */
  readonly handoff: Person | null;
  /** Why it waits for an operator. */
  readonly parked: string | null;
}

/** Of all accounts, in the order of the configuration. */
export async function standingsOf(app: App): Promise<readonly Standing[]> {
  const [states, tokens] = await Promise.all([app.ledger.accounts.all(), app.ledger.tokens.all()]);
  const standings = await Promise.all(
    app.config.accounts.map(async (account) => {
      const channel = await app.desk.channelOf(account.name);
      return channel && judge(account, channel, states.get(account.name), tokens.get(account.name));
    }),
  );
  return standings.filter((one) => one !== undefined);
}

export async function standingOf(app: App, name: string): Promise<Standing | undefined> {
  return (await standingsOf(app)).find(({ account }) => account === name);
}

function judge(
  account: Account,
  channel: Channel,
  state: AccountState | undefined,
  token: KeptToken | undefined,
): Standing {
  const asked = channel.connect?.scopes(account.settings) ?? [];
  const { granted, missing } = compareRights(asked, token?.scopes ?? []);
  const ends = [token?.endsAt, state?.expiresAt].filter((end) => typeof end === "string");
  return {
    account: account.name,
    channel: channel.id,
    who: state?.profile ? `${state.profile.name} (${state.profile.handle})` : null,
    works: listRights(token ? granted : abilitiesOf(channel)),
    missing: token ? missing.map(nameMissing) : [],
    until: ends.toSorted()[0] ?? null,
    connectable: channel.connect !== undefined && account.handoff === undefined,
    unconnected: account.handoff === undefined && !token && needsConnecting({ account, channel }),
    handoff: account.handoff ?? null,
    parked: state?.parked ?? null,
  };
}

/** What is known of an account whose rights no network told. */
function abilitiesOf({ abilities }: Channel): readonly Pick<Scope, "what">[] {
  const { thread, edit, remove, metrics } = abilities;
  const words = [
    [worded`publish posts`, true],
    [worded`publish threads`, thread],
    [worded`edit them`, edit],
    [worded`remove them`, remove],
    [worded`count reactions`, metrics],
  ] as const;
  return words.flatMap(([what, yes]) => (yes ? [{ what }] : []));
}

export const describeHandoff = ({ name }: Person): string =>
  worded`Posted to by hand, by ${name ?? worded`a person`}: nobody signs in.`;

/** One line: who, what works, what is missing, until when. */
export function describeStanding(standing: Standing, now: Date): string {
  const { account, who, works, missing, until, unconnected } = standing;
  if (standing.handoff) return describeHandoff(standing.handoff);
  if (unconnected) return worded`Not connected yet: carillon accounts connect ${account}`;
  const known = who === null ? worded`Not signed in to yet` : worded`Works as ${who}`;
  const lacks = missing.length === 0 ? worded`nothing is missing` : worded`may not ${missing.join(", nor ")}`;
  return worded`${known}; may ${works}; ${lacks}; ${describeEnd(until, now)}.`;
}

function describeEnd(until: string | null, now: Date): string {
  if (until === null) return worded`no end is known`;
  const days = daysUntil(until, now);
  return days < 0
    ? worded`stopped working on ${dayOf(until)}`
    : worded`until ${dayOf(until)}, for ${days} days`;
}

export const dayOf = (time: string): string => time.slice(0, 10);

/** Whole days; below 0 when it is past. */
export const daysUntil = (time: string, now: Date): number =>
  Math.floor((Date.parse(time) - now.getTime()) / 86_400_000);
