import type { App } from "../../app.ts";
import { calls, isSameThread, needsPerson, type Delivery } from "../../model/delivery.ts";
import { may, type Person } from "../../model/person.ts";
import { subjectOf } from "../../watch/alarm.ts";
import { waitsForPage } from "../../watch/pages.ts";
import type { AtHand, CorrectionView, Needs, NeedRow, NeedsView } from "../../web/team/needs.ts";
import { openCorrections, type OpenCorrection } from "../corrections.ts";
import { shareOf } from "../handoff.ts";
import { standingNow, type Status } from "../status.ts";
import { correct, decide, decideEntry } from "./decide.ts";

export function needsOf(app: App): Needs {
  const { stops } = app.ledger;
  return {
    all: () => viewNeeds(app),
    count: (person) => countFor(app, person),
    atHand: async (id) => {
      const one = await app.ledger.deliveries.get(id);
      return one === undefined ? null : atHandOf(app, one);
    },
    decide: (id, action, detail, by) => decide(app, id, action, detail, by.login),
    decideEntry: (id, action, by) => decideEntry(app, id, action, by.login),
    correct: (id, by, person) => correct(app, id, by, person.login),
    stop: () => stops.current(),
    holdAll: (reason, by) => stops.begin({ at: app.now().toISOString(), who: by.login, reason }),
    cameDue: async () =>
      rowsOf(app, await app.ledger.deliveries.list({ states: ["scheduled"], to: soon(app) })),
    releaseAll: (chosen, by) => stops.end(chosen, by.login, app.now()),
  };
}

/** What somebody may not decide does not wait for them. */
async function countFor({ ledger }: App, { login, role }: Person): Promise<number> {
  const { waits } = ledger;
  if (!may(role, "approve")) return may(role, "write") ? waits.held() : 0;
  const [troubles, drafts] = await Promise.all([waits.troubles(), waits.drafts(login)]);
  return troubles + drafts;
}

const soon = (app: App): string => new Date(app.now().getTime() + 1).toISOString();

async function viewNeeds(app: App): Promise<NeedsView> {
  const [status, counts, corrections, stop, news] = await Promise.all([
    standingNow(app),
    app.ledger.deliveries.counts(),
    openCorrections(app),
    app.ledger.stops.current(),
    app.ledger.entries.list(["news"], 1),
  ]);
  const posts = status.deliveries.filter(({ campaign }) => campaign !== calls);
  const waiting = posts.filter(
    (one) =>
      isLong(one, status) ||
      (needsPerson.includes(one.state) && (one.state === "handed" || isFirst(one, posts))),
  );
  const next = posts.filter((one) => ["scheduled", "sending"].includes(one.state) && isFirst(one, posts));
  const [newest] = news;
  const all = needsPerson.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  const seen = status.deliveries.filter(({ state }) => needsPerson.includes(state)).length;
  return {
    stop,
    waiting: await rowsOf(
      app,
      waiting.toSorted((a, b) => urgency(a) - urgency(b)),
    ),
    more: Math.max(0, all - seen),
    entries: status.entries.map(({ id, entry, state, reason }) => ({
      id,
      title: entry.title,
      state,
      reason,
    })),
    corrections: corrections.map(viewCorrection),
    alarms: alarmsBeside(status, waiting),
    warnings: status.problems.map(({ problem, mend }) => `${problem} ${mend}`),
    next: await rowsOf(app, next.slice(0, 12)),
    fresh: await freshOf(app),
    newest: newest ? { id: newest.id, title: newest.entry.title } : null,
  };
}

async function freshOf({ config, ledger }: App): Promise<NeedsView["fresh"]> {
  const accounts = config.accounts.length > 1;
  if (accounts && config.sources.length > 0) return null;
  return { accounts, people: (await ledger.people.all()).length > 1 };
}

/** It waits for its page, and that for too long. */
const isLong = (one: Delivery, { alarms }: Pick<Status, "alarms">): boolean =>
  one.state === "scheduled" && waitsForPage(one) && alarms.some(({ key }) => key === `page:${one.entry}`);

/** Of those of its thread that wait as it does, or that it was set aside with. */
const isFirst = (one: Delivery, all: readonly Delivery[]): boolean =>
  !all.some(
    (other) =>
      (other.state === one.state || (one.setAside && needsPerson.includes(other.state))) &&
      other.part < one.part &&
      isSameThread(one, other),
  );

/** What may be live comes first, what has time last. */
const order = ["unsure", "failed", "handed", "held", "draft"];
const urgency = ({ state }: Delivery): number => order.indexOf(state);

/** What the posts and corrections that wait say themselves need not be said twice, nor what stands above all. */
function alarmsBeside(
  { alarms, deliveries }: Pick<Status, "alarms" | "deliveries">,
  waiting: readonly Delivery[],
): NeedsView["alarms"] {
  const said = new Set(waiting.flatMap((one) => (waitsForPage(one) ? [one.id, one.entry] : [one.id])));
  const posts = new Set(deliveries.map(({ id }) => id));
  return alarms
    .filter(({ key }) => !said.has(subjectOf(key)) && !/^(correction|stop):/.test(key))
    .map(({ key, text, mend, since }) => {
      const about = subjectOf(key);
      return { text, mend, since, post: posts.has(about) ? about : null };
    });
}

async function rowsOf(app: App, deliveries: readonly Delivery[]): Promise<readonly NeedRow[]> {
  const titles = await app.ledger.entries.titles([...new Set(deliveries.map(({ entry }) => entry))]);
  return Promise.all(deliveries.map((one) => rowOf(app, one, titles.get(one.entry) ?? "")));
}

async function rowOf(app: App, one: Delivery, entryTitle: string): Promise<NeedRow> {
  const channel = await app.desk.channelOf(one.account);
  const { id, entry, account, step, state, dueAt, reason, post, approvals, approvalsNeeded } = one;
  const known = app.desk.account(account);
  const hand = state === "handed" && channel && known;
  return {
    id,
    entry,
    entryTitle,
    account,
    label: channel?.label ?? one.channel,
    step,
    state,
    dueAt,
    reason,
    excerpt: (post.title ?? post.text).slice(0, 140),
    approvals: approvals.length,
    agreed: approvals.map(({ by, voice = by }) => voice),
    approvalsNeeded,
    atHand: await atHandOf(app, one),
    hand: hand
      ? {
          person: known.handoff?.name ?? null,
          share: shareOf(channel, known, post),
          title: post.title,
          text: post.text,
          media: post.media,
        }
      : null,
  };
}

async function atHandOf(app: App, one: Delivery): Promise<AtHand> {
  if (one.state === "scheduled" && waitsForPage(one)) return "release";
  if (one.state !== "unsure") return null;
  const { canLook } = await import("../look-again.ts");
  return (await canLook(app, one)) ? "look" : null;
}

function viewCorrection(open: OpenCorrection): CorrectionView {
  const { correction, delivery, ways, best, byHand, title, text } = open;
  const { id, account, step, receipt } = delivery;
  const permalink = receipt?.permalink ?? null;
  return { id, account, step, permalink, ways, best, byHand, reason: correction.reason, title, text };
}
