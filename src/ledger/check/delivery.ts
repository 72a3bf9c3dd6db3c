import { transitions, type State } from "../../model/delivery.ts";
import { text } from "../rows.ts";
import type { Row } from "../store.ts";
import { faultsOfJson, isObject, parsed } from "./columns.ts";
import { faultsOf, type Fault } from "./finding.ts";

/** What is wrong with a delivery by itself. Pure. */
export function faultsOfDelivery(row: Row): readonly Fault[] {
  return [
    ...faultsOfJson(row, ["post", "approvals", "memo", "receipt"]),
    ...faultsOfState(row),
    ...faultsOfSending(row),
    ...faultsOfWords(row),
  ];
}

/** States in which somebody has to be told why. */
const explained: readonly string[] = ["failed", "unsure", "held", "handed"] satisfies readonly State[];

function faultsOfState(row: Row): readonly Fault[] {
  const { receipt, reason } = row;
  const state = text(row, "state");
  const live = state === "sent" || state === "retracted";
  return faultsOf(
    [!(state in transitions), `There is no state “${state}”.`],
    [live && !hasId(receipt), `It is ${state}, and its receipt names no post.`, lookUp],
    [!live && receipt !== null, `It is ${state}, yet has a receipt: it may be live.`, lookUp],
    [
      explained.includes(state) && !reason,
      `It is ${state}, and nothing says why.`,
      "Look at it with `carillon log`, then release, retry, resolve or cancel it.",
    ],
  );
}

const lookUp =
  "Look at the account whether the post is there before you release, retry or cancel it, and please report this.";

function hasId(receipt: Row[string] | undefined): boolean {
  const value = parsed(receipt);
  return isObject(value) && typeof value["remoteId"] === "string" && value["remoteId"] !== "";
}

function faultsOfSending(row: Row): readonly Fault[] {
  const { memo, armed_at: armed, lease_by: worker, lease_until: until } = row;
  const sending = row.state === "sending";
  return faultsOf(
    [sending && (!worker || !until), "It is sending, and no worker has it: its account stands still."],
    [!sending && (worker !== null || until !== null), "A worker has it, though it is not sending."],
    [(memo === null) !== (armed === null), "Its memo and the time of its arming do not belong together."],
  );
}

function faultsOfWords(row: Row): readonly Fault[] {
  const post = parsed(row.post);
  const [part, parts] = [Number(row.part), Number(row.parts)];
  const voices = votersOf(parsed(row.approvals));
  return faultsOf(
    [!isObject(post) || typeof post["text"] !== "string", "It has no post that can be read."],
    [!(part >= 1 && part <= parts), `It is part ${part} of ${parts}.`],
    [voices === undefined, "Its approvals are no list of people."],
    [new Set(voices).size !== (voices ?? []).length, "Somebody has approved it twice."],
  );
}

function votersOf(approvals: unknown): readonly unknown[] | undefined {
  if (!Array.isArray(approvals)) return undefined;
  const names = approvals.map((one: unknown) => (isObject(one) ? (one["voice"] ?? one["by"]) : undefined));
  return names.includes(undefined) ? undefined : names;
}
