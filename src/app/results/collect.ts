import type { App } from "../../app.ts";
import type { Metrics } from "../../channel/channel.ts";
import type { Failure } from "../../channel/failure.ts";
import { within } from "../../deliver/workshop.ts";
import type { Due, Seen } from "../../ledger/results.ts";
import { type Counts, untold } from "../../model/result.ts";
import { standingsOf } from "./counted.ts";
import { ageAt, firstLook, forgotten, nextLook } from "./schedule.ts";

/** Posts of an account that are looked at in an hour at most, and at once. */
const mostAnHour = 60;
const atOnce = 20;
/** Milliseconds. An account with a delivery due this soon is left alone; a look that nobody ends is taken up again. */
const soon = 60_000;
const lease = 15 * 60_000;
/** Milliseconds until an account is asked again that could not be. */
const waits: Readonly<Record<Failure["kind"], number>> = {
  busy: 15 * 60_000,
  down: 3_600_000,
  lost: 3_600_000,
  refused: 24 * 3_600_000,
  unauthorised: 6 * 3_600_000,
};

/** What a round of looking brought. */
export interface Collected {
  /** Posts that were looked at. */
  readonly looked: number;
  /** Of these, those that were gone. */
  readonly gone: number;
  /** One sentence an account that could not be asked. */
  readonly problems: readonly string[];
}

const nothing: Collected = { looked: 0, gone: 0, problems: [] };

/**
 * Looks at the posts whose time has come, politely: few an hour, never where the network asked us to wait, never when something is
 * about to be published there. What a network refuses here parks no account and makes no post wait.
 */
export async function collect(app: App): Promise<Collected> {
  const standings = await standingsOf(app);
  const counted = standings.filter(({ why }) => why === null);
  const all = await Promise.all(counted.map(({ account }) => collectOf(app, account)));
  return all.reduce(add, nothing);
}

const add = (a: Collected, b: Collected): Collected => ({
  looked: a.looked + b.looked,
  gone: a.gone + b.gone,
  problems: [...a.problems, ...b.problems],
});

async function collectOf(app: App, account: string): Promise<Collected> {
  const { results } = app.ledger;
  const since = new Date(app.now().getTime() - forgotten * 1000);
  await results.begin(account, since, (sentAt) => firstLook(sentAt, app.now()));
  let sum = nothing;
  for (;;) {
    const due = await takeSome(app, account);
    if (due.length === 0) return sum;
    const done = await lookAt(app, account, due);
    sum = add(sum, done);
    if (done.problems.length > 0) return sum;
  }
}

async function takeSome(app: App, account: string): Promise<readonly Due[]> {
  const { results } = app.ledger;
  const now = app.now();
  if (await isBusy(app, account, now)) return [];
  const lately = await results.countSince(account, new Date(now.getTime() - 3_600_000));
  const room = Math.min(atOnce, mostAnHour - lately);
  return room > 0 ? results.take(account, now, new Date(now.getTime() + lease), room) : [];
}

/** Parked, asked to wait, or about to publish. */
async function isBusy({ ledger }: App, account: string, now: Date): Promise<boolean> {
  const state = (await ledger.accounts.all()).get(account);
  if (state?.parked || (state?.busyUntil ?? "") > now.toISOString()) return true;
  return ledger.results.isOccupied(account, new Date(now.getTime() + soon));
}

async function lookAt(app: App, account: string, due: readonly Due[]): Promise<Collected> {
  const asked = await ask(app, account, due);
  if ("failure" in asked) {
    if (asked.failure.kind === "refused") return lookOneByOne(app, account, due);
    await putOff(app, account, due, asked.failure);
    return { ...nothing, problems: [`${account}: ${asked.failure.reason}`] };
  }
  return keep(app, due, asked.told);
}

/** Of many that were refused together, one may be to blame: it counts as not told. */
async function lookOneByOne(app: App, account: string, due: readonly Due[]): Promise<Collected> {
  let sum = nothing;
  for (const [at, one] of due.entries()) {
    const asked: Asked = due.length > 1 ? await ask(app, account, [one]) : { told: [{}] };
    if ("failure" in asked && asked.failure.kind !== "refused") {
      await putOff(app, account, due.slice(at), asked.failure);
      return add(sum, { ...nothing, problems: [`${account}: ${asked.failure.reason}`] });
    }
    sum = add(sum, await keep(app, [one], "told" in asked ? asked.told : [{}]));
  }
  return sum;
}

type Asked = { readonly told: readonly (Metrics | null)[] } | { readonly failure: Failure };

async function ask({ desk }: App, account: string, due: readonly Due[]): Promise<Asked> {
  const opening = await desk.sessions.open(account);
  if ("failure" in opening) return opening;
  const { channel, session } = opening.opened;
  if (session.metrics === undefined) return { told: due.map(() => ({})) };
  try {
    return { told: await within(90_000, session.metrics(due.map(({ receipt }) => receipt))) };
  } catch (error) {
    const failure = channel.classify(error);
    if (failure.kind === "unauthorised") await desk.sessions.forget(account);
    return { failure };
  }
}

async function putOff(app: App, account: string, due: readonly Due[], failure: Failure): Promise<void> {
  const now = app.now().getTime();
  const asked = "retryAt" in failure ? (failure.retryAt?.getTime() ?? 0) : 0;
  const until = asked > now ? asked : now + waits[failure.kind];
  const taken = due.map(({ delivery }) => delivery);
  await app.ledger.results.putOff(account, taken, new Date(until), new Date(now - forgotten * 1000));
}

async function keep(app: App, due: readonly Due[], told: readonly (Metrics | null)[]): Promise<Collected> {
  const now = app.now();
  const seen = due.map((one, at) => seenOf(one, told[at] ?? null, now));
  await app.ledger.results.keep(seen, now);
  if (due.some(({ campaign }) => hasCondition(app, campaign))) await app.ledger.plans.forget();
  return { looked: seen.length, gone: seen.filter(({ counts }) => counts === null).length, problems: [] };
}

function seenOf({ delivery, sentAt, replied }: Due, told: Metrics | null, now: Date): Seen {
  const counts = told && countsOf(told, replied);
  return { delivery, age: ageAt(sentAt, now), counts, nextAt: counts && nextLook(sentAt, now) };
}

/** The next part of our own thread is no reply of a reader. */
function countsOf(told: Metrics, replied: boolean): Counts {
  const { replies } = told;
  const own = replied ? 1 : 0;
  return { ...untold, ...told, ...(replies !== undefined && { replies: Math.max(0, replies - own) }) };
}

/** What its posts came to may make others needless. */
const hasCondition = ({ config }: App, campaign: string): boolean =>
  config.campaigns.some(({ name, steps }) => name === campaign && steps.some(({ unless }) => unless));
