import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startClock, type Clock } from "./clock.ts";
import { startGazette, type Gazette } from "./gazette.ts";
import { networkOf } from "./networks/index.ts";
import type { Network, Place } from "./networks/network.ts";
import { startProxy, type Fate, type Passing, type Proxy } from "./proxy.ts";
import type { Scenario } from "./scenario.ts";

/** Everything around Carillon, of one scene. */
export interface World {
  readonly folder: string;
  /** What the ledger's setting says; made absolute. */
  readonly ledger: string;
  readonly network: Network;
  readonly gazette: Gazette;
  /** What the servers go by. */
  readonly clock: Clock;
  /** What Carillon goes by: the same, unless a scene sets it wrong. */
  readonly ours: Clock;
  readonly places: ReadonlyMap<string, Place>;
  refuse(refused: boolean): Promise<void>;
  close(): Promise<void>;
}

/** Who decides about requests, and whom a kill hits. */
export interface Wires {
  fateOf(account: string, passing: Passing): Fate;
  kill(): void;
  lateness(): number;
}

/** `clock`: of the scene's own process. `ledger`: an address instead of a file, for another database. */
export async function startWorld(
  scenario: Scenario,
  clock: Clock,
  wires: Wires,
  ledger?: string,
): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "torture-"));
  const network = networkOf(scenario.network);
  const gazette = await startGazette(Date.parse(scenario.start), scenario.entries);
  const names = Array.from({ length: scenario.accounts }, (_, index) => `bell${index + 1}`);
  const places = new Map<string, Place>();
  const proxies = new Map<string, Proxy>();
  for (const name of names) {
    const place = await network.start();
    places.set(name, place);
    const fateOf = (passing: Passing): Fate => wires.fateOf(name, passing);
    proxies.set(
      name,
      await startProxy({ ...wires, fateOf, behind: place.url, isPublish: network.isPublish }),
    );
  }
  const address = ledger ?? join(folder, "ledger.db");
  write(folder, "carillon.yaml", configuration(scenario, network, gazette, places, proxies, address));
  write(folder, "templates/announcement.hbs", scenario.thread ? thread : single);
  const ours = startClock(join(folder, "clock"), clock.now());
  return {
    folder,
    ledger: address,
    network,
    gazette,
    clock,
    ours,
    places,
    refuse: async (refused) => {
      for (const proxy of proxies.values()) await proxy.refuse(refused);
    },
    close: async () => {
      await Promise.all([...proxies.values(), ...places.values(), gazette].map((one) => one.close()));
      ours.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const single =
  "{{#if channel.titled}}{{#title}}One: {{entry.title}}{{/title}}{{/if}}One: {{entry.title}}\n\n{{link}}\n";
const thread = `${single}{{part}}\nTwo: {{entry.title}} again\n{{part}}\nThree: {{entry.title}} at last\n`;

function write(folder: string, file: string, content: string): void {
  mkdirSync(join(folder, file, ".."), { recursive: true });
  writeFileSync(join(folder, file), content);
}

function configuration(
  { thread: parts }: Scenario,
  network: Network,
  gazette: Gazette,
  places: ReadonlyMap<string, Place>,
  proxies: ReadonlyMap<string, Proxy>,
  ledger: string,
): string {
  const account = ([name, place]: readonly [string, Place]) =>
    [name, { channel: network.channel, ...place.settings(proxies.get(name)?.url ?? "") }] as const;
  const step = { to: [...places.keys()], at: "now", ...(parts && { thread: "plain" }) };
  // JSON is YAML.
  return JSON.stringify({
    site: { name: "Torture", url: "http://127.0.0.1:4747", timezone: "Europe/Berlin" },
    ledger,
    network: { allowPrivate: true },
    templates: "./templates",
    sources: { news: { feed: `${gazette.url}/feed.xml`, brake: 1000, maxAge: 1000, language: "en" } },
    accounts: Object.fromEntries([...places].map(account)),
    campaigns: { news: { source: "news", steps: { announcement: step } } },
  });
}
