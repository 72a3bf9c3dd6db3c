import type { z } from "zod/v4";
import type { FieldProblem } from "./problem.ts";

type Issue = z.core.$ZodIssue;

/** One sentence a place, which quotes nothing of what was sent. */
export function describeIssues(issues: readonly Issue[], place: string): readonly FieldProblem[] {
  return issues
    .slice(0, 20)
    .map((issue) => ({ path: pathOf(issue.path, place), problem: sentenceOf(issue) }));
}

function pathOf(path: readonly PropertyKey[], place: string): string {
  return path.reduce<string>(
    (before, key) =>
      typeof key === "number" ? `${before}[${key}]` : `${before}.${String(key).slice(0, 60)}`,
    place,
  );
}

const things: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
};

function sentenceOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return `This must be ${things[issue.expected] ?? issue.expected}, and must not be missing.`;
    case "unrecognized_keys":
      return `There is no ${issue.keys.length === 1 ? "field" : "fields"} ${issue.keys.map((key) => key.slice(0, 60)).join(", ")} here.`;
    case "invalid_value":
      return `This must be one of ${issue.values.map(String).join(", ")}.`;
    case "too_big":
      return `This must be ${issue.maximum} at most.`.replace(
        "be",
        issue.origin === "number" ? "be" : "hold",
      );
    case "too_small":
      return `This must be ${issue.minimum} at least.`.replace(
        "be",
        issue.origin === "number" ? "be" : "hold",
      );
    case "invalid_format":
      if (issue.format === "date") return "This must be a day, such as 2026-12-24.";
      return issue.format === "datetime"
        ? "This must be a moment with its zone, such as 2026-12-24T10:00:00Z."
        : "This must be a web address, such as https://example.org/1.";
    default:
      return "This is not what it should be.";
  }
}
