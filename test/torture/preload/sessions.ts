import type { Session } from "../../../src/channel/channel.ts";
import { sessionsOf as realSessionsOf } from "../../../src/deliver/sessions.ts";
import { reach } from "./steps.ts";

export * from "../../../src/deliver/sessions.ts";

/** The sessions as they are, with the steps of each. */
export const sessionsOf: typeof realSessionsOf = (channelOf, sign) =>
  realSessionsOf(channelOf, async (account, channel) => watch(await sign(account, channel)));

function watch(session: Session): Session {
  const { find } = session;
  return {
    ...session,
    prepare: async (...asked) => {
      reach("preparing");
      const prepared = session.prepare(...asked);
      setImmediate(() => reach("during prepare"));
      const memo = await prepared;
      reach("prepared");
      return memo;
    },
    publish: async (...asked) => {
      reach("publishing");
      const receipt = await session.publish(...asked);
      reach("answered");
      return receipt;
    },
    ...(find && {
      find: async (...asked) => {
        reach("looking");
        const found = await find(...asked);
        reach("looked");
        return found;
      },
    }),
  };
}
