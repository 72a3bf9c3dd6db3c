import type { App } from "../../app.ts";
import { deadAmong } from "../../dispatch/worker.ts";
import { worded } from "../../model/worded.ts";
import type { ApiPart, DeliveryAsk, Once } from "../../web/api/part.ts";
import type { Written } from "../../web/team/posts.ts";
import { heldOf, releaseEntry } from "../entry-decisions.ts";
import { move } from "../moving.ts";
import { deliveryJson, statusJson, statusOf } from "../status.ts";
import { writtenOf } from "./decide.ts";

/** What programs ask for, by the same functions as the commands. */
export function apiOf(app: App): ApiPart {
  return {
    status: async () => statusJson(await statusOf(app)),
    deliveries: (filter) => deliveriesOf(app, filter),
    preview: (entry, account) => preview(app, entry, account),
    corrections: (of) => correctionsOf(app, of),
    reword: (id, text, by) => reword(app, id, text, by.login),
    takenDown: (id, by) => takeBack(app, id, by.login, true),
    retractEntry: (id, by) => takeBack(app, id, by.login, false),
    releaseSource: (name, by) => releaseSource(app, name, by.login),
    move: (id, to, by) => moveTo(app, id, to, by.login),
    once: onceOf(app),
  };
}

async function deliveriesOf(app: App, { account, entry, state, limit }: DeliveryAsk) {
  const found = await app.ledger.deliveries.list({
    ...(account !== undefined && { account }),
    ...(entry !== undefined && { entry }),
    ...(state !== undefined && { states: [state] }),
    limit,
  });
  return found.map(deliveryJson);
}

async function preview(app: App, id: string, account: string | null) {
  const known = await app.ledger.entries.get(id);
  if (known === undefined) return undefined;
  const [{ previewsOf }, { previewJson }] = await Promise.all([
    import("../previews.ts"),
    import("../preview-json.ts"),
  ]);
  const request = { entry: known.entry, others: false, ...(account !== null && { account }) };
  return (await previewsOf(app, request)).map(previewJson);
}

async function moveTo(app: App, id: string, to: string, who: string): Promise<Written> {
  const delivery = await app.ledger.deliveries.get(id);
  if (delivery === undefined) return { done: false, lines: [worded`This post is not there any more.`] };
  const { done, text } = await move(to)(app, delivery, who);
  return { done, lines: [text] };
}

async function correctionsOf(app: App, of: string | undefined) {
  const { correctionJson, openCorrections } = await import("../corrections.ts");
  return (await openCorrections(app, of)).map(correctionJson);
}

async function reword(app: App, id: string, text: string, who: string): Promise<Written> {
  const { edit } = await import("../edit.ts");
  const delivery = await app.ledger.deliveries.get(id);
  if (delivery?.state !== "sent")
    return { done: false, lines: [worded`It is not live: its words are written, not reworded.`] };
  return writtenOf([await edit(text)(app, delivery, who)]);
}

async function takeBack(app: App, id: string, who: string, byHand: boolean): Promise<Written> {
  const { retract, retractedByHand } = await import("../retract.ts");
  return writtenOf(await (byHand ? retractedByHand : retract)(app, id, who));
}

async function releaseSource(app: App, name: string, who: string): Promise<Written | undefined> {
  if (!app.config.sources.some((source) => source.name === name)) return undefined;
  const outcomes = [];
  for (const id of await heldOf(app, name)) outcomes.push(await releaseEntry(app, id, who));
  if (outcomes.length > 0) await (await import("../round.ts")).planNews(app);
  return outcomes.length > 0 ? writtenOf(outcomes) : { done: false, lines: [worded`Nothing is held of it.`] };
}

function onceOf(app: App): Once {
  const { worker, now } = app;
  const { apiAnswers } = app.ledger;
  const gone = (other: string): boolean => deadAmong([other], worker).length > 0;
  return {
    begin: (asking) => apiAnswers.begin({ ...asking, worker }, now(), gone),
    keep: (asking, answered) => apiAnswers.keep({ ...asking, worker }, answered),
    forget: (asking) => apiAnswers.forget({ ...asking, worker }),
  };
}
