import type { App } from "../../app.ts";
import type { Channel } from "../../channel/channel.ts";
import type { Account, Money } from "../../model/account.ts";
import type { Uncounted } from "../../web/team/results.ts";
import { hasCredentials } from "../handoff.ts";
import { addUp } from "../money.ts";
import { ages } from "./schedule.ts";

/** Whether the posts of an account are counted, and why they are not. */
export interface Standing {
  readonly account: string;
  readonly channel: string;
  readonly label: string;
  /** Null: they are counted. untold: the network tells nothing. costs: it charges, and nobody asked for it. */
  readonly why: null | "untold" | "off" | "costs" | "by hand";
  /** What counting a post costs, all looks together; null where the network charges nothing. */
  readonly cost: Money | null;
}

/** Of all accounts that can be used. */
export async function standingsOf({ config, desk }: App): Promise<readonly Standing[]> {
  const all = await Promise.all(
    config.accounts.map(async (account) => {
      const channel = await desk.channelOf(account.name);
      return channel ? [standingOf(account, channel)] : [];
    }),
  );
  return all.flat();
}

function standingOf(account: Account, channel: Channel): Standing {
  return {
    account: account.name,
    channel: channel.id,
    label: channel.label,
    why: whyNot(account, channel),
    cost: channel.countCost
      ? { ...channel.countCost, amount: addUp(ages.map(() => channel.countCost?.amount ?? 0)) }
      : null,
  };
}

/** Those whose posts are not counted. */
export async function uncountedOf(app: App): Promise<readonly Uncounted[]> {
  const standings = await standingsOf(app);
  return standings.flatMap(({ account, label, why, cost }) =>
    why === null ? [] : [{ account, label, why, cost }],
  );
}

/** Where reading costs money, somebody has to ask for it. */
export function whyNot(account: Account, channel: Channel): Standing["why"] {
  if (!channel.abilities.metrics) return "untold";
  if (account.results === false) return "off";
  if (account.handoff && !hasCredentials(account, channel)) return "by hand";
  return channel.countCost && account.results !== true ? "costs" : null;
}
