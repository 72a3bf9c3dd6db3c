import type { Channel } from "../channel/channel.ts";
import type { Account, Money, Person } from "../model/account.ts";
import { worded } from "../model/worded.ts";
import type { Finding, Path } from "./finding.ts";
import { readManner } from "./manner.ts";
import { readPace } from "./pace.ts";

type Texts = Readonly<Record<string, string | null | undefined>>;

/** What stands next to the settings of any account, and no channel's setting may be called. */
export const accountKeys = {
  channel: "a built-in channel, or the name of an npm package that is one",
  handoff:
    "true, or the name of the person who posts by hand: Carillon composes, schedules, calls and records",
  budget: "the most that its posts may cost in a calendar month, such as 20 USD/month",
  language: "the language that translations must be in to go there, such as de",
  timezone: "the zone that its times are meant in, such as America/New_York; else the site's",
  quiet: "when nothing goes out there; else when the site is quiet",
  gap: "the least time between two posts, such as 30m",
  perDay: "the most posts a day; what is more goes out on the next",
  test: "true for an account that is there for tests: the team's pages send test posts there, and nowhere else",
  link: "text, reply or card: where the link stands; else where the network wants it",
  mentions: "false: people whom people.yaml knows are not mentioned there",
  results:
    "false: likes, reposts and replies are not counted; true: also where the network charges for each look",
  utm: "true, or { source: …, medium: …, campaign: … }: said in links to the site's own pages",
} as const;

export const budgetPattern = String.raw`^\d{1,6}(\.\d{1,3})? USD/month$`;

interface Understood {
  readonly common: Pick<
    Account,
    "handoff" | "budget" | "language" | "pace" | "test" | "link" | "mentions" | "results"
  >;
  readonly findings: readonly Finding[];
}

/** Reads what is not the channel's business. */
export function readAccountKeys(texts: Texts, channel: Channel, path: Path): Understood {
  const handoff = readHandoff(texts["handoff"] ?? "");
  const budget = readBudget(texts["budget"] ?? "", channel);
  const test = readTest(texts["test"] ?? "", channel);
  const results = readResults(texts["results"] ?? "", channel);
  const { pace, language, wrong } = readPace(texts);
  const manner = readManner(texts, channel);
  const findings = Object.entries({ handoff, budget, test, results, ...wrong, ...manner.wrong }).flatMap(
    ([key, read]) =>
      typeof read === "object" && "problem" in read ? [{ path: [...path, key], ...read }] : [],
  );
  const common = {
    ...(handoff && !("problem" in handoff) && { handoff }),
    ...(budget && !("problem" in budget) && { budget }),
    ...(language !== undefined && { language }),
    ...(test === true && { test }),
    ...(typeof results === "boolean" && { results }),
    ...manner.common,
    ...(Object.keys(pace).length > 0 && { pace }),
  };
  return { common, findings };
}

type Wrong = Pick<Finding, "problem" | "mend">;

function readHandoff(text: string): Person | Wrong | undefined {
  if (text === "" || text === "false") return undefined;
  if (text === "true") return { name: null };
  if (/^\S[^\n]{0,59}$/.test(text)) return { name: text.trim() };
  return {
    problem: worded`This is no person's name.`,
    mend: worded`Write true, or a name of at most 60 characters.`,
  };
}

function readTest(text: string, channel: Channel): boolean | Wrong {
  if (text === "" || text === "false") return false;
  if (text !== "true")
    return {
      problem: worded`This is neither true nor false.`,
      mend: worded`Write one of the two, or take it out.`,
    };
  if (channel.abilities.local !== true) return true;
  const problem = worded`What this account posts is public on this site, so it is none for tests.`;
  return { problem, mend: worded`Take it out, and make an account for tests on another channel.` };
}

function readResults(text: string, { label, abilities }: Channel): boolean | Wrong | undefined {
  if (text === "") return undefined;
  if (text !== "true" && text !== "false")
    return {
      problem: worded`This is neither true nor false.`,
      mend: worded`Write one of the two, or take it out.`,
    };
  if (abilities.metrics || text === "false") return text === "true";
  return { problem: worded`${label} counts neither likes nor anything else.`, mend: worded`Take it out.` };
}

function readBudget(text: string, channel: Channel): Money | Wrong | undefined {
  if (text === "") return undefined;
  if (channel.cost === undefined)
    return { problem: worded`Posts on ${channel.label} cost nothing.`, mend: worded`Take the budget out.` };
  if (new RegExp(budgetPattern).test(text)) return { amount: Number.parseFloat(text), currency: "USD" };
  return {
    problem: worded`This is no budget that can be kept.`,
    mend: worded`Write it as an amount in US dollars a month, such as 20 USD/month.`,
  };
}
