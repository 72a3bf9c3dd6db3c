import { alarm, because, type Alarm } from "./alarm.ts";
import type { World } from "./world.ts";

/** Accounts that cannot post, or soon cannot, and what of the configuration was left out. */
export function alarmsOfAccounts({ accounts, endings, problems, voice }: World): readonly Alarm[] {
  const isVoice = (account: string): boolean => account === voice?.account;
  return [
    ...problems.map(({ path, line, problem, mend }) =>
      alarm("configuration", path, {
        since: null,
        text: `The configuration has a problem at ${path}${line === null ? "" : ` (line ${line})`}${because(problem)}`,
        mend: `${mend} Then start Carillon again.`,
      }),
    ),
    ...accounts.flatMap(({ name, parked }) =>
      parked === null
        ? []
        : alarm("parked", name, {
            since: null,
            text: `The account ${name} cannot post${because(parked)}`,
            mend: `Mend that, then \`carillon accounts test ${name}\`: what waits for it goes on.`,
            silent: isVoice(name),
          }),
    ),
    ...endings.map(({ account, kind, until, fact, mend, planned }) =>
      alarm(kind, account, {
        severity: kind === "ended" ? "alarm" : "warning",
        since: kind === "ended" ? until : null,
        text: `${fact}.${planned && ` ${planned}`}`,
        mend: `${mend.charAt(0).toUpperCase()}${mend.slice(1)}.`,
        silent: isVoice(account) && kind !== "ending",
      }),
    ),
    ...(voice !== null && voice.problem !== null ? [alarmOfVoice(voice.account, voice.problem)] : []),
  ];
}

const alarmOfVoice = (account: string, problem: string): Alarm =>
  alarm("voice", account, {
    since: null,
    text: `Nobody is told of alarms${because(problem)}`,
    mend: "Name another account as `alarm` in the configuration.",
    silent: true,
  });
