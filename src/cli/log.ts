import { deliveryJson } from "../app/status.ts";
import type { App } from "../app.ts";
import { transitions, type State } from "../model/delivery.ts";
import { suggest } from "../model/similar.ts";
import { answer, answerJson, paint } from "./output.ts";
import { CommandError, elsewhere, withApp, type Common } from "./context.ts";
import type { Remote } from "./remote.ts";

interface Options extends Common {
  readonly account?: string;
  readonly entry?: string;
  readonly state?: string;
  readonly decisions?: boolean;
  readonly limit: string;
}

/** The ledger, newest last. */
export async function log(options: Options): Promise<boolean> {
  const remote = await elsewhere(options);
  if (remote) return logThere(remote, options);
  return withApp(
    options,
    async (app) => {
      if (options.decisions) await showDecisions(app, options);
      else await showDeliveries(app, options);
      return true;
    },
    { quiet: true },
  );
}

async function logThere(remote: Remote, options: Options): Promise<boolean> {
  const limit = String(limitOf(options.limit));
  if (options.decisions) tellDecisions((await remote.get(`/decisions?limit=${limit}`)) as Decisions, options);
  else {
    const { account, entry, state } = options;
    const asked = Object.entries({ account, entry, state, limit }).filter(([, value]) => value !== undefined);
    const found = await remote.get(
      `/deliveries?${new URLSearchParams(asked as [string, string][]).toString()}`,
    );
    tellDeliveries(found as readonly Line[], options);
  }
  return true;
}

async function showDeliveries(app: App, options: Options): Promise<void> {
  await checkAccount(app, options.account);
  const deliveries = await app.ledger.deliveries.list({
    ...(options.account ? { account: options.account } : {}),
    ...(options.entry ? { entry: options.entry } : {}),
    ...(options.state ? { states: [stateOf(options.state)] } : {}),
    limit: limitOf(options.limit),
  });
  tellDeliveries(deliveries.map(deliveryJson), options);
}

function tellDeliveries(deliveries: readonly Line[], { json }: Options): void {
  if (json) answerJson(deliveries);
  else answer(deliveries.length === 0 ? "Nothing yet." : deliveries.map(lines).join("\n"));
}

/** An account that is no longer configured still has its history. */
async function checkAccount(app: App, account: string | undefined): Promise<void> {
  if (account === undefined || app.desk.account(account)) return;
  const known = await app.ledger.deliveries.list({ account, limit: 1 });
  const names = app.config.accounts.map(({ name }) => name);
  if (known.length === 0)
    throw new CommandError(`There is no account “${account}”. ${suggest(account, names)}`);
}

function stateOf(text: string): State {
  if (text in transitions) return text as State;
  throw new CommandError(`There is no state ${text}: one of ${Object.keys(transitions).join(", ")}.`);
}

function limitOf(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit > 0) return limit;
  throw new CommandError(`--limit takes a whole number above 0, not ${text}.`);
}

type Line = ReturnType<typeof deliveryJson>;

function lines(one: Line): string {
  const where = one.receipt?.permalink ?? one.receipt?.remoteId ?? one.reason ?? "";
  const head = `${one.dueAt.slice(0, 16).replace("T", " ")}Z  ${one.id}  ${paint(one.state === "sent" ? "green" : "yellow", one.state)}  ${one.account}  ${one.step}  ${where}`;
  const tries = one.attempts
    .filter(({ reason }) => reason !== null)
    .map(({ at, outcome, reason }) => `    ${at.slice(0, 19).replace("T", " ")}Z ${outcome}: ${reason}`);
  return [head, ...tries].join("\n");
}

async function showDecisions(app: App, options: Options): Promise<void> {
  tellDecisions(await app.ledger.audit.list(limitOf(options.limit)), options);
}

type Decisions = Awaited<ReturnType<App["ledger"]["audit"]["list"]>>;

function tellDecisions(decisions: Decisions, options: Options): void {
  if (options.json) answerJson(decisions);
  else
    answer(
      decisions.length === 0
        ? "Nobody decided anything yet."
        : decisions
            .map(
              ({ at, who, action, subject, detail }) =>
                `${at.slice(0, 19).replace("T", " ")}Z  ${who}  ${action}  ${subject}  ${detail ?? ""}`,
            )
            .join("\n"),
    );
}
