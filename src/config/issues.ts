import type { z } from "zod/v4";
import { worded } from "../model/worded.ts";
import { unreadable } from "./fields.ts";
import { type Finding, missing, type Path, valueAt } from "./finding.ts";
import { keysAt, placeAt } from "./json-schema.ts";
import { suggest } from "../model/similar.ts";

type Issue = z.core.$ZodIssue;

/** What the schema refused, in words. `raw` is the file before `${…}` was replaced: only what stands there is quoted. */
export function explain(issues: readonly Issue[], raw: unknown): readonly Finding[] {
  return issues.flatMap((issue) => explainOne(issue, issue.path, raw));
}

function explainOne(issue: Issue, path: Path, raw: unknown): readonly Finding[] {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownKey(key, path));
  if (issue.code === "invalid_union") {
    return nearest(issue.errors).flatMap((inner) => explainOne(inner, [...path, ...inner.path], raw));
  }
  if (issue.code === "invalid_key") return [{ path, ...badName }];
  return [{ path, problem: problemOf(issue, path, raw), mend: mendAt(path) }];
}

const badName = {
  problem: worded`This name cannot be used.`,
  mend: worded`Begin it with a letter, and use only letters, digits, - and _.`,
};

/** Of the ways to understand a value, the one that came furthest. */
function nearest(ways: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (way: readonly Issue[]): number =>
    Math.max(0, ...way.map(({ path, code }) => path.length + Number(code === "unrecognized_keys")));
  return ways.toSorted((a, b) => depth(b) - depth(a))[0] ?? [];
}

function unknownKey(key: string, path: Path): Finding {
  return {
    path: [...path, key],
    problem: worded`There is no setting “${key}” here.`,
    mend: suggest(key, keysAt(path)),
  };
}

function problemOf(issue: Issue, path: Path, raw: unknown): string {
  if (issue.code === "invalid_type") {
    return issue.input === undefined || issue.input === null
      ? missing(path)
      : worded`This is not ${sorts[issue.expected] ?? worded`what belongs here`}.`;
  }
  if (issue.code === "invalid_value") return worded`This is none of the possible values.`;
  if (issue.code === "too_small") return worded`This is empty.`;
  const quotable = issue.message === unreadable && valueAt(raw, path) === issue.input;
  return quotable ? issue.message.replace("This", `“${String(issue.input)}”`) : issue.message;
}

const sorts: Readonly<Record<string, string>> = {
  string: worded`a text`,
  array: worded`a list`,
  object: worded`a group of settings`,
  record: worded`a group of settings`,
};

function mendAt(path: Path): string {
  const place = placeAt(path);
  const values = place?.enum ? ` (${place.enum.join(" or ")})` : "";
  return worded`Give ${(place?.description ?? worded`one value`) + values}.`;
}
