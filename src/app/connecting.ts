import type { App } from "../app.ts";
import { type Begun, beginSignIn } from "../connect/begin.ts";
import { finishSignIn } from "../connect/finish.ts";
import type { Client } from "../connect/office.ts";
import { ChannelError } from "../channel/failure.ts";
import type { SignInOutcome } from "../ledger/sign-ins.ts";
import { LedgerError } from "../ledger/store.ts";
import { worded } from "../model/worded.ts";
import { no, yes, type Outcome } from "./decisions.ts";

/** The account with its channel; a sentence where it cannot be signed in. */
export async function clientOf(app: App, name: string): Promise<Client | string> {
  const client = await app.desk.office.account(name);
  if (client === undefined) return whyMissing(app, name);
  if (client.account.handoff !== undefined)
    return worded`The account ${name} is posted to by hand, so nobody signs in to it.`;
  return client;
}

function whyMissing({ config, problems }: App, name: string): string {
  const broken = problems.find(
    ({ path }) => path === `accounts.${name}` || path.startsWith(`accounts.${name}.`),
  );
  if (broken) return `${worded`The account ${name} cannot be used yet: ${broken.problem}`} ${broken.mend}`;
  const known = config.accounts.map((account) => account.name).join(", ");
  return worded`There is no account ${name} in the configuration. Known: ${known || "none"}.`;
}

/** Waits for the person's browser from now on; a sentence where that cannot be. */
export async function begin(
  app: App,
  client: Client,
  about: { readonly redirect: string; readonly who: string },
): Promise<Begun | string> {
  try {
    return await beginSignIn(app.desk.office, client, about);
  } catch (error) {
    if (error instanceof ChannelError) return error.failure.reason;
    if (error instanceof LedgerError) return error.message;
    throw error;
  }
}

/** What the browser brought back. */
export async function finish(app: App, query: URLSearchParams): Promise<SignInOutcome> {
  const outcome = await finishSignIn(app.desk.office, query);
  app.dispatcher.wake();
  return outcome;
}

/** Forgets the tokens of an account, and who it was. What the network knows of them ends there. */
export async function disconnect(app: App, name: string, who: string): Promise<Outcome> {
  const known = (await app.ledger.accounts.all()).get(name);
  const removed = await app.ledger.tokens.remove(name);
  if (!removed && !known?.profile) return no(name, worded`It is not connected.`);
  await app.ledger.accounts.recognise(name, null, null);
  await app.ledger.audit.write({
    at: app.now().toISOString(),
    who,
    action: "disconnect",
    subject: name,
    detail: null,
  });
  return yes(
    name,
    worded`Its tokens are forgotten here; to void them, take the app's right back in the network's own settings.`,
  );
}
