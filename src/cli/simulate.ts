import type { App } from "../app.ts";
import type { Config } from "../config/config.ts";
import type { PlanLine, Simulation } from "../model/simulation.ts";
import { CommandError, elsewhere, load, withApp, type Common } from "./context.ts";
import { answer, answerJson, complain, endProgress, progress } from "./output.ts";
import type { Remote } from "./remote.ts";
import { describeChanges, describeSimulation } from "./simulation.ts";

interface Options extends Common {
  readonly from?: string;
  readonly to?: string;
  readonly feedAt?: string;
  readonly difference?: boolean;
  readonly account?: string;
  readonly campaign?: string;
}

/** What would go out, and when; or, with `--difference`, what the next planning would change. Sends nothing. */
export async function simulate(options: Options): Promise<boolean> {
  const remote = await elsewhere(options);
  if (remote) return simulateThere(remote, options);
  if (options.feedAt !== undefined) return recorded(options, options.feedAt);
  return withApp(
    options,
    async (app) => {
      checkNames(app.config, options);
      if (options.difference) return showDifference(app, options);
      const [{ simulate: run }, span] = await Promise.all([
        import("../app/simulate/simulate.ts"),
        spanOf(app.config, options, app.now()),
      ]);
      show(await run(app, { ...wanted(options), ...span, say: progress }), options);
      return true;
    },
    { quiet: true },
  );
}

async function simulateThere(remote: Remote, options: Options): Promise<boolean> {
  if (options.feedAt !== undefined)
    throw new CommandError(
      "--feed-at reads a folder and a configuration of this machine: name the configuration with --config FILE.",
    );
  const { from, to, account, campaign } = options;
  const asked = Object.entries({ from, to, account, campaign }).filter(([, value]) => value !== undefined);
  if (options.difference) {
    const all = (await remote.get("/simulate/difference")) as readonly PlanLine[];
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    tellChanges(all, options, new Date(), zone);
  } else {
    const query = new URLSearchParams(asked as [string, string][]).toString();
    show((await remote.get(`/simulate?${query}`)) as Simulation, options);
  }
  return true;
}

/** From an empty ledger, over the feed as it was. */
async function recorded(options: Options, folder: string): Promise<boolean> {
  if (options.difference)
    throw new CommandError("--difference is about the ledger as it is: leave --feed-at out.");
  const { config } = await load(options, true);
  checkNames(config, options);
  const [{ findRecordings }, { simulateRecorded }] = await Promise.all([
    import("../app/simulate/recordings.ts"),
    import("../app/simulate/recorded.ts"),
  ]);
  const found = findRecordings(folder, config, sourceFor(config, options));
  if ("problem" in found) throw new CommandError(found.problem);
  const [first, last] = [found[0]?.at ?? new Date(), found.at(-1)?.at ?? new Date()];
  const end = options.to ?? new Date(last.getTime() + 30 * 86_400_000).toISOString();
  const span = await spanOf(config, { ...options, from: options.from ?? first.toISOString(), to: end }, last);
  const request = { ...wanted(options), ...span, say: progress, warn: complain };
  try {
    show(await simulateRecorded(config, found, request), options);
  } finally {
    const { closeParser } = await import("../source/parse.ts");
    endProgress();
    await closeParser();
  }
  return true;
}

/** Whose the files in the folder itself are. */
function sourceFor({ campaigns, sources }: Config, { campaign }: Options) {
  const name = campaigns.find((one) => campaign === undefined || one.name === campaign)?.source;
  const source = sources.find((one) => one.name === name) ?? sources[0];
  if (source === undefined)
    throw new CommandError("No source is configured, so nobody knows what the feed is for.");
  return source;
}

function checkNames({ accounts, campaigns }: Config, { account, campaign }: Options): void {
  checkName("account", account, accounts);
  checkName("campaign", campaign, campaigns);
}

function checkName(
  kind: string,
  wanted: string | undefined,
  known: readonly { readonly name: string }[],
): void {
  if (wanted === undefined || known.some(({ name }) => name === wanted)) return;
  const names = known.map(({ name }) => name).join(", ");
  throw new CommandError(`There is no ${kind} ${wanted}: ${names || "none is configured"}.`);
}

const wanted = ({ account, campaign }: Options) => ({
  ...(account !== undefined && { account }),
  ...(campaign !== undefined && { campaign }),
});

async function spanOf({ site }: Config, { from, to }: Options, now: Date) {
  const { readSpan } = await import("../app/simulate/span.ts");
  const span = readSpan(from, to, now, site.timezone);
  if ("problem" in span) throw new CommandError(span.problem);
  return span;
}

async function showDifference(app: App, options: Options): Promise<boolean> {
  const { changesAhead } = await import("../app/simulate/changes.ts");
  tellChanges(await changesAhead(app), options, app.now(), app.config.site.timezone);
  return true;
}

function tellChanges(all: readonly PlanLine[], options: Options, now: Date, zone: string): void {
  const lines = all.filter(
    ({ account, campaign }) =>
      (options.account ?? account) === account && (options.campaign ?? campaign) === campaign,
  );
  if (options.json) answerJson(lines);
  else answer(describeChanges(lines, now, zone));
}

function show(simulation: Simulation, options: Options): void {
  endProgress();
  if (options.json) answerJson(simulation.posts.map(({ title: _title, ...post }) => post));
  else answer(describeSimulation(simulation));
}
