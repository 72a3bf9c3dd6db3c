import { existsSync } from "node:fs";
import type { App } from "../app.ts";
import type { Config } from "../config/config.ts";
import type { Correction } from "../model/correction.ts";
import type { Attempt, Delivery } from "../model/delivery.ts";
import type { Problem } from "../model/problem.ts";
import { complain, endProgress } from "./output.ts";
import type { Remote } from "./remote.ts";

/** What every command takes. */
export interface Common {
  readonly config?: string;
  readonly json?: boolean;
}

/** Ends a command with one sentence on standard error; not for programming errors. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

/** Where the configuration is looked for. */
function configFile(options: Common): string {
  const places = [options.config, process.env.CARILLON_CONFIG, "config/carillon.yaml", "carillon.yaml"];
  return (
    places.find((place, index) => place !== undefined && (index < 2 || existsSync(place))) ??
    "config/carillon.yaml"
  );
}

/** The service that $CARILLON_URL names and a command is meant for; undefined: the ledger of the configuration. Throws CommandError. */
export async function elsewhere({ config }: Common): Promise<Remote | undefined> {
  const { CARILLON_URL: url, CARILLON_TOKEN: token } = process.env;
  if (config !== undefined || !url) return undefined;
  return (await import("./remote.ts")).remoteOf(url, token);
}

export interface Loaded {
  readonly config: Config;
  readonly problems: readonly Problem[];
}

/** Reads the configuration; says all that is wrong with it, and ends the command where nothing can be done with it. */
export async function load(options: Common, quiet = false): Promise<Loaded> {
  const [{ loadConfig }, { findChannel, builtInNames }] = await Promise.all([
    import("../config/load.ts"),
    import("../registry.ts"),
  ]);
  const { config, problems } = await loadConfig(configFile(options), process.env, findChannel, builtInNames);
  if (!quiet || config === null) for (const problem of problems) complain(sentence(problem));
  if (config === null) throw new CommandError("Nothing was done.");
  return { config, problems };
}

export function sentence({ path, line, problem, mend }: Problem): string {
  return `${path}${line === null ? "" : ` (line ${line})`}: ${problem} ${mend}`;
}

export interface Setting {
  readonly now?: () => Date;
  /** Look through the whole ledger first, however large it is. */
  readonly thorough?: boolean;
  /** Do not repeat on standard error what is wrong with the configuration. */
  readonly quiet?: boolean;
  readonly tell?: (delivery: Delivery, attempt: Attempt) => void;
  readonly tellMended?: (delivery: Delivery, correction: Correction) => void;
}

/** Opens everything, runs, and closes everything, whatever happens. */
export async function withApp<T>(
  options: Common,
  run: (app: App) => Promise<T>,
  setting: Setting = {},
): Promise<T> {
  const [{ config, problems }, { openApp }] = await Promise.all([
    load(options, setting.quiet),
    import("../app.ts"),
  ]);
  const own = await templateProblems(config);
  if (!setting.quiet) for (const problem of own) complain(sentence(problem));
  const app = await openApp({ config, problems: [...problems, ...own], warn: complain, ...setting });
  try {
    return await run(app);
  } finally {
    endProgress();
    await app.close();
  }
}

/** Of the operator's templates; the built-in ones have none. */
async function templateProblems(config: Config): Promise<readonly Problem[]> {
  if (config.templates === null) return [];
  const { templatesOf } = await import("../app/composing.ts");
  return (await templatesOf(config)).problems;
}

/** Whose voice it is where people must agree: theirs who are named, else the operator's. */
export const voiceHere = (options: { readonly as?: string }): string =>
  options.as ?? process.env.CARILLON_USER ?? "operator";

/** Who decides: the person at the terminal. */
export function whoami(options: { readonly as?: string }): string {
  return options.as ?? process.env.CARILLON_USER ?? process.env.USER ?? process.env.LOGNAME ?? "operator";
}
