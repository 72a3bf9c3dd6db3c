import { suggest } from "../model/similar.ts";
import { worded } from "../model/worded.ts";
import type { Finding, Path } from "./finding.ts";
import type { Parsed, ParsedCampaign, ParsedStep } from "./schema.ts";

type Wrong = Pick<Finding, "problem" | "mend">;

/** What a step's settings say together. `accounts` are those that the file has, also if they could not be understood. */
export function checkStep(
  path: Path,
  step: ParsedStep,
  parsed: Parsed,
  accounts: readonly string[],
): readonly Finding[] {
  const known = [...accounts, ...Object.keys(parsed.groups)];
  const strangers = step.to.flatMap((name, index) =>
    known.includes(name)
      ? []
      : [
          {
            path: [...path, "to", index],
            problem: worded`There is no account “${name}”.`,
            mend: suggest(name, known),
          },
        ],
  );
  return [...strangers, ...checkKind(path, step), ...checkLanguages(path, step, parsed)];
}

const storiesOnly = ["sections", "limit", "order"] as const;

function checkKind(path: Path, step: ParsedStep): readonly Finding[] {
  const at = (key: string, wrong: Wrong): Finding => ({ path: [...path, key], ...wrong });
  const stories = step.each === "story" || step.before !== undefined;
  const extra = stories ? [] : storiesOnly.filter((key) => step[key] !== undefined);
  const every = step.every !== undefined && (step.each !== "story" || step.before !== undefined);
  const isBefore = step.at.kind === "before";
  return [
    ...[...extra, ...(every ? ["every"] : [])].map((key) => at(key, onlyStories(key))),
    ...(isBefore && step.before === undefined ? [at("at", beforeWhat)] : []),
    ...(!isBefore && step.before !== undefined ? [at("at", howLongBefore)] : []),
    ...(step.repeat !== undefined && stories ? [at("repeat", repeatsStories)] : []),
    ...(step.unless !== undefined && Object.values(step.unless).every((one) => one === undefined)
      ? [at("unless", emptyUnless)]
      : []),
    ...(step.on === undefined ? [] : checkCalendar(step).map((key) => at(key, byCalendar(key)))),
  ];
}

const onlyStories = (key: string): Wrong => ({
  problem: worded`“${key}” is only for a step that goes through the stories.`,
  mend: worded`Add each: story, or take it out.`,
});

const beforeWhat: Wrong = {
  problem: worded`This is before something that nobody names.`,
  mend: worded`Add before: event, or give another time.`,
};

const howLongBefore: Wrong = {
  problem: worded`It is not said how long before the event.`,
  mend: worded`Give a time such as at: "1d before at 10:00".`,
};

const repeatsStories: Wrong = {
  problem: worded`Stories are not repeated, only what is about a whole entry.`,
  mend: worded`Take it out, or take each: story out.`,
};

const emptyUnless: Wrong = {
  problem: worded`This names nothing that the announcement could reach.`,
  mend: worded`Give a number of likes, reposts or replies, such as { likes: 20 }.`,
};

/** What means nothing for a step whose days are those of the calendar. */
function checkCalendar(step: ParsedStep): readonly string[] {
  const { each, after, before, of, repeat, days, at } = step;
  return [
    ...(each === "story" ? ["each"] : []),
    ...(after > 0 ? ["after"] : []),
    ...(before === undefined ? [] : ["before"]),
    ...(of === undefined ? [] : ["of"]),
    ...(repeat === undefined ? [] : ["repeat"]),
    ...(days === undefined ? [] : ["days"]),
    ...(at.kind === "now" ? [] : ["at"]),
  ];
}

const byCalendar = (key: string): Wrong => ({
  problem: worded`“on” says already when it goes out, so “${key}” means nothing here.`,
  mend: worded`Take one of the two out.`,
});

/** Translations go to accounts of their language, which must have one. */
function checkLanguages(path: Path, step: ParsedStep, parsed: Parsed): readonly Finding[] {
  if (step.of === undefined) return [];
  return step.to.flatMap((name, index) => {
    const members = parsed.groups[name] ?? [name];
    const silent = members.find((one) => one in parsed.accounts && !parsed.accounts[one]?.["language"]);
    if (silent === undefined) return [];
    const problem = worded`The account “${silent}” has no language, so no translation is for it.`;
    return [
      {
        path: [...path, "to", index],
        problem,
        mend: worded`Give accounts.${silent} a language, such as language: de.`,
      },
    ];
  });
}

/** What a whole campaign says: what it translates, and what another campaign says already. */
export function checkTogether(name: string, campaign: ParsedCampaign, parsed: Parsed): readonly Finding[] {
  const path: Path = ["campaigns", name, "steps"];
  const translated = Object.values(parsed.sources).some(({ translates }) => translates === campaign.source);
  return Object.entries(campaign.steps).flatMap(([key, step]) => [
    ...(step.of !== undefined && !translated && campaign.source in parsed.sources
      ? [{ path: [...path, key, "of"], ...untranslated(campaign.source) }]
      : []),
    ...twice(name, key, campaign, parsed).map((wrong) => ({ path: [...path, key, "to"], ...wrong })),
  ]);
}

const untranslated = (source: string): Wrong => ({
  problem: worded`No source translates “${source}”.`,
  mend: worded`Give a source translates: ${source}, or take this step out.`,
});

/** It tells of an entry as soon as that is there. */
const isAnnouncing = ({ each, after, on, before, of }: ParsedStep): boolean =>
  each === "entry" && after === 0 && on === undefined && before === undefined && of === undefined;

/** An earlier campaign says the same step of the same entries to the same account, or announces them there too. */
function twice(name: string, key: string, campaign: ParsedCampaign, parsed: Parsed): readonly Wrong[] {
  const members = (step: ParsedStep): readonly string[] =>
    step.to.flatMap((one) => parsed.groups[one] ?? [one]);
  const all = Object.entries(parsed.campaigns);
  const earlier = all.slice(
    0,
    all.findIndex(([other]) => other === name),
  );
  const step = campaign.steps[key];
  const own = new Set(step === undefined ? [] : members(step));
  return earlier.flatMap(([other, { source, steps }]) => {
    if (source !== campaign.source || step === undefined) return [];
    for (const [theirs, same] of Object.entries(steps)) {
      const shared = members(same).find((one) => own.has(one));
      const isSame = theirs === key || (isAnnouncing(step) && isAnnouncing(same));
      if (isSame && shared !== undefined) return [saidTwice(other, theirs, key, shared)];
    }
    return [];
  });
}

const saidTwice = (campaign: string, step: string, own: string, account: string): Wrong =>
  step === own
    ? {
        problem: worded`“${campaign}” says ${step} of the same entries to “${account}” already: it would be said twice.`,
        mend: worded`Take ${account} out of one of the two, or give this step another name.`,
      }
    : {
        problem: worded`“${campaign}” announces the same entries to “${account}” already, by ${step}: it would be told twice.`,
        mend: worded`Take ${account} out of one of the two, or say when this one follows, such as after: 2d.`,
      };
