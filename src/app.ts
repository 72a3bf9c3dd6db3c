import type { Io } from "./channel/channel.ts";
import type { Config } from "./config/config.ts";
import { deskOf, type Desk } from "./app/desk.ts";
import { aimEvents } from "./app/aim.ts";
import { inTurn } from "./app/gate.ts";
import { gatesOf } from "./app/gates.ts";
import { lookoutOf, type Lookout } from "./app/lookout.ts";
import { freeHandoffs } from "./app/handoff.ts";
import { ioOf } from "./app/io.ts";
import { dispatcherOf, type Dispatcher } from "./dispatch/local.ts";
import { nameWorker } from "./dispatch/worker.ts";
import type { Workshop } from "./deliver/workshop.ts";
import { findKeyPlace } from "./ledger/key.ts";
import { openLedger, type Ledger } from "./ledger/ledger.ts";
import { vaultOf } from "./ledger/vault.ts";
import type { Correction } from "./model/correction.ts";
import type { Problem } from "./model/problem.ts";
import type { Attempt, Delivery } from "./model/delivery.ts";

/** The parts, wired once. */
export interface App {
  readonly config: Config;
  /** What is wrong with the configuration, though it can be worked with. */
  readonly problems: readonly Problem[];
  readonly ledger: Ledger;
  readonly desk: Desk;
  readonly io: Io;
  /** Looks at pages and images, for all who wait for the same. */
  readonly lookout: Lookout;
  readonly now: () => Date;
  /** This process, as its leases and its signs of life name it. */
  readonly worker: string;
  readonly dispatcher: Dispatcher;
  close(): Promise<void>;
}

export interface Wiring {
  readonly config: Config;
  readonly problems: readonly Problem[];
  readonly now?: () => Date;
  /** Look through the whole ledger first, however large it is. */
  readonly thorough?: boolean;
  /** Told, in one sentence, of what the operator should know and nobody asked for. */
  readonly warn?: (text: string) => void;
  /** Told of everything that ended a try to publish. */
  readonly tell?: (delivery: Delivery, attempt: Attempt) => void;
  /** Told of every correction that was carried out, or was not. */
  readonly tellMended?: (delivery: Delivery, correction: Correction) => void;
}

/** Opens the ledger and wires the parts. Throws LedgerError. */
export async function openApp(wiring: Wiring): Promise<App> {
  const { config, problems } = wiring;
  const now = wiring.now ?? (() => new Date());
  const ledger = await openLedger(config.ledger, wiring);
  await freeHandoffs(config.accounts, ledger);
  await aimEvents(config, ledger);
  const io = ioOf(config, now, ledger.uploads);
  const lookout = lookoutOf(io);
  const worker = nameWorker();
  const vault = vaultOf(
    ledger.store,
    findKeyPlace(config.ledger, process.env),
    wiring.warn ?? (() => undefined),
  );
  const desk = deskOf(config, { ledger, vault, io, worker, now });
  const shop: Workshop = {
    ledger,
    sessions: desk.sessions,
    worker,
    now,
    random: Math.random,
    gate: inTurn(await gatesOf({ config, ledger, desk, lookout })),
    tell: wiring.tell ?? (() => undefined),
    tellMended: wiring.tellMended,
  };
  const dispatcher = dispatcherOf(shop);
  return {
    config,
    problems,
    ledger,
    desk,
    io,
    lookout,
    now,
    worker,
    dispatcher,
    close: () => close(dispatcher, desk, ledger),
  };
}

async function close(dispatcher: Dispatcher, desk: Desk, ledger: Ledger): Promise<void> {
  await dispatcher.stop();
  await desk.sessions.close();
  await ledger.close();
}
