import type { App } from "../../app.ts";
import { deadAmong } from "../../dispatch/worker.ts";
import { unseen } from "../../ledger/sources.ts";
import type { ApiPart, DeliveryAsk, Once, PollAnswer, SourceAnswer } from "../../web/api/part.ts";
import type { Written } from "../../web/team/posts.ts";
import { move } from "../moving.ts";
import { deliveryJson, statusJson, statusOf } from "../status.ts";

/** What programs ask for, by the same functions as the commands. */
export function apiOf(app: App): ApiPart {
  return {
    status: async () => statusJson(await statusOf(app)),
    deliveries: (filter) => deliveriesOf(app, filter),
    preview: (entry, account) => preview(app, entry, account),
    sources: () => sourcesOf(app),
    poll: (source) => poll(app, source),
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

async function sourcesOf(app: App): Promise<readonly SourceAnswer[]> {
  const known = await app.ledger.sources.all();
  return app.config.sources.map((source) => {
    const { name, polledAt, answeredAt, nextAt, failures, reason } =
      known.get(source.name) ?? unseen(source.name);
    return { name, polledAt, answeredAt, nextAt, failures, reason };
  });
}

async function moveTo(app: App, id: string, to: string, who: string): Promise<Written> {
  const delivery = await app.ledger.deliveries.get(id);
  if (delivery === undefined) return { done: false, lines: ["This post is not there any more."] };
  const { done, text } = await move(to)(app, delivery, who);
  return { done, lines: [text] };
}

async function poll(app: App, name: string): Promise<PollAnswer | undefined> {
  if (!app.config.sources.some((source) => source.name === name)) return undefined;
  const { round } = await import("../round.ts");
  const { polls, planned } = await round(app, () => undefined, [name]);
  const [report] = polls;
  if (report === undefined) return undefined;
  const { source, outcome, seen, news, held, reasons } = report;
  app.dispatcher.wake();
  return { source, outcome, seen, news, held, planned, reasons };
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
