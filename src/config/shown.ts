import type { Channel, Field } from "../channel/channel.ts";
import type { Account } from "../model/account.ts";
import type { Origin, Shown } from "../model/shown.ts";
import { accountKeys } from "./account-keys.ts";
import { type Path, written } from "./finding.ts";
import { beforeTheFile } from "./override.ts";
import type { Manuscript } from "./manuscript.ts";
import type { World } from "./variables.ts";

type Defaults = Readonly<Record<string, string | null>>;

/**
 * A part of the configuration, each value with where it comes from. `defaults`: what holds where the file says nothing, by key; null
 * where nothing does. What a variable gives is shown by the variable's name only: it may be a secret.
 */
export function showPart(
  manuscript: Manuscript | undefined,
  path: Path,
  defaults: Defaults,
  env: World["env"] = {},
): readonly Shown[] {
  const below = (manuscript?.below(path) ?? []).map((leaf) => showWritten(manuscript, path, leaf, env));
  const said = new Set(below.map(({ key }) => key));
  const rest = Object.entries(defaults).flatMap(([key, value]) => {
    const variable = beforeTheFile(written([...path, key]), env);
    const origin = originOf(manuscript, path, key, variable);
    return said.has(key) || value === null ? [] : [{ key, value: hide(value), origin }];
  });
  return [...below, ...rest];
}

function originOf(
  manuscript: Manuscript | undefined,
  path: Path,
  key: string,
  variable: string | undefined,
): Origin {
  if (variable !== undefined) return { kind: "environment", name: variable };
  return manuscript === undefined || manuscript.at([...path, ...key.split(".")]) !== undefined
    ? { kind: "unknown" }
    : { kind: "default" };
}

function showWritten(manuscript: Manuscript | undefined, path: Path, leaf: Path, env: World["env"]): Shown {
  const whole = [...path, ...leaf];
  const key = written(leaf);
  const variable = beforeTheFile(written(whole), env);
  if (variable !== undefined)
    return { key, value: `\${${variable}}`, origin: { kind: "environment", name: variable } };
  const text = manuscript?.at(whole) ?? "";
  const value = hushed.test(key) ? null : hide(text.replace(variables, nameOnly));
  return { key, value, origin: fromFile(manuscript, whole, text) };
}

/** Keys that hold one, here and in whatever part is added later. */
const hushed = /(?:secret|password|token|key)$/i;

const variables = /\$(\$?)\{([^}]*)\}/g;

/** `${NAME:-default}` as `${NAME}`: the default may be a secret too. */
const nameOnly = (_whole: string, escaped: string, name: string): string =>
  `${escaped}\${${name.split(":-")[0] ?? ""}}`;

function fromFile(manuscript: Manuscript | undefined, path: Path, text: string): Origin {
  const names = Array.from(text.matchAll(variables), ([, escaped, name = ""]) =>
    escaped ? [] : [name.split(":-")[0] ?? ""],
  );
  return { kind: "file", line: manuscript?.lineOf(path) ?? null, variables: names.flat() };
}

/** Names and passwords in an address, and what its query calls a key. */
function hide(text: string): string {
  return text
    .replace(/(:\/\/)[^/@\s]+@/g, "$1…@")
    .replace(/([?&][\w.-]*(?:key|token|secret|pass|auth|sig)[\w.-]*=)[^&#\s]+/gi, "$1…");
}

/** An account's settings as its channel understands them, then what any account may say. */
export function showAccount(
  manuscript: Manuscript | undefined,
  account: Account,
  channel: Channel,
  connected: boolean,
): readonly Shown[] {
  const path: Path = ["accounts", account.name];
  const given = connected ? Object.values(channel.connect?.given ?? {}) : [];
  const own = Object.entries(channel.settings).flatMap(([key, field]) => {
    const origin = originOfSetting(manuscript, [...path, key], field, given.includes(key));
    const unset = origin?.kind === "unknown" && account.settings[key] === undefined;
    return origin === null || unset ? [] : [{ key, value: valueOf(account, key, field), origin }];
  });
  const common = showPart(manuscript, path, {}).filter(({ key }) =>
    Object.hasOwn(accountKeys, key.split(".")[0] ?? ""),
  );
  return [...common.slice(0, 1), ...own, ...common.slice(1)];
}

function valueOf({ settings }: Account, key: string, { secret }: Field): string | null {
  return secret ? null : hide(String(settings[key] ?? ""));
}

/** Null where it is not set at all. */
function originOfSetting(
  manuscript: Manuscript | undefined,
  path: Path,
  field: Field,
  given: boolean,
): Origin | null {
  if (given) return { kind: "connected" };
  const text = manuscript?.at(path) ?? "";
  if (text !== "") return fromFile(manuscript, path, text);
  if (manuscript === undefined) return { kind: "unknown" };
  return field.default === undefined ? null : { kind: "default" };
}
