import type { App } from "../app.ts";
import type { Decide, Outcome } from "../app/decisions.ts";
import { answer, answerJson, complain } from "./output.ts";
import { CommandError, elsewhere, voiceHere, whoami, withApp, type Common } from "./context.ts";
import type { Remote } from "./remote.ts";

export interface Options extends Common {
  readonly as?: string;
  readonly text?: string;
  readonly to?: string;
  readonly permalink?: string;
  readonly again?: boolean;
  readonly look?: boolean;
  readonly unchecked?: boolean;
}

export type Action = "approve" | "edit" | "hold" | "release" | "cancel" | "retry" | "resolve" | "move";

/** Carries out a person's decision about deliveries, or entries, by their ids. False where one could not be carried out. */
export async function decide(action: Action, ids: readonly string[], options: Options): Promise<boolean> {
  const remote = await elsewhere(options);
  if (remote) return tellAll(await decideElsewhere(remote, action, ids, options), options);
  const act = await actionOf(action, options);
  return withApp(
    options,
    async (app) => {
      const outcomes: Outcome[] = [];
      for (const id of ids) outcomes.push(...(await decideOne(app, action, id, act, whoami(options))));
      return tellAll(outcomes, options);
    },
    { quiet: true },
  );
}

export function tellAll(outcomes: readonly Outcome[], options: Common): boolean {
  if (options.json) answerJson(outcomes);
  else for (const { id, done, text } of outcomes) (done ? answer : complain)(`${id}: ${text}`);
  return outcomes.every(({ done, waits }) => done || waits);
}

async function actionOf(action: Action, options: Options): Promise<Decide> {
  if (action === "edit") return (await import("../app/edit.ts")).edit(await newText(options));
  if (action === "move") return (await import("../app/moving.ts")).move(options.to ?? "");
  const decisions = await import("../app/decisions.ts");
  if (action === "approve") return decisions.approve(voiceHere(options));
  if (action !== "resolve") return decisions[action];
  const { unchecked = false } = options;
  if (options.look) return (await import("../app/look-again.ts")).lookAgain;
  const permalink = whereOf(options);
  if (permalink) return (await import("../app/confirm.ts")).resolveSent(permalink, unchecked);
  return decisions.resolveAgain;
}

/** Where a post is; null where it is not there. */
function whereOf({ permalink, again }: Options): string | null {
  if (permalink && !URL.canParse(permalink))
    throw new CommandError(`${permalink} is no address: copy the post's own, such as https://….`);
  if (permalink) return permalink;
  if (again) return null;
  throw new CommandError(
    "Say what you saw: `--permalink URL` if the post is there, `--again` if it is not; `--look` asks the network.",
  );
}

/** By the API of a running service, in the name of the token. */
async function decideElsewhere(
  remote: Remote,
  action: Action,
  ids: readonly string[],
  options: Options,
): Promise<readonly Outcome[]> {
  const { decideThere, remoteActs } = await import("./remote-decide.ts");
  const actOf = async () => {
    if (action === "approve") return remoteActs.approve();
    if (action === "edit") return remoteActs.edit(await newText(options));
    if (action === "move") return remoteActs.move(options.to ?? "");
    if (action !== "resolve") return remoteActs.plain(action);
    if (options.look) return remoteActs.plain("look");
    const permalink = whereOf(options);
    return permalink === null
      ? remoteActs.plain("again")
      : remoteActs.there(permalink, options.unchecked ?? false);
  };
  return decideThere(remote, ids, await actOf());
}

async function newText(options: Options): Promise<string> {
  if (options.text !== undefined) return options.text;
  if (process.stdin.isTTY) throw new CommandError("Give the new text with --text, or on standard input.");
  const { text } = await import("node:stream/consumers");
  return (await text(process.stdin)).trimEnd();
}

async function decideOne(
  app: App,
  action: Action,
  id: string,
  act: Decide,
  who: string,
): Promise<readonly Outcome[]> {
  const delivery = await app.ledger.deliveries.get(id);
  if (delivery !== undefined) return [await act(app, delivery, who)];
  const { heldOf } = await import("../app/entry-decisions.ts");
  const outcomes: Outcome[] = [];
  // A source's name stands for all that is held of it: after the brake, say.
  for (const entry of await heldOf(app, id))
    outcomes.push(...(await decideEntry(app, action, entry, act, who)));
  if (outcomes.length > 0) return outcomes;
  if ((await app.ledger.entries.get(id)) === undefined)
    return [{ id, done: false, text: "There is no such delivery or entry: `carillon status` lists them." }];
  return decideEntry(app, action, id, act, who);
}

/** An entry's id stands for all its deliveries, and for the entry itself while it is held. */
async function decideEntry(
  app: App,
  action: Action,
  id: string,
  act: Decide,
  who: string,
): Promise<readonly Outcome[]> {
  const { releaseEntry, cancelEntry } = await import("../app/entry-decisions.ts");
  const deliveries = await app.ledger.deliveries.list({ entry: id });
  const posts = await Promise.all(deliveries.map((one) => act(app, one, who)));
  const known = await app.ledger.entries.get(id);
  if (posts.length > 0 && known?.state !== "held") return posts;
  if (action === "cancel") return [...posts, await cancelEntry(app, id, who)];
  if (action !== "release")
    return [...posts, { id, done: false, text: "The entry is held itself: release or cancel it." }];
  const outcome = await releaseEntry(app, id, who);
  const { planNews } = await import("../app/round.ts");
  if (outcome.done) await planNews(app);
  return [...posts, outcome];
}
