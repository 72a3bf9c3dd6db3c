import { templatesOf } from "../app/composing.ts";
import type { App } from "../app.ts";
import type { Outcome } from "../app/decisions.ts";
import { answer, answerJson, complain, paint, progress } from "./output.ts";
import { costLine, costsOf } from "./costs.ts";
import { load, sentence, withApp, type Common } from "./context.ts";

interface Options extends Common {
  readonly online?: boolean;
}

/** Configuration and templates, all problems at once; online the accounts too. */
export async function check(options: Options): Promise<boolean> {
  const { config, problems } = await load(options, true);
  const all = [...problems, ...(await templatesOf(config)).problems];
  const accounts = options.online ? await withApp(options, signIn, { quiet: true }) : [];
  const costs = await costsOf(config, options);
  if (options.json) answerJson({ problems: all, accounts, costs });
  else {
    for (const problem of all) complain(sentence(problem));
    for (const { id, done, text } of accounts)
      (done ? answer : complain)(`${done ? paint("green", "ok") : paint("red", "failed")} ${id}: ${text}`);
    for (const one of costs) answer(costLine(one));
    if (all.length === 0)
      answer(
        `${config.file}: nothing is wrong with what it says of ${many(config.sources, "source")}, ${many(config.accounts, "account")} and ${many(config.campaigns, "campaign")}.`,
      );
  }
  return all.length === 0 && accounts.every(({ done }) => done);
}

const many = ({ length }: readonly unknown[], what: string): string =>
  `${length} ${what}${length === 1 ? "" : "s"}`;

async function signIn(app: App): Promise<readonly Outcome[]> {
  const { testAccount } = await import("../app/corrections.ts");
  const outcomes: Outcome[] = [];
  for (const { name } of app.config.accounts) {
    progress(`Signing in to ${name} …`);
    outcomes.push(await testAccount(app, name));
  }
  return outcomes;
}
