import type { Session } from "../channel.ts";
import { classifyNetwork } from "../failure.ts";
import type { Check, Fault, Need, Stage, Subject } from "./subject.ts";

/** What of a stage could be set up. */
export type Setting = Partial<Stage> &
  Pick<Stage, "channel" | "secrets" | "subject"> & {
    /** Why there is no session. */
    readonly closed: string;
    /** Opening was tried. */
    readonly tried: boolean;
  };

/** Opens the account, where one was given. Never throws. */
export async function setStage(subject: Subject): Promise<Setting> {
  const { channel, settings, io, world } = subject;
  const base = { channel, subject, secrets: secretsOf(subject), tried: false, ...(world && { world }) };
  if (!settings || !io) return { ...base, closed: "no account was given to try it with" };
  const closed = channel.abilities.previewOnly;
  if (closed !== undefined) return { ...base, closed };
  const stage = { ...base, settings, io, tried: true, closed: "the account did not open" };
  try {
    return { ...stage, session: await channel.open(settings, io) };
  } catch (error) {
    return { ...stage, closed: `the account did not open: ${describe(error, stage)}` };
  }
}

/** Why a check cannot run here; undefined where all that it needs is there. */
export function whySkip(check: Check, stage: Setting): string | undefined {
  const excuse = stage.subject.excused?.[check.name];
  if (excuse !== undefined) return excuse;
  if (check.needs.some((need) => need !== "network") && !stage.session) return stage.closed;
  return check.needs.map((need) => missing(need, stage)).find((reason) => reason !== undefined);
}

function missing(need: Need, stage: Setting): string | undefined {
  return isMet(need, stage) ? undefined : (why[need] ?? `its test server cannot bring about "${need}"`);
}

const why: Partial<Record<Need, string>> = {
  network: "its posts live here, where nothing is lost on the way",
  session: "no account was given to try it with",
  world: "nothing tells what followers see",
  media: "no image was given, or the network takes none",
  server: "the account has no setting called server",
  secret: "the account has no secret",
  find: "the channel cannot look a post up",
  sameFor: "publishing again is not the same post on this server",
  thread: "the network has no replies",
  edit: "the network has no edits",
  remove: "the network removes nothing",
  metrics: "the network counts nothing",
  language: "the network knows no languages",
  altText: "the network has no alternative texts",
};

const tests: Partial<Record<Need, (stage: Setting, session: Session | undefined) => boolean>> = {
  network: ({ channel }) => channel.abilities.local !== true,
  session: (_, session) => session !== undefined,
  world: ({ world }) => world !== undefined,
  media: ({ subject, channel }) => subject.media !== undefined && channel.limits.media > 0,
  server: ({ settings }) => typeof settings?.["server"] === "string",
  secret: ({ secrets }) => secrets.length > 0,
  find: ({ channel }, session) => (session?.repeat ?? channel.repeat).find === true,
  sameFor: ({ channel }, session) => (session?.repeat ?? channel.repeat).sameFor !== undefined,
};

function isMet(need: Need, stage: Setting): boolean {
  const test = tests[need];
  if (test) return test(stage, stage.session);
  if (need in stage.channel.abilities) return Boolean(Reflect.get(stage.channel.abilities, need));
  return stage.world?.faults?.includes(need as Fault) ?? false;
}

/** The values of an account's secrets, except those too short to be any. */
function secretsOf({ channel, settings = {} }: Subject): string[] {
  return Object.entries(settings).flatMap(([name, value]) =>
    channel.settings[name]?.secret && typeof value === "string" && value.length >= 4 ? [value] : [],
  );
}

/** One sentence about an error, whatever it is, without secrets. */
export function describe(error: unknown, stage: Pick<Setting, "secrets">): string {
  const text = error instanceof Error && error.message !== "" ? error.message : classifyNetwork(error).reason;
  return stage.secrets.reduce((all, secret) => all.replaceAll(secret, "(secret)"), text);
}
