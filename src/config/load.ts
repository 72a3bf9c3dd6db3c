import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Problem } from "../model/problem.ts";
import { worded } from "../model/worded.ts";
import { type Channels, readAccounts } from "./accounts.ts";
import type { Config } from "./config.ts";
import { readDocument, type Written } from "./document.ts";
import { type Finding, firstAtEachPlace, isGroup, written } from "./finding.ts";
import { normalise } from "./normalise.ts";
import { override } from "./override.ts";
import { parse } from "./parse.ts";
import { leaveOut, spoilsAll } from "./parts.ts";
import { readPeopleFile } from "./people-file.ts";
import { checkReport } from "./report.ts";
import { checkRules } from "./rules.ts";
import { expand, type World } from "./variables.ts";
import { checkWording } from "./wording-rules.ts";

interface Loaded {
  /**
   * Without the sources, accounts and campaigns that have problems (`accounts.NAME` begins the problem's path);
   * null where another problem spoils all.
   */
  readonly config: Config | null;
  /** All there are, a place once, in the order of the file. */
  readonly problems: readonly Problem[];
}

/**
 * Reads and checks a configuration file. Relative paths in it are relative to its folder. `env` gives `${NAME}`,
 * and DATABASE_URL, CARILLON_PORT and PORT, which come before the file. `known` are channels' names to suggest.
 */
export async function loadConfig(
  file: string,
  env: World["env"],
  find: Channels["find"],
  known: readonly string[] = [],
): Promise<Loaded> {
  const path = resolve(file);
  const text = readText(path);
  if (text === undefined) return { config: null, problems: [noFile(path)] };
  const document = readDocument(text, path);
  if (!("value" in document)) return { config: null, problems: document };
  return understand(document, path, env, { find, known });
}

async function understand(
  document: Written,
  file: string,
  env: World["env"],
  channels: Channels,
): Promise<Loaded> {
  const readFile = (name: string): string | undefined => readText(resolve(dirname(file), name));
  const expanded = expand(override(document.value, env), { env, readFile });
  const { parsed, findings } = await parse(expanded.value, document.value);
  const names = { sources: keys(document.value["sources"]), accounts: keys(document.value["accounts"]) };
  const { accounts, findings: settings, spared } = await readAccounts(parsed.accounts, channels);
  const folder = parsed.templates === undefined ? undefined : resolve(dirname(file), parsed.templates);
  const wording = await checkWording(parsed, accounts, channels, folder);
  const report = await checkReport(parsed, names, channels);
  const rules = [...checkTemplates(folder), ...checkRules(parsed, names), ...report, ...wording];
  const needless = new Set(spared.map(written));
  const unset = expanded.findings.filter(({ path }) => !needless.has(written(path)));
  const all = [...unset, ...findings, ...settings, ...rules];
  const { people, problems: unnamed } = await readPeopleFile({
    people: parsed.people,
    accounts,
    file,
    document,
    channels,
    read: readText,
  });
  const problems = [...toProblems(all, document), ...unnamed];
  if (spoilsAll(all)) return { config: null, problems };
  const sound = leaveOut(parsed, all);
  const config = normalise(
    sound,
    accounts.filter(({ name }) => name in sound.accounts),
    file,
  );
  const awake = new Set(config.campaigns.map(({ name }) => name));
  const asleep = keys(document.value["campaigns"]).filter((name) => !awake.has(name));
  const more = { ...(asleep.length > 0 && { asleep }), ...(people.length > 0 && { people }) };
  return { config: { ...config, ...more }, problems };
}

function checkTemplates(folder: string | undefined): readonly Finding[] {
  if (folder === undefined || existsSync(folder)) return [];
  const mend = worded`Make it, or take this setting out: the built-in templates are always there.`;
  return [{ path: ["templates"], problem: worded`There is no such folder.`, mend }];
}

function toProblems(findings: readonly Finding[], { lineOf }: Written): readonly Problem[] {
  return firstAtEachPlace(findings)
    .map(({ path, problem, mend }) => ({ path: written(path), line: lineOf(path), problem, mend }))
    .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

function noFile(path: string): Problem {
  const mend = "Give another with --config FILE; config/example.yaml shows what stands in one.";
  return { path, line: null, problem: "There is no configuration that can be read.", mend };
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function keys(value: unknown): readonly string[] {
  return isGroup(value) ? Object.keys(value) : [];
}
