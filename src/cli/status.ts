import { statusJson, statusOf, type KnownAlarm, type Status } from "../app/status.ts";
import { correctionJson, shortDifference } from "../app/corrections.ts";
import { inWords } from "../app/clock-words.ts";
import type { Delivery } from "../model/delivery.ts";
import { needsPerson } from "../model/delivery.ts";
import { whatCanBeDone } from "./corrections.ts";
import { answer, answerJson, indent, paint, table } from "./output.ts";
import { elsewhere, withApp, type Common } from "./context.ts";

interface Options extends Common {
  readonly now?: string;
}

/** Sources, deliveries, and what needs a person. */
export async function showStatus(options: Options): Promise<boolean> {
  const remote = await elsewhere(options);
  if (remote) return (await import("./remote-status.ts")).showRemoteStatus(remote, options.json === true);
  const fixed = options.now === undefined ? undefined : (await import("./once.ts")).moment(options.now);
  return withApp(
    options,
    async (app) => {
      const now = await statusOf(app);
      const zone = app.config.site.timezone;
      if (options.json) answerJson(statusJson(now));
      else answer(written(now, app.now(), zone));
      return true;
    },
    { quiet: true, ...(fixed && { now: () => fixed }) },
  );
}

function written(status: Status, now: Date, zone: string): string {
  const person = status.deliveries.filter(({ state }) => needsPerson.includes(state));
  const next = status.deliveries.filter(({ state }) => state === "scheduled" || state === "sending");
  const parts = [
    heading(
      "Alarms",
      status.alarms.map((one) => alarmLines(one, now, zone)),
    ),
    heading("Needs a person", personLines(status, person)),
    heading("Went out, and is no longer right", correctionLines(status)),
    heading(
      "Next",
      next.slice(0, 15).map((one) => deliveryLine(one, now, zone)),
    ),
    heading("Sources", sourceLines(status, now, zone)),
    heading("Ledger", [
      Object.entries(status.counts)
        .map(([state, many]) => `${many} ${state}`)
        .join(", ") || "empty",
    ]),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function heading(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `${paint("bold", title)}\n${indent(lines.join("\n"))}`;
}

/** What, since when, and what to do. */
function alarmLines({ severity, text, mend, since }: KnownAlarm, now: Date, zone: string): string {
  const when = since === null ? "" : ` Since ${inWords(new Date(since), now, zone)}.`;
  return `${paint(severity === "alarm" ? "red" : "yellow", severity)} ${text}${when}\n${indent(mend, 4)}`;
}

function personLines(status: Status, person: readonly Delivery[]): readonly string[] {
  return [
    ...heldLines(status.entries),
    ...person.map(
      (one) =>
        `${paint("yellow", one.state)} ${one.id} ${one.account} ${one.step}: ${one.reason ?? adviceFor(one)}${handLines(status, one)}`,
    ),
  ];
}

function correctionLines({ corrections }: Status): readonly string[] {
  return corrections.flatMap((one) => {
    const { correction, delivery } = one;
    const { id, account, step } = delivery;
    const said = `${paint("yellow", correction.state)} ${id} ${account} ${step}: ${shortDifference(correction)}`;
    const why = correction.reason === null ? [] : [`  ${correction.reason}`];
    const what = whatCanBeDone(correctionJson(one));
    return [said, ...why, ...(what === "" ? [] : [`  ${what}`])];
  });
}

/** Of many that are held for one reason the first few stand for all. */
function heldLines(entries: Status["entries"]): readonly string[] {
  const few = 5;
  const groups = Map.groupBy(entries, ({ reason }) => reason);
  return [...groups].flatMap(([reason, held]) => [
    ...held
      .slice(0, few)
      .map(
        ({ id, state, entry }) => `${paint("yellow", `${state} entry`)} ${id} “${entry.title}”: ${reason}`,
      ),
    ...(held.length > few
      ? [
          `${paint("yellow", "entries")} and ${held.length - few} or more for that reason: carillon status --json`,
        ]
      : []),
  ]);
}

/** What somebody copies who posts by hand. */
function handLines({ handoffs }: Status, { id }: Delivery): string {
  const handoff = handoffs.find((one) => one.id === id);
  if (handoff === undefined) return "";
  const { share, post } = handoff;
  const images = post.media.map(({ url, alt }) => `image  ${url}\n       ${alt || "no alternative text"}`);
  const title = post.title === null ? [] : [`title  ${post.title}`];
  const lines = [...(share === null ? [] : [`open   ${share}`]), ...title, post.text, ...images];
  return `\n${indent(lines.join("\n"), 4)}`;
}

const adviceFor = ({ id, state }: Delivery): string =>
  state === "draft" ? `waits for approval: carillon approve ${id}` : "look at it";

function deliveryLine(one: Delivery, now: Date, zone: string): string {
  const first = one.post.text.split("\n")[0] ?? "";
  return `${one.id}  ${inWords(new Date(one.dueAt), now, zone)}  ${one.account}  ${first.slice(0, 60)}${one.reason ? ` (${one.reason})` : ""}`;
}

function sourceLines(status: Status, now: Date, zone: string): readonly string[] {
  const rows = status.sources.map(({ name, answeredAt, reason }) => [
    name,
    answeredAt === null ? "not read yet" : `read ${inWords(new Date(answeredAt), now, zone)}`,
    reason === null ? paint("green", "ok") : paint("red", reason),
  ]);
  return rows.length === 0 ? [] : table(rows).split("\n");
}
