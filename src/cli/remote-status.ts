import type { DeliveryAnswer } from "../web/api/part.ts";
import { needsPerson } from "../model/delivery.ts";
import { answer, answerJson, indent, paint } from "./output.ts";
import type { Remote } from "./remote.ts";

interface Said {
  readonly site: { readonly name: string; readonly url: string };
  readonly alarms: readonly { readonly severity: string; readonly text: string; readonly mend: string }[];
  readonly deliveries: readonly DeliveryAnswer[];
  readonly entries: readonly {
    readonly id: string;
    readonly state: string;
    readonly title: string;
    readonly reason: string | null;
  }[];
  readonly corrections: readonly {
    readonly delivery: string;
    readonly account: string;
    readonly step: string;
    readonly state: string;
    readonly changes: readonly { readonly what: string }[];
  }[];
  readonly sources: readonly { readonly name: string; readonly reason: string | null }[];
  readonly counts: Readonly<Record<string, number>>;
}

/** What a service that runs elsewhere says of itself. */
export async function showRemoteStatus(remote: Remote, isJson: boolean): Promise<boolean> {
  const status = await remote.get("/status");
  if (isJson) answerJson(status);
  else answer(written(status as Said));
  return true;
}

function written({ site, alarms, deliveries, entries, corrections, sources, counts }: Said): string {
  const waiting = deliveries.filter(({ state }) => needsPerson.includes(state));
  const next = deliveries.filter(({ state }) => !needsPerson.includes(state));
  const parts = [
    section(
      "Alarms",
      alarms.map(
        ({ severity, text, mend }) =>
          `${paint(severity === "alarm" ? "red" : "yellow", severity)} ${text} ${mend}`,
      ),
    ),
    section("Needs a person", [
      ...entries.map(
        ({ id, state, title, reason }) =>
          `${paint("yellow", `${state} entry`)} ${id} “${title}”: ${reason ?? ""}`,
      ),
      ...waiting.map(
        ({ id, state, account, step, reason }) =>
          `${paint("yellow", state)} ${id} ${account} ${step}: ${reason ?? "look at it"}`,
      ),
    ]),
    section(
      "Went out, and is no longer right",
      corrections.map(
        ({ delivery, account, step, state, changes }) =>
          `${paint("yellow", state)} ${delivery} ${account} ${step}: ${changes.map(({ what }) => what).join(", ") || "other words"}; carillon corrections ${delivery}`,
      ),
    ),
    section(
      "Next",
      next
        .slice(0, 15)
        .map(
          ({ id, dueAt, account, text }) =>
            `${id}  ${dueAt}  ${account}  ${(text.split("\n")[0] ?? "").slice(0, 60)}`,
        ),
    ),
    section(
      "Sources",
      sources.map(
        ({ name, reason }) => `${name}  ${reason === null ? paint("green", "ok") : paint("red", reason)}`,
      ),
    ),
    section(`Ledger of ${site.name}, ${site.url}`, [
      Object.entries(counts)
        .map(([state, many]) => `${many} ${state}`)
        .join(", ") || "empty",
    ]),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? "" : `${paint("bold", title)}\n${indent(lines.join("\n"))}`;
