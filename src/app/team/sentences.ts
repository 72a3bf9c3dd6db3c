import type { App } from "../../app.ts";
import { findChannel } from "../../registry.ts";
import type { Team } from "../../web/team/open.ts";

/** What the channels of all accounts say of failures and rights, in a language. */
export function sentencesOf({ config }: App): Team["sentences"] {
  return async (code) => {
    const names = new Set(config.accounts.map(({ channel }) => channel));
    const channels = await Promise.all([...names].map((name) => findChannel(name)));
    const all = await Promise.all(
      channels.map(async (channel) => (await channel?.words?.[code]?.())?.default),
    );
    return Object.fromEntries(all.flatMap((one) => Object.entries(one ?? {})));
  };
}
