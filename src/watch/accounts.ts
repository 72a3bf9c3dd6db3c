import { worded } from "../model/worded.ts";
import { alarm, bare, because, type Alarm } from "./alarm.ts";
import type { World } from "./world.ts";

/** Accounts that cannot post, or soon cannot, and what of the configuration was left out. */
export function alarmsOfAccounts({ accounts, endings, problems, voice }: World): readonly Alarm[] {
  const isVoice = (account: string): boolean => account === voice?.account;
  return [
    ...problems.map(({ path, line, problem, mend }) =>
      alarm("configuration", path, {
        since: null,
        text: worded`The configuration has a problem at ${line === null ? path : `${path} (line ${line})`}: ${bare(problem)}.`,
        mend: `${mend} ${worded`Then start Carillon again.`}`,
      }),
    ),
    ...accounts.flatMap(({ name, parked }) =>
      parked === null
        ? []
        : alarm("parked", name, {
            since: null,
            text: worded`The account ${name} cannot post${because(parked)}`,
            mend: worded`Mend that, then \`carillon accounts test ${name}\`: what waits for it goes on.`,
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
    text: worded`Nobody is told of alarms${because(problem)}`,
    mend: worded`Name another account as \`alarm\` in the configuration.`,
    silent: true,
  });
