import { writeMoment } from "../model/moment.ts";
import type { WrongPosts } from "../ledger/wrong-posts.ts";
import type { Withdrawal } from "../ledger/withdrawals.ts";
import type { SourceState } from "../ledger/sources.ts";
import { worded } from "../model/worded.ts";
import { alarm, because, type Alarm } from "./alarm.ts";
import type { Doubtful, World } from "./world.ts";

const day = 86_400_000;
/** Failures in a row of a source that has never answered. */
const patience = 3;

/** What should have come in, and what came in and goes no further. */
export function alarmsOfEntries(
  { expected, doubtful, withdrawn = [], wrong = [], sources, zone }: World,
  now: Date,
): readonly Alarm[] {
  return [
    ...sources.filter((source) => isSilent(source, now)).map(alarmOfSource),
    ...expected
      .filter(({ came }) => !came)
      .map(({ campaign, source, at, by }) =>
        alarm("missing", `${campaign}:${at}`, {
          since: at,
          text: worded`No new entry of ${source} has come, and ${campaign} expected one by ${writeMoment(new Date(by), zone)}.`,
          mend: worded`If it is out, \`carillon read ${source}\` shows what is understood of it; else this ends when it comes.`,
        }),
      ),
    ...doubtful.map(alarmOfDoubt),
    ...withdrawn.map(alarmOfWithdrawal),
    ...wrong.map(alarmOfWrong),
  ];
}

/** One that is asked seldom has not answered for longer than a day without any fault. */
function isSilent({ polledAt, answeredAt, failures }: SourceState, now: Date): boolean {
  if (polledAt === null || failures === 0) return false;
  return answeredAt === null ? failures >= patience : now.getTime() - Date.parse(answeredAt) >= day;
}

function alarmOfSource({ name, answeredAt, reason }: SourceState): Alarm {
  return alarm("source", name, {
    since: answeredAt,
    text:
      answeredAt === null
        ? worded`The source ${name} has not answered yet${because(reason)}`
        : worded`The source ${name} has not answered for a day${because(reason)}`,
    mend: worded`\`carillon read ${name}\` asks it now; its address is in the configuration.`,
  });
}

function alarmOfDoubt({ source, many, since, id, title, reason }: Doubtful): Alarm {
  if (many === 1)
    return alarm("entry", source, {
      since,
      text: worded`The entry “${title}” of ${source} waits for a person${because(reason)}`,
      mend: worded`\`carillon release ${id}\` lets it go out, \`carillon cancel ${id}\` passes it over.`,
    });
  return alarm("entry", source, {
    since,
    text: worded`${many} entries of ${source} wait for a person${because(reason)}`,
    mend: worded`\`carillon status\` lists them; \`carillon release ${source}\` lets all go.`,
  });
}

function alarmOfWithdrawal({ entry, title, source, since, posts }: Withdrawal): Alarm {
  const many = posts === 1 ? worded`1 post is held` : worded`${posts} posts are held`;
  return alarm("withdrawn", entry, {
    since,
    text: worded`The entry “${title}” has vanished from ${source}, and ${many} until somebody knows why.`,
    mend: worded`\`carillon status\` lists them: release what is still true, cancel the rest. They go on by themselves if the entry comes back.`,
  });
}

/** A warning: what went out was right then, and nothing stands still. Told once an entry, however many posts it is. */
function alarmOfWrong({ entry, title, posts, since }: WrongPosts): Alarm {
  const text =
    posts === 1
      ? worded`A post about “${title}” is live and no longer says what the entry says.`
      : worded`${posts} posts about “${title}” are live and no longer say what the entry says.`;
  return alarm("correction", entry, {
    severity: "warning",
    since,
    text,
    mend: worded`\`carillon corrections ${entry}\` shows what changed, word by word, and what can be done about it.`,
  });
}
