import type { Finding } from "./finding.ts";
import { type Parsed, schema } from "./schema.ts";
import { readFitting } from "./shape.ts";

export interface Understood {
  /** What could be understood: settings that could not are as if they were not there. */
  readonly parsed: Parsed;
  readonly findings: readonly Finding[];
}

/** Applies the schema. What is wrong is taken out, so that the rules can be checked on all that remains. */
export async function parse(value: unknown, raw: unknown): Promise<Understood> {
  const parsed = readFitting(schema, value);
  if (parsed !== undefined) return { parsed, findings: [] };
  const { parseWrong } = await import("./wrong.ts");
  return parseWrong(value, raw);
}
