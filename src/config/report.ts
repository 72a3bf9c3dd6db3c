import { worded } from "../model/worded.ts";
import type { Channels } from "./accounts.ts";
import type { Finding } from "./finding.ts";
import type { Names } from "./rules.ts";
import type { Parsed } from "./schema.ts";
import { suggest } from "../model/similar.ts";

/** Whether the monthly report can go where it is to go, then. */
export async function checkReport(
  { report, accounts }: Parsed,
  names: Names,
  { find }: Channels,
): Promise<readonly Finding[]> {
  if (report === undefined) return [];
  const mend = worded`Give a day of the month and a time, such as monthly 1 at 9:00.`;
  const when =
    report.on.kind === "monthly"
      ? []
      : [{ path: ["report", "on"], problem: worded`A report is monthly.`, mend }];
  const wrong = names.accounts.includes(report.to)
    ? await whyNotThere(report.to, accounts[report.to] ?? {}, find)
    : { problem: worded`There is no account “${report.to}”.`, mend: suggest(report.to, names.accounts) };
  return wrong === null ? when : [...when, { path: ["report", "to"], ...wrong }];
}

async function whyNotThere(
  name: string,
  { handoff, channel }: Readonly<Record<string, unknown>>,
  find: Channels["find"],
): Promise<Pick<Finding, "problem" | "mend"> | null> {
  if ((handoff ?? "false") !== "false")
    return {
      problem: worded`“${name}” is posted to by hand, so no report can be sent there.`,
      mend: worded`Name an account that Carillon posts to by itself.`,
    };
  if (typeof channel !== "string" || !(await isLocal(channel, find))) return null;
  return {
    problem: worded`What “${name}” posts is public on this site.`,
    mend: worded`Name an account that only the team reads, such as its chat room.`,
  };
}

/** A channel that does not work is told of at its account. */
async function isLocal(channel: string, find: Channels["find"]): Promise<boolean> {
  try {
    return (await find(channel))?.abilities.local === true;
  } catch {
    return false;
  }
}
