import { existsSync } from "node:fs";
import { templatesOf } from "../app/composing.ts";
import type { App } from "../app.ts";
import type { Outcome } from "../app/decisions.ts";
import { adviceFor } from "../app/advice.ts";
import { expiriesOf, unconnectedIn } from "../app/expiry.ts";
import { readSource } from "../app/read.ts";
import type { Config } from "../config/config.ts";
import type { Problem } from "../model/problem.ts";
import { findChannel } from "../registry.ts";
import { testAll } from "./accounts.ts";
import { answer, answerJson, complain, paint } from "./output.ts";
import { costLine, costsOf } from "./costs.ts";
import { load, sentence, withApp, type Common } from "./context.ts";

interface Options extends Common {
  readonly online?: boolean;
}

/** Configuration and templates, all problems at once; online the accounts too. */
export async function check(options: Options): Promise<boolean> {
  const { config, problems } = await load(options, true);
  const all = [...problems, ...(await templatesOf(config)).problems, ...(await problemsOfFiles(config))];
  const { accounts, expiries } = await lookAtAccounts(config, options);
  const costs = await costsOf(config, options);
  const warnings = [...(await warningsOf(config)), ...(await adviceFor(config, new Date()))];
  if (options.json) answerJson({ problems: all, accounts, expiries, costs, warnings });
  else {
    for (const problem of all) complain(sentence(problem));
    for (const { id, done, text } of accounts)
      (done ? answer : complain)(`${done ? paint("green", "ok") : paint("red", "failed")} ${id}: ${text}`);
    for (const text of expiries) complain(text);
    for (const one of costs) answer(costLine(one));
    for (const text of warnings) answer(`${paint("yellow", "mind")} ${text}`);
    if (all.length === 0)
      answer(
        `${config.file}: nothing is wrong with what it says of ${many(config.sources, "source")}, ${many(config.accounts, "account")} and ${many(config.campaigns, "campaign")}.`,
      );
  }
  return all.length === 0 && accounts.every(({ done }) => done);
}

/** What authors wrote that cannot be understood; what is to be asked of a network is not asked here. */
async function problemsOfFiles(config: Config): Promise<readonly Problem[]> {
  const files = config.sources.filter(({ kind }) => kind === "markdown");
  const reads = await Promise.all(files.map((source) => readSource(config, new Date(), source, null)));
  return reads.flatMap((read) => (read.kind === "entries" ? read.problems : []));
}

/** What the networks of the accounts will forbid or end. */
async function warningsOf({ accounts }: Config): Promise<readonly string[]> {
  const found = await Promise.all(
    accounts.map(async ({ name, channel, settings }) => {
      const warnings = (await findChannel(channel))?.warn?.(settings, new Date()) ?? [];
      return warnings.map((text) => `${name}: ${text}`);
    }),
  );
  return found.flat();
}

const many = ({ length }: readonly unknown[], what: string): string =>
  `${length} ${what}${length === 1 ? "" : "s"}`;

interface Looks {
  readonly accounts: readonly Outcome[];
  /** Who stops working soon, and who was never signed in. */
  readonly expiries: readonly string[];
}

/** A check makes no ledger; where there is none yet, only the configuration's own accounts can be spoken of. */
async function lookAtAccounts(config: Config, options: Options): Promise<Looks> {
  if (!options.online && !existsSync(config.ledger))
    return { accounts: [], expiries: await unconnectedIn(config) };
  const look = async (app: App): Promise<Looks> => {
    const accounts = options.online ? await testAll(app, config.accounts) : [];
    return { accounts, expiries: await expiriesOf(app) };
  };
  return withApp(options, look, { quiet: true });
}
