import type { Outcome } from "../app/decisions.ts";
import { answer, answerJson, complain, paint, progress, table } from "./output.ts";
import { withApp, type Common } from "./context.ts";

/** The accounts, and which of them wait. Signs in nowhere. */
export async function list(options: Common): Promise<boolean> {
  return withApp(options, async (app) => {
    const states = await app.ledger.accounts.all();
    const rows = app.config.accounts.map(({ name, channel }) => {
      const { parked = null, busyUntil = null } = states.get(name) ?? {};
      return { account: name, channel, parked, busyUntil };
    });
    if (options.json) answerJson(rows);
    else
      answer(
        table(
          rows.map(({ account, channel, parked }) => [account, channel, parked ?? paint("green", "ready")]),
        ),
      );
    return true;
  });
}

/** Signs in, and says who we are there. */
export async function test(names: readonly string[], options: Common): Promise<boolean> {
  return withApp(options, async (app) => {
    const { testAccount } = await import("../app/corrections.ts");
    const outcomes: Outcome[] = [];
    for (const name of names) {
      progress(`Signing in to ${name} …`);
      outcomes.push(await testAccount(app, name));
    }
    if (options.json) answerJson(outcomes);
    else for (const { id, done, text } of outcomes) (done ? answer : complain)(`${id}: ${text}`);
    return outcomes.every(({ done }) => done);
  });
}
