import { createHash } from "node:crypto";
import type { CorrectionState } from "../../model/correction.ts";
import type { Attempt } from "../../model/delivery.ts";
import type { EntryKey, EntryState } from "../../model/sighting.ts";
import { text } from "../rows.ts";
import type { Row } from "../store.ts";
import { faultsOfColumns, faultsOfJson, isObject, parsed } from "./columns.ts";
import { faultsOfDelivery } from "./delivery.ts";
import { faultsOf, type Fault } from "./finding.ts";

/** What is wrong with a row of a table by itself; tables that have no rules of their own keep those of all. Pure. */
export const faultsOfRow = (table: string, row: Row): readonly Fault[] => [
  ...faultsOfColumns(row),
  ...(rules[table]?.(row) ?? []),
];

const entryStates: Readonly<Record<EntryState, true>> = {
  baseline: true,
  old: true,
  ignored: true,
  held: true,
  news: true,
};

function faultsOfEntry(row: Row): readonly Fault[] {
  const body = parsed(row.body);
  const state = text(row, "state");
  const news = state === "news";
  return faultsOf(
    [!(state in entryStates), `There is no state “${state}”.`],
    [!isObject(body) || typeof body["title"] !== "string", "It has no text that can be read."],
    [!row.fingerprint, "It has no fingerprint: a change of its words would not be noticed."],
    [news && row.news_at === null, "It is news, and nothing says since when."],
    [!news && row.planned_at !== null, `It is ${state}, though its posts were planned.`],
    [state === "held" && !row.reason, "It is held, and nothing says why.", "Release it, or cancel it."],
  );
}

const kinds: Readonly<Record<EntryKey["kind"], true>> = { id: true, url: true, title: true, text: true };

const faultsOfKey = (row: Row): readonly Fault[] =>
  faultsOf(
    [!(text(row, "kind") in kinds), `There is no key of the kind “${text(row, "kind")}”.`],
    [!row.value, "It holds nothing."],
  );

const outcomes: Readonly<Record<Attempt["outcome"], true>> = {
  sent: true,
  found: true,
  handed: true,
  held: true,
  refused: true,
  unauthorised: true,
  busy: true,
  down: true,
  lost: true,
};

const faultsOfAttempt = (row: Row): readonly Fault[] =>
  faultsOf([!(text(row, "outcome") in outcomes), `There is no outcome “${text(row, "outcome")}”.`]);

const correctionStates: Readonly<Record<CorrectionState, true>> = {
  offered: true,
  wanted: true,
  doing: true,
  done: true,
  failed: true,
  dismissed: true,
};

function faultsOfCorrection(row: Row): readonly Fault[] {
  const state = text(row, "state");
  const doing = state === "doing";
  return [
    ...faultsOfJson(row, ["changes", "posts"]),
    ...faultsOf(
      [!(state in correctionStates), `There is no state “${state}”.`],
      [doing && (!row.lease_by || !row.lease_until), "It is being done, and no worker has it."],
      [!doing && row.lease_by !== null, "A worker has it, though it is not being done."],
      [["wanted", "doing", "done"].includes(state) && !row.remedy, `It is ${state}, and nothing says what.`],
    ),
  ];
}

/** Its name is the hash of its bytes. */
function faultsOfUpload(row: Row): readonly Fault[] {
  const bytes = Buffer.from(text(row, "content"), "base64");
  const hash = createHash("sha256").update(bytes).digest("base64url");
  return faultsOf([
    !text(row, "file").startsWith(`${hash}.`) || bytes.length !== Number(row.bytes),
    "Its bytes are not those that somebody brought.",
    "Restore a backup, or give the posts that show it another picture.",
  ]);
}

const rules: Readonly<Record<string, (row: Row) => readonly Fault[]>> = {
  delivery: faultsOfDelivery,
  entry: faultsOfEntry,
  entry_key: faultsOfKey,
  attempt: faultsOfAttempt,
  correction: faultsOfCorrection,
  account: (row) => faultsOfJson(row, ["limits", "profile"]),
  upload: faultsOfUpload,
  sign_in: (row) => faultsOfJson(row, ["outcome"]),
  token: (row) =>
    faultsOf(
      [!row.sealed, "It seals nothing.", "Connect the account again."],
      [!(Number(row.version) >= 1), `It has version ${String(row.version)}.`],
    ),
};
