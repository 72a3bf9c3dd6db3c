import type { App } from "../app.ts";
import { ownPost, type Correction, type Remedy } from "../model/correction.ts";
import { threadOf, type Delivery } from "../model/delivery.ts";
import { worded } from "../model/worded.ts";
import { carryOut } from "./carry-out.ts";
import { no, yes, type Outcome } from "./decisions.ts";
import { writeNote } from "./note.ts";
import { want, wishFor, type Answered } from "./wish.ts";
import { bestWay, obstaclesTo, type Obstacles } from "./ways.ts";

/** How an offered correction can be answered; null: by the best that its channel can. */
export type Answer = Exclude<Remedy, "remove"> | null;

/** A correction that a person is to answer, with the post that it is for. */
interface Case {
  readonly delivery: Delivery;
  readonly correction: Correction;
}

/** Answers what is offered for a delivery, or for all of an entry, and carries it out. */
export async function correct(app: App, id: string, by: Answer, who: string): Promise<readonly Outcome[]> {
  const cases = await casesOf(app, id);
  if (cases.length === 0)
    return [no(id, worded`Nothing is offered for it: \`carillon corrections\` lists what is.`)];
  const outcomes: Outcome[] = [];
  const wished: string[] = [];
  for (const thread of Map.groupBy(cases, ({ delivery }) => threadOf(delivery)).values())
    for (const answer of await answerThread(app, thread, by, who))
      if ("wish" in answer) wished.push(answer.wish);
      else outcomes.push(answer);
  return [...outcomes, ...(await carryOut(app, wished))];
}

/** What is offered, and what failed and nobody has decided about since. */
async function casesOf(app: App, id: string): Promise<readonly Case[]> {
  const one = await app.ledger.deliveries.get(id);
  const deliveries = one ? [one] : await app.ledger.deliveries.list({ entry: id });
  const known = await app.ledger.corrections.list({ deliveries: deliveries.map((delivery) => delivery.id) });
  return deliveries.flatMap((delivery) => {
    const own = known.filter((correction) => correction.delivery === delivery.id);
    const open = own.find(({ state }) => state === "offered") ?? own.at(-1);
    const asks = open && (open.state === "offered" || (open.state === "failed" && open.posts.length > 0));
    return asks ? [{ delivery, correction: open }] : [];
  });
}

async function answerThread(
  app: App,
  thread: readonly Case[],
  by: Answer,
  who: string,
): Promise<readonly Answered[]> {
  const [first, ...others] = thread;
  if (first === undefined) return [];
  const found = await Promise.all(
    thread.map(({ delivery, correction }) => obstaclesTo(app, delivery, ownPost(correction))),
  );
  const way = by ?? commonWay(found);
  if (way === null) return thread.map(({ delivery }, at) => no(delivery.id, byHand(delivery, found[at])));
  if (way === "leave") return Promise.all(thread.map((one) => leave(app, one, who, worded`Left as it is.`)));
  const at = found.findIndex((obstacles) => obstacles[way] !== null);
  const obstacle = found[at]?.[way];
  if (obstacle) return [no(thread[at]?.delivery.id ?? first.delivery.id, obstacle)];
  if (way === "edit")
    return want(
      app,
      thread.map((one) => wishFor(one, "edit", who, app.now())),
    );
  if (way === "replace") return replace(app, first, who);
  const note = await reply(app, first, who);
  if (!note.every((one) => "wish" in one)) return note;
  const said = await Promise.all(
    others.map((one) => leave(app, one, who, worded`The note below ${first.delivery.id} says it.`)),
  );
  return [...note, ...said];
}

/** One way for all parts. */
function commonWay(found: readonly Obstacles[]): Answer {
  const ways = ["edit", "reply", "replace", "remove"] as const;
  const together = ways.map(
    (way) => [way, found.map((one) => one[way]).find((why) => why !== null) ?? null] as const,
  );
  return bestWay(Object.fromEntries(together) as Obstacles);
}

const byHand = ({ id, receipt }: Delivery, obstacles: Obstacles | undefined): string =>
  `${obstacles?.edit ?? ""} ${worded`Do it by hand${placeOf(receipt)}, then: carillon correct ${id} --by leave`}`.trim();

const placeOf = (receipt: Delivery["receipt"]): string =>
  receipt?.permalink ? worded` at ${receipt.permalink}` : "";

async function leave(app: App, { delivery: { id } }: Case, who: string, detail: string): Promise<Outcome> {
  const now = app.now();
  const decision = { at: now.toISOString(), who, action: "correct", subject: id, detail };
  const left = await app.ledger.corrections.leave(id, who, now, decision);
  return left ? yes(id, detail) : no(id, worded`It changed at the same moment: look at it again.`);
}

async function reply(app: App, one: Case, who: string): Promise<readonly Answered[]> {
  const { id, account } = one.delivery;
  const channel = await app.desk.channelOf(account);
  if (channel === undefined) return [no(id, worded`Its account cannot be used.`)];
  const note = await writeNote(app, one.delivery, one.correction, channel);
  if ("no" in note) return [no(id, note.no)];
  const below = { below: one.delivery, post: note.post };
  return want(app, [{ ...wishFor(one, "reply", who, app.now()), note: below }]);
}

/** All that is live of a thread goes, and the whole of it comes again. */
async function replace(app: App, one: Case, who: string): Promise<readonly Answered[]> {
  const all = await app.ledger.deliveries.list({ entry: one.delivery.entry });
  const thread = all.filter((other) => threadOf(other) === threadOf(one.delivery));
  const moving = thread.find(({ state }) => state === "sending" || state === "unsure" || state === "handed");
  if (moving)
    return [
      no(
        one.delivery.id,
        worded`Part ${moving.part} of its thread is ${moving.state}: wait until it is settled.`,
      ),
    ];
  const live = thread.filter(({ state }) => state === "sent");
  return want(
    app,
    live.map((delivery) => wishFor({ ...one, delivery }, "replace", who, app.now())),
  );
}
