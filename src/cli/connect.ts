import { setTimeout as wait } from "node:timers/promises";
import type { App } from "../app.ts";
import { begin, clientOf, disconnect as forget, finish } from "../app/connecting.ts";
import { patience } from "../connect/begin.ts";
import type { Client } from "../connect/office.ts";
import type { SignInOutcome } from "../ledger/sign-ins.ts";
import { answer, answerJson, complain } from "./output.ts";
import { CommandError, whoami, withApp, type Common } from "./context.ts";
import { openDoor, type Door } from "./callback.ts";
import { readPasted } from "./pasted.ts";

interface Options extends Common {
  readonly port?: string;
  readonly local?: boolean;
  readonly as?: string;
}

/** Milliseconds between looks at whether the running service has had the answer. */
const glance = 250;

/** Signs an account in: says where to go, waits for the browser, and tells what came of it. */
export async function connect(name: string, options: Options): Promise<boolean> {
  return withApp(options, async (app) => {
    const client = await clientOf(app, name);
    if (typeof client === "string") throw new CommandError(client);
    const outcome = await signIn(app, client, options);
    if (options.json) answerJson({ account: name, ...outcome });
    else for (const line of outcome.lines) (outcome.done ? answer : complain)(line);
    return outcome.done;
  });
}

async function signIn(app: App, client: Client, options: Options): Promise<SignInOutcome> {
  const heard = Promise.withResolvers<SignInOutcome>();
  const door = await openDoor(app, client, options, heard.resolve);
  const ended = new AbortController();
  try {
    const begun = await begin(app, client, { redirect: door.redirect, who: whoami(options) });
    if (typeof begun === "string") throw new CommandError(begun);
    explain(client, begun.url, door);
    const pasted = readPasted((query) => finish(app, query), complain, ended.signal);
    return await Promise.race([heard.promise, pasted, watch(app, begun.id, ended.signal)]);
  } finally {
    ended.abort();
    await door.close();
  }
}

function explain({ account, channel }: Client, url: string, { redirect, note }: Door): void {
  const app = channel.connect?.app;
  const first = app
    ? [`The app at ${channel.label} must have this redirect address, letter by letter: ${redirect}`]
    : [];
  const steps = [
    ...first,
    `In a browser that is signed in to ${channel.label} as the account that shall post for ${account.name}, open the address below.`,
    "Allow what is asked for there. The browser then comes back here by itself.",
    "If it ends at a page that does not load: copy that page's whole address, paste it here, and press Enter.",
  ];
  complain(`Connecting ${account.name}, ${channel.label}. There are ${patience} minutes.${note}`);
  for (const [index, step] of steps.entries()) complain(`  ${index + 1}. ${step}`);
  for (const line of ["", url, ""]) complain(line);
}

/** The running service may take the answer: the ledger tells. */
async function watch(app: App, id: string, signal: AbortSignal): Promise<SignInOutcome> {
  const until = Date.now() + patience * 60_000;
  while (Date.now() < until && !signal.aborted) {
    const outcome = await app.ledger.signIns.outcome(id);
    if (outcome) return outcome;
    await wait(glance, undefined, { signal }).catch(() => undefined);
  }
  return { done: false, lines: [`No answer came within ${patience} minutes: begin again.`] };
}

/** Forgets an account's tokens. */
export async function disconnect(names: readonly string[], options: Options): Promise<boolean> {
  return withApp(options, async (app) => {
    const outcomes = [];
    for (const name of names) outcomes.push(await forget(app, name, whoami(options)));
    if (options.json) answerJson(outcomes);
    else for (const { id, done, text } of outcomes) (done ? answer : complain)(`${id}: ${text}`);
    return outcomes.every(({ done }) => done);
  });
}
