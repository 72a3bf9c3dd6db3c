import type { Channel, Field } from "../channel/channel.ts";
import type { Connect } from "../channel/connect.ts";
import type { Account, SettingValue } from "../model/account.ts";
import { worded } from "../model/worded.ts";
import { type Finding, missing, type Path } from "./finding.ts";
import { accountKeys, readAccountKeys } from "./account-keys.ts";
import { suggest } from "../model/similar.ts";

type Texts = Readonly<Record<string, string | null | undefined>>;

interface Understood {
  readonly account: Account;
  readonly findings: readonly Finding[];
}

/** What somebody wrote for an account, by the settings that its channel asks for. No sentence quotes a value. */
export function readSettings(name: string, texts: Texts, channel: Channel): Understood {
  const path: Path = ["accounts", name];
  const settings: Record<string, SettingValue> = {};
  const { common, findings: others } = readAccountKeys(texts, channel, path);
  const unknown = Object.keys(texts).filter(
    (key) => !Object.hasOwn(accountKeys, key) && !Object.hasOwn(channel.settings, key),
  );
  const findings = [...others, ...unknown.map((key) => unknownSetting(key, channel, path))];
  for (const [key, field] of Object.entries(channel.settings)) {
    const asked = common.handoff ? asByHand(field) : waive(key, field, texts, channel.connect);
    const read = readField(key, asked, texts[key] ?? "");
    if (typeof read === "object") findings.push({ path: [...path, key], ...read });
    else if (read !== undefined) settings[key] = read;
  }
  return { account: { name, channel: texts["channel"] ?? channel.id, settings, ...common }, findings };
}

/** Who posts by hand signs in there themselves: credentials are not asked for. */
function asByHand(field: Field): Field {
  return { ...field, required: field.byHand === true };
}

/** What a sign-in by browser gives need not be written, once there is an app to sign in with. */
function waive(key: string, field: Field, texts: Texts, connect: Connect | undefined): Field {
  if (connect === undefined || !Object.values(connect.given).includes(key)) return field;
  const lacking = Object.values(connect.app ?? {}).filter((name) => !texts[name]);
  if (lacking.length === 0) return { ...field, required: false };
  const instead = worded`or give ${lacking.join(" and ")}, and then \`carillon accounts connect\` does the rest`;
  return { ...field, help: [field.help?.replace(/\.$/, ""), instead].filter(Boolean).join("; ") };
}

function unknownSetting(key: string, channel: Channel, path: Path): Finding {
  const problem = worded`${channel.label} accounts have no setting “${key}”.`;
  return {
    path: [...path, key],
    problem,
    mend: suggest(key, [...Object.keys(channel.settings), ...Object.keys(accountKeys).slice(1)]),
  };
}

type Wrong = Pick<Finding, "problem" | "mend">;

function readField(key: string, field: Field, text: string): SettingValue | Wrong {
  if (text === "") {
    if (!field.required || field.default !== undefined) return field.default;
    return { problem: missing([key]), mend: worded`Give the ${inSentence(field.label) + help(field)}.` };
  }
  if (field.choices && !field.choices.includes(text)) {
    return { problem: worded`This is none of the possible values.`, mend: suggest(text, field.choices) };
  }
  return readers[field.type](text) ?? wrong(field);
}

/** “Access token” as “access token”, but “OAuth key” as it is. */
function inSentence(label: string): string {
  return label.replace(/^[A-Z](?=[a-z ]+(?: |$))/, (letter) => letter.toLowerCase());
}

function help(field: Field): string {
  const where = field.help ? ` (${field.help.replace(/\.$/, "")})` : "";
  return field.example ? `${where}, such as ${field.example}` : where;
}

const readers: Readonly<Record<Field["type"], (text: string) => SettingValue>> = {
  text: (text) => text,
  url: (text) => (/^[a-z][a-z0-9+.-]*:\/\/./i.test(text) && URL.canParse(text) ? text : undefined),
  number: (text) => (Number.isFinite(Number(text)) ? Number(text) : undefined),
  flag: (text) => text === "true" || (text === "false" ? false : undefined),
};

function wrong(field: Field): Wrong {
  const example = field.example ?? field.default ?? "https://example.org";
  const words: Readonly<Record<Field["type"], Wrong>> = {
    text: { problem: worded`This is not a text.`, mend: worded`Put it into quotes.` },
    url: {
      problem: worded`This is not an address.`,
      mend: worded`Write it in full, such as ${String(example)}.`,
    },
    number: { problem: worded`This is not a number.`, mend: worded`Write digits only.` },
    flag: { problem: worded`This is neither true nor false.`, mend: worded`Write one of the two.` },
  };
  return words[field.type];
}
