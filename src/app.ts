import type { Io } from "./channel/channel.ts";
import type { Config } from "./config/config.ts";
import { deskOf, type Desk } from "./app/desk.ts";
import { gateOf } from "./app/gate.ts";
import { ioOf } from "./app/io.ts";
import { dispatcherOf, type Dispatcher } from "./dispatch/local.ts";
import { nameWorker } from "./dispatch/worker.ts";
import type { Workshop } from "./deliver/workshop.ts";
import { openLedger, type Ledger } from "./ledger/ledger.ts";
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
  readonly now: () => Date;
  readonly dispatcher: Dispatcher;
  close(): Promise<void>;
}

export interface Wiring {
  readonly config: Config;
  readonly problems: readonly Problem[];
  readonly now?: () => Date;
  /** Told of everything that ended a try to publish. */
  readonly tell?: (delivery: Delivery, attempt: Attempt) => void;
}

/** Opens the ledger and wires the parts. Throws LedgerError. */
export async function openApp(wiring: Wiring): Promise<App> {
  const { config, problems } = wiring;
  const now = wiring.now ?? (() => new Date());
  const ledger = await openLedger(config.ledger);
  const io = ioOf(config, now);
  const desk = deskOf(config, ledger, io);
  const shop: Workshop = {
    ledger,
    sessions: desk.sessions,
    worker: nameWorker(),
    now,
    random: Math.random,
    gate: gateOf(config, ledger, io),
    tell: wiring.tell ?? (() => undefined),
  };
  const dispatcher = dispatcherOf(shop);
  return {
    config,
    problems,
    ledger,
    desk,
    io,
    now,
    dispatcher,
    close: () => close(dispatcher, desk, ledger),
  };
}

async function close(dispatcher: Dispatcher, desk: Desk, ledger: Ledger): Promise<void> {
  await dispatcher.stop();
  await desk.sessions.close();
  await ledger.close();
}
