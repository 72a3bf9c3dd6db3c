import type { App } from "../app.ts";
import type { Outcome } from "../app/decisions.ts";
import type { Account } from "../model/account.ts";
import { tellAll } from "./decide.ts";
import { answer, answerJson, paint, progress, table } from "./output.ts";
import { elsewhere, withApp, type Common } from "./context.ts";

interface Options extends Common {
  readonly online?: boolean;
}

/** The accounts, a line each: who we are there, what works, what is missing, until when. Signs in only where asked to. */
export async function list(options: Options): Promise<boolean> {
  const remote = await elsewhere(options);
  if (remote)
    return (await import("./remote-accounts.ts")).listThere(
      remote,
      options.json === true,
      options.online === true,
    );
  return withApp(options, async (app) => {
    const failures = options.online ? await failuresOf(app) : new Map<string, string>();
    const { describeStanding, standingsOf } = await import("../app/standing.ts");
    const states = await app.ledger.accounts.all();
    const rows = (await standingsOf(app)).map((standing) => ({
      ...standing,
      busyUntil: states.get(standing.account)?.busyUntil ?? null,
      failure: failures.get(standing.account) ?? null,
    }));
    if (options.json) answerJson(rows);
    else
      answer(
        table(rows.map((row) => [row.account, row.channel, wordsOf(row, describeStanding(row, app.now()))])),
      );
    return failures.size === 0;
  });
}

function wordsOf(
  { failure, parked }: { failure: string | null; parked: string | null },
  text: string,
): string {
  const wrong = failure ?? parked;
  return wrong === null ? text : `${paint("red", wrong)} ${text}`;
}

async function failuresOf(app: App): Promise<Map<string, string>> {
  const outcomes = await testAll(app, app.config.accounts);
  return new Map(outcomes.flatMap(({ id, done, text }) => (done ? [] : [[id, text]])));
}

/** Signs in to each; those that are posted to by hand have nothing to sign in with. */
export async function testAll(
  app: App,
  accounts: readonly Pick<Account, "name" | "handoff">[],
): Promise<readonly Outcome[]> {
  const { testAccount } = await import("../app/account-test.ts");
  const outcomes: Outcome[] = [];
  for (const { name, handoff } of accounts) {
    if (handoff !== undefined) continue;
    progress(`Signing in to ${name} …`);
    outcomes.push(await testAccount(app, name));
  }
  return outcomes;
}

/** Signs in, and says who we are there. */
export async function test(names: readonly string[], options: Common): Promise<boolean> {
  const remote = await elsewhere(options);
  if (remote) return tellAll(await (await import("./remote-accounts.ts")).testThere(remote, names), options);
  return withApp(options, async (app) => {
    const accounts = names.map((name) => ({ name }));
    return tellAll(await testAll(app, accounts), options);
  });
}
