import { createHash } from "node:crypto";
import type { Config } from "../config/config.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Receiver } from "../model/event.ts";

/** The ledger knows a receiver by this: its address may hold a secret. */
export const nameReceiver = ({ to }: Receiver): string =>
  createHash("sha256").update(to).digest("base64url").slice(0, 16);

/** From now on the ledger writes down what happens for these receivers, whatever process makes it happen. */
export const aimEvents = ({ events = [] }: Config, ledger: Ledger): Promise<void> =>
  ledger.events.aim(events.map(nameReceiver));
