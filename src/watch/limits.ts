import { writeMoment } from "../model/moment.ts";
import { worded } from "../model/worded.ts";
import { alarm, type Alarm } from "./alarm.ts";
import type { Purse, Ration, World } from "./world.ts";

/** Accounts that have planned more posts than their network will take until it counts anew: of each, the limit that lacks most. */
export function alarmsOfLimits({ rations = [], zone, voice }: World): readonly Alarm[] {
  const short = rations.filter(({ posts, planned }) => planned > posts);
  return [...Map.groupBy(short, ({ account }) => account)].flatMap(([account, some]) => {
    const [worst] = some.toSorted((a, b) => lackOf(b) - lackOf(a));
    return worst === undefined ? [] : [alarmOf(worst, zone, account === voice?.account)];
  });
}

/** Accounts whose planned posts cost more than their budget leaves. */
export function alarmsOfBudgets({ purses = [], voice }: World): readonly Alarm[] {
  return purses
    .filter(({ planned, left }) => planned > left)
    .map(({ account, words }: Purse) =>
      alarm("budget", account, {
        severity: "warning",
        since: null,
        text: worded`What is planned for ${account} this month costs more than its budget leaves: ${words.planned} planned, ${words.left} left.`,
        mend: worded`Raise \`budget\` in the configuration, or move or cancel posts: those that it does not cover are held at their time.`,
        silent: account === voice?.account,
      }),
    );
}

const lackOf = ({ planned, posts }: Ration): number => planned - posts;

function alarmOf({ account, posts, planned, until }: Ration, zone: string, silent: boolean): Alarm {
  const time = writeMoment(new Date(until), zone);
  return alarm("limit", account, {
    severity: "warning",
    since: null,
    text: worded`Until ${time} more is planned for ${account} than its network takes: ${planned} planned, ${posts} left.`,
    mend: worded`Move what can wait to a later time. What is left goes out by itself when the network takes it.`,
    silent,
  });
}
