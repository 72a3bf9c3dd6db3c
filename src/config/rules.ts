import { worded } from "../model/worded.ts";
import type { Finding, Path } from "./finding.ts";
import { checkSignIn } from "./issuer.ts";
import { checkEvents } from "./receivers.ts";
import type { Parsed, ParsedCampaign, ParsedQuiet, ParsedSource } from "./schema.ts";
import { checkStep, checkTogether } from "./step-rules.ts";
import { suggest } from "../model/similar.ts";

/** Names that the file has, also of things that could not be understood. */
export interface Names {
  readonly sources: readonly string[];
  readonly accounts: readonly string[];
}

/** What each setting alone cannot tell: names that must exist, settings that belong together. */
export function checkRules(parsed: Parsed, names: Names): readonly Finding[] {
  return [
    ...checkLedger(parsed.ledger),
    ...checkAlarm(parsed, names),
    ...checkSignIn(parsed),
    ...checkEvents(parsed),
    ...Object.entries(parsed.sources).flatMap(([name, source]) => checkSource(name, source, parsed, names)),
    ...checkQuiet(["site", "quiet", "days"], parsed.site.quiet),
    ...Object.entries(parsed.accounts).flatMap(([name, { quiet }]) =>
      checkQuiet(["accounts", name, "quiet", "days"], quiet),
    ),
    ...Object.entries(parsed.groups).flatMap(([name, members]) => checkGroup(name, members, names)),
    ...Object.entries(parsed.campaigns).flatMap(([name, campaign]) =>
      checkCampaign(name, campaign, parsed, names),
    ),
  ];
}

function checkLedger(ledger: string): readonly Finding[] {
  const scheme = /^(\w+):\/\//.exec(ledger)?.[1];
  if (scheme === undefined || /^postgres(ql)?$/.test(scheme)) return [];
  const mend = worded`Give a SQLite file, such as ./data/carillon.db, or an address postgres://….`;
  return [{ path: ["ledger"], problem: worded`The ledger cannot be kept there.`, mend }];
}

function checkAlarm({ alarm, accounts }: Parsed, names: Names): readonly Finding[] {
  if (alarm === undefined) return [];
  const handoff = accounts[alarm]?.["handoff"] ?? "false";
  if (handoff === "false") return checkName(["alarm"], "account", alarm, names.accounts);
  const problem = worded`“${alarm}” is posted to by hand, so it cannot call anybody.`;
  return [{ path: ["alarm"], problem, mend: worded`Name an account that Carillon posts to by itself.` }];
}

const markdownOnly = ["site", "permalink", "first"] as const;

function checkSource(
  name: string,
  source: ParsedSource,
  { sources }: Parsed,
  names: Names,
): readonly Finding[] {
  const path: Path = ["sources", name];
  return [
    ...checkKind(path, source),
    ...checkHook([...path, "hook", "secret"], source.hook),
    ...checkTranslates([...path, "translates"], name, source.translates, sources, names),
  ];
}

function checkKind(path: Path, source: ParsedSource): readonly Finding[] {
  if ((source.feed === undefined) === (source.markdown === undefined)) {
    const problem =
      source.feed === undefined
        ? worded`This source reads nothing.`
        : worded`A source reads a feed or Markdown, not both.`;
    return [{ path, problem, mend: worded`Give either feed: https://… or markdown: ./…/*.md.` }];
  }
  if (source.feed !== undefined) {
    const extra = markdownOnly.filter((key) => source[key] !== undefined);
    return extra.map((key) => ({
      path: [...path, key],
      problem: worded`A feed has no “${key}”.`,
      mend: worded`Take it out.`,
    }));
  }
  if (source.site !== undefined) return [];
  const mend = worded`Give the address of the site that the Markdown is published on, such as https://blog.example.org.`;
  return [{ path: [...path, "site"], problem: worded`The setting “site” is missing.`, mend }];
}

function checkHook(path: Path, hook: ParsedSource["hook"]): readonly Finding[] {
  if (hook === undefined || hook.secret.length >= 16) return [];
  const mend = worded`Make one of 16 characters or more: \`openssl rand -base64 32\`.`;
  return [{ path, problem: worded`The secret is so short that it can be guessed.`, mend }];
}

function checkTranslates(
  path: Path,
  name: string,
  target: string | undefined,
  sources: Parsed["sources"],
  names: Names,
): readonly Finding[] {
  if (target === undefined) return [];
  if (target === name)
    return [{ path, problem: worded`A source cannot translate itself.`, mend: worded`Name the original.` }];
  const original = sources[target]?.translates;
  if (original === undefined) return checkName(path, "source", target, names.sources);
  const circle = circleOf(name, sources);
  if (circle !== null) {
    const problem = worded`These sources translate each other in a circle: ${circle.join(" → ")}.`;
    return [{ path, problem, mend: worded`Take “translates” out of the one that is the original.` }];
  }
  return [
    {
      path,
      problem: worded`“${target}” is itself a translation.`,
      mend: worded`Name its original, “${original}”.`,
    },
  ];
}

/** From a source by what each translates back to itself; null where that ends, or turns without it. */
function circleOf(name: string, sources: Parsed["sources"]): readonly string[] | null {
  const way = [name];
  for (let next = sources[name]?.translates; next !== undefined; next = sources[next]?.translates) {
    if (next === name) return [...way, name];
    if (way.includes(next)) return null;
    way.push(next);
  }
  return null;
}

function checkCampaign(
  name: string,
  campaign: ParsedCampaign,
  parsed: Parsed,
  names: Names,
): readonly Finding[] {
  const path: Path = ["campaigns", name];
  return [
    ...checkName([...path, "source"], "source", campaign.source, names.sources),
    ...Object.entries(campaign.steps).flatMap(([key, step]) =>
      checkStep([...path, "steps", key], step, parsed, names.accounts),
    ),
    ...checkTogether(name, campaign, parsed),
  ];
}

function checkGroup(name: string, members: readonly string[], { accounts }: Names): readonly Finding[] {
  const path: Path = ["groups", name];
  const mend = worded`Give the group another name.`;
  const double = accounts.includes(name)
    ? [{ path, problem: worded`There is an account “${name}” too.`, mend }]
    : [];
  return [
    ...double,
    ...members.flatMap((one, index) => checkName([...path, index], "account", one, accounts)),
  ];
}

function checkQuiet(path: Path, quiet: ParsedQuiet | undefined): readonly Finding[] {
  const days = new Set(quiet?.days.filter((day) => typeof day === "number"));
  if (days.size < 7) return [];
  return [
    {
      path,
      problem: worded`Every day is quiet, so nothing would ever go out.`,
      mend: worded`Leave a day out.`,
    },
  ];
}

function checkName(
  path: Path,
  kind: "source" | "account",
  name: string,
  known: readonly string[],
): readonly Finding[] {
  if (known.includes(name)) return [];
  return [{ path, problem: worded`There is no ${kind} “${name}”.`, mend: suggest(name, known) }];
}
