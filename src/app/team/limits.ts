import type { Channel } from "../../channel/channel.ts";
import type { KnownAllowance } from "../../model/allowance.ts";
import type { ChannelRow, Left } from "../../web/team/channels.ts";

/** What is left of an account's limits, as its network tells; nothing where nobody counts. Pure. */
export function viewLimits(
  channel: Channel | undefined,
  said: readonly KnownAllowance[],
  now: Date,
): Pick<ChannelRow, "left" | "tells" | "limitsAt"> {
  if (channel === undefined || channel.abilities.local) return { left: [], tells: null, limitsAt: null };
  const left = said.flatMap((one) => viewOne(one, now)).toSorted((a, b) => shareOf(a) - shareOf(b));
  const { dailyLimits = null } = channel;
  const silent = dailyLimits === null ? "nothing" : "daily";
  return { left, tells: channel.left === undefined ? silent : "answers", limitsAt: dailyLimits };
}

/** Nothing where it has passed, and nobody said of how many it was. */
function viewOne({ what, left, of, until, at }: KnownAllowance, now: Date): readonly Left[] {
  const again = until !== null && until <= now.toISOString();
  if (!again) return [{ what, left, of, until, again, at }];
  return of === null ? [] : [{ what, left: of, of, until, again, at }];
}

const shareOf = ({ left, of }: Left): number => left / (of ?? Infinity) || Number(of === null);
