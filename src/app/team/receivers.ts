import type { App } from "../../app.ts";
import { nameReceiver } from "../aim.ts";
import type { Receivers, ReceiverView } from "../../web/team/receivers.ts";

/** Events that are counted at most. */
const most = 1000;

export const receiversOf = (app: App): Receivers => ({ all: () => viewAll(app) });

async function viewAll({ config, ledger }: App): Promise<readonly ReceiverView[]> {
  const { events = [] } = config;
  if (events.length === 0) return [];
  const known = new Map((await ledger.events.targets()).map((one) => [one.name, one]));
  return Promise.all(
    events.map(async (receiver) => {
      const {
        seen = 0,
        failingAt = null,
        reason = null,
        nextAt = null,
        lost = 0,
      } = known.get(nameReceiver(receiver)) ?? {};
      const wanted: ReadonlySet<string> = new Set(receiver.types);
      const waiting = (await ledger.events.after(seen, most)).filter(({ type }) => wanted.has(type)).length;
      return { host: new URL(receiver.to).host, failingAt, reason, nextAt, waiting, lost };
    }),
  );
}
