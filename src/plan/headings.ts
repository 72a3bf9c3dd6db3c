import type { Section } from "../model/entry.ts";

/** Whether a heading of the section's path is one of the patterns; any is where there are none. */
export function isUnder({ path }: Section, patterns: readonly string[]): boolean {
  return (
    patterns.length === 0 || path.some((heading) => patterns.some((pattern) => matches(heading, pattern)))
  );
}

const compiled = new Map<string, RegExp>();

function matches(heading: string, pattern: string): boolean {
  const known = compiled.get(pattern) ?? compile(pattern);
  compiled.set(pattern, known);
  return known.test(normal(heading));
}

const normal = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();

function compile(pattern: string): RegExp {
  const literal = normal(pattern).replace(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replaceAll("*", ".*").replaceAll("?", ".")}$`, "iu");
}
