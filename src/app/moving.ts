import type { App } from "../app.ts";
import { isSameThread, type Delivery } from "../model/delivery.ts";
import { worded } from "../model/worded.ts";
import { readMoment } from "../plan/chosen.ts";
import { offsetsOf } from "../plan/zones.ts";
import { inWords } from "./clock-words.ts";
import { change, no, type Decide, type Outcome } from "./decisions.ts";

const movable = ["draft", "scheduled", "held"] as const;

/** Gives a post, and all parts of its thread, a time that the plan leaves alone; `plan` gives it back to the plan. */
export const move =
  (text: string): Decide =>
  async (app, delivery, who) => {
    const zone = app.desk.account(delivery.account)?.pace?.zone ?? app.config.site.timezone;
    if (text === "plan") return giveBack(app, delivery, who);
    const moment = readMoment(text, app.now(), offsetsOf(zone));
    if (moment === undefined)
      return no(delivery.id, worded`“${text}” is no time: write 2026-12-24 10:00, 10:00, or plan.`);
    if (moment <= app.now().getTime())
      return no(delivery.id, worded`That is past: choose a time to come, or send it now with \`retry\`.`);
    const dueAt = new Date(moment).toISOString();
    const words = inWords(new Date(moment), app.now(), zone);
    return moveAll(
      app,
      delivery,
      who,
      { dueAt, movedBy: who },
      worded`It goes out ${words}; the plan leaves it there.`,
    );
  };

/** The plan moves it back where its time is not what its step asks for. */
async function giveBack(app: App, delivery: Delivery, who: string): Promise<Outcome> {
  const wanted = delivery.wantedAt ?? delivery.firstDueAt;
  const dueAt = wanted > app.now().toISOString() ? wanted : delivery.dueAt;
  const outcome = await moveAll(
    app,
    delivery,
    who,
    { dueAt, movedBy: null },
    worded`It is the plan's again.`,
  );
  if (outcome.done) await app.ledger.plans.forget();
  return outcome;
}

async function moveAll(
  app: App,
  delivery: Delivery,
  who: string,
  what: { readonly dueAt: string; readonly movedBy: string | null },
  text: string,
): Promise<Outcome> {
  const { entry, account, campaign } = delivery;
  const outcome = await change(app, delivery, who, "move", movable, what, text);
  if (!outcome.done || delivery.parts === 1) return outcome;
  const parts = await app.ledger.deliveries.list({ entry, account, campaign, states: movable });
  for (const part of parts.filter((one) => one.id !== delivery.id && isSameThread(one, delivery)))
    await change(app, part, who, "move", movable, what, text);
  return outcome;
}
