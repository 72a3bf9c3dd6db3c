import type { App } from "../app.ts";
import type { Telling } from "../ledger/alarms.ts";
import { passes, subjectOf, type Alarm } from "../watch/alarm.ts";
import { alarmsOf } from "../watch/alarms.ts";
import { silence } from "../watch/machine.ts";
import type { World } from "../watch/world.ts";
import { messageOf, postOf } from "./message.ts";
import { worldOf } from "./world.ts";

/** Looks at everything; keeps what is new and what has ended, and tells it through the account `alarm`, once. What is new. */
export async function watch(app: App): Promise<readonly Alarm[]> {
  const now = app.now();
  const world = await worldOf(app);
  const alarms = alarmsOf(world, now);
  const held = alarms.map(({ key, text, silent }) => ({ key, text, tellable: !silent }));
  const raised = await app.ledger.alarms.settle(held, now, await tellingOf(app, world, alarms, now));
  return alarms.filter(({ key }) => raised.includes(key));
}

/** Null where nobody can be told. */
async function tellingOf(
  app: App,
  { voice }: World,
  alarms: readonly Alarm[],
  now: Date,
): Promise<Telling | null> {
  if (voice === null || voice.problem !== null) return null;
  const channel = await app.desk.channelOf(voice.account);
  if (channel === undefined) return null;
  const limits = await app.desk.limitsOf(voice.account, channel);
  return (told, ended) => {
    const raised = alarms.filter(({ key }) => told.includes(key));
    const subjects = new Set(alarms.map(({ key }) => subjectOf(key)));
    const over = ended.filter(({ key }) => passes(key) && !subjects.has(subjectOf(key)));
    if (raised.length + over.length === 0) return null;
    return messageOf(postOf({ raised, over }, limits, app.config.site), voice.account, channel, now);
  };
}

/** A sign of life of this worker, which takes the place of those that have given none since it began. */
export async function beat(app: App): Promise<void> {
  const { ledger, worker } = app;
  const now = app.now();
  await ledger.workers.beat(worker, now);
  const known = await ledger.workers.all();
  const began = known.find(({ name }) => name === worker)?.startedAt ?? now.toISOString();
  const gone = known.filter(({ beatenAt }) =>
    isReplaced(Date.parse(beatenAt), Date.parse(began), now.getTime()),
  );
  await ledger.workers.forget(gone.map(({ name }) => name));
}

/** One that beat beside this one for a while is another, and missed when it falls silent. */
const isReplaced = (beaten: number, began: number, now: number): boolean =>
  now - beaten >= silence / 2 && beaten < began + silence / 2;
