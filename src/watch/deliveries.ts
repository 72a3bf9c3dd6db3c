import { calls, handedAt, isSameThread, type Delivery } from "../model/delivery.ts";
import { usual } from "../model/expectation.ts";
import { worded } from "../model/worded.ts";
import { alarm, because, type Alarm } from "./alarm.ts";
import { waitsForPage } from "./pages.ts";
import type { World } from "./world.ts";

/** Posts that are not where they should be by now, and messages that do not get through, an account once. */
export function alarmsOfDeliveries(
  { deliveries, patience, stop = null }: World,
  now: Date,
): readonly Alarm[] {
  const isStopped = (one: Delivery): boolean => stop !== null && one.state === "scheduled";
  const posts = deliveries.filter((one) => one.campaign !== calls && !waitsForPage(one) && !isStopped(one));
  const messages = deliveries.filter(
    (one) => one.campaign === calls && now.getTime() >= ringsAt(one, callsWait),
  );
  return [
    ...[...Map.groupBy(messages, ({ account }) => account)].map(([account, late]) =>
      alarmOfCalls(account, late),
    ),
    ...posts.filter((one) => isFirst(one, posts)).flatMap((one) => judge(one, patience, now)),
  ];
}

const callsWait = usual.confirmed * 1000;

/** Nobody is told of it by another message that way. */
function alarmOfCalls(account: string, late: readonly Delivery[]): Alarm {
  const [first] = late;
  const ids = late.slice(0, 3).map(({ id }) => id);
  return alarm("calls", account, {
    since: first?.firstDueAt ?? null,
    text: worded`What people should hear through ${account} does not get there${because(first?.reason ?? null)}`,
    mend: worded`Mend that, then \`carillon retry ${ids.join(" ")}\`; \`carillon log --account ${account}\` shows all that was to be told.`,
    silent: true,
  });
}

/** Later parts of a thread wait for the one before, but for those that a person has all of. */
const isFirst = (one: Delivery, all: readonly Delivery[]): boolean =>
  one.state === "handed" || !all.some((other) => other.part < one.part && isSameThread(one, other));

function judge(delivery: Delivery, patience: World["patience"], now: Date): readonly Alarm[] {
  const { campaign, state, id } = delivery;
  const wait = (patience.get(campaign) ?? usual.confirmed) * 1000;
  const words = wordsOf(delivery);
  if (words === null || now.getTime() < ringsAt(delivery, wait)) return [];
  return [alarm(kinds[state] ?? state, id, { since: sinceOf(delivery), ...words })];
}

/** Of an alarm; where there is none, the state says it. */
const kinds: Readonly<Partial<Record<Delivery["state"], string>>> = { scheduled: "late", sending: "late" };

/** Milliseconds since 1970. What a person must decide rings at its time, but not while somebody has just worked on it. */
function ringsAt(delivery: Delivery, wait: number): number {
  const { state, attempts, firstDueAt, changedAt = firstDueAt } = delivery;
  const since = Date.parse(sinceOf(delivery));
  const lastWord = attempts.at(-1)?.outcome === "held" && state === "held";
  if (state === "failed" || state === "unsure" || lastWord) return since;
  if (state === "draft" || state === "held") return Math.max(since, Date.parse(changedAt) + wait);
  return since + wait;
}

/** From when on it is overdue: its time; or when somebody was called, agreed, or heard of its end. */
function sinceOf({ state, firstDueAt, dueAt, approvals, attempts, triedAt }: Delivery): string {
  if (state === "handed") return handedAt({ attempts, dueAt }).toISOString();
  if (state === "failed" || state === "unsure") return attempts.at(-1)?.at ?? triedAt ?? firstDueAt;
  const agreed = state === "scheduled" ? approvals.map(({ at }) => at) : [];
  return [firstDueAt, ...agreed].toSorted().at(-1) ?? firstDueAt;
}

type Words = Pick<Alarm, "text" | "mend"> & Partial<Alarm>;

/** Null for what has ended well. */
function wordsOf(delivery: Delivery): Words | null {
  const { id, account, reason, state, approvals, approvalsNeeded } = delivery;
  const cancel = worded`\`carillon cancel ${id}\` if it is not to go out`;
  switch (state) {
    case "scheduled":
    case "sending":
      return {
        text: worded`The post ${id} to ${account} is late${because(reason ?? worded`no try has ended yet`)}`,
        mend: worded`It is tried again by itself. To try now: \`carillon retry ${id}\`; or ${cancel}.`,
      };
    case "handed":
      return {
        text: worded`The post ${id} to ${account} is late, and nobody has said that it is there${because(whoPosts(reason))}`,
        mend: worded`Post it, then \`carillon resolve ${id} --permalink URL\`; \`carillon status\` shows the words.`,
      };
    case "draft":
      return {
        text: worded`The post ${id} to ${account} was due and is not approved: ${approvals.length} of ${approvalsNeeded} agreed.`,
        mend: worded`\`carillon approve ${id}\`, or ${cancel}.`,
      };
    case "held":
      return {
        text: worded`The post ${id} to ${account} was due and is held${because(reason)}`,
        mend: worded`\`carillon release ${id}\`, or ${cancel}.`,
      };
    case "failed":
      return {
        text: worded`The post ${id} to ${account} has failed${because(reason)}`,
        mend: worded`Mend that, then \`carillon retry ${id}\`; or ${cancel}.`,
      };
    case "unsure":
      return {
        text: worded`The post ${id} to ${account} may be there, and nobody can tell: the network's answer was lost.`,
        mend: worded`Look at the account, then \`carillon resolve ${id} --permalink URL\` if it is there, \`carillon resolve ${id} --again\` if not.`,
      };
    default:
      return null;
  }
}

/** “Anna posts it by hand”, of a reason that goes on with how she was called and what to do. */
const whoPosts = (reason: string | null): string | null => reason?.split(/[,;]/)[0] ?? null;
