import type { Finding } from "./finding.ts";
import type { Parsed } from "./schema.ts";

const kinds = ["sources", "accounts", "campaigns"] as const;

/** True where a problem is not that of one source, account, campaign, the alarm, the report, the sign-in or the events, which the others could do without. */
export function spoilsAll(findings: readonly Finding[]): boolean {
  return findings.some(
    ({ path }) =>
      !isAlarm(path) &&
      !isReport(path) &&
      !isSignIn(path) &&
      !isEvents(path) &&
      !isGroups(path) &&
      (path.length < 2 || !kinds.some((kind) => kind === path[0])),
  );
}

const isAlarm = ([first]: Finding["path"]): boolean => first === "alarm";

const isReport = ([first]: Finding["path"]): boolean => first === "report";

const isEvents = ([first]: Finding["path"]): boolean => first === "events";

const isSignIn = ([first]: Finding["path"]): boolean => first === "signIn";

/** Of a group, the accounts that there are remain. */
const isGroups = ([first]: Finding["path"]): boolean => first === "groups";

/** What remains without the sources, accounts and campaigns that have problems. */
export function leaveOut(parsed: Parsed, findings: readonly Finding[]): Parsed {
  const broken = new Set(findings.map(({ path }) => partOf(path[0], path[1])));
  const sound = <T>(kind: string, things: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(things).filter(([name]) => !broken.has(partOf(kind, name))));
  const { alarm, report, signIn, ...rest } = parsed;
  return {
    ...rest,
    ...(alarm !== undefined && !findings.some(({ path }) => isAlarm(path)) && { alarm }),
    ...(report && !findings.some(({ path }) => isReport(path)) && { report }),
    ...(signIn && !findings.some(({ path }) => isSignIn(path)) && { signIn }),
    events: findings.some(({ path }) => isEvents(path)) ? [] : parsed.events,
    sources: sound("sources", parsed.sources),
    accounts: sound("accounts", parsed.accounts),
    campaigns: sound("campaigns", parsed.campaigns),
  };
}

function partOf(kind: PropertyKey | undefined, name: PropertyKey | undefined): string {
  return `${String(kind)}.${String(name)}`;
}
