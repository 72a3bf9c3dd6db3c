import { z } from "zod/v4";
import { isGroup, type Path, valueAt } from "./finding.ts";
import { explain } from "./issues.ts";
import type { Understood } from "./parse.ts";
import { type Parsed, schema as written } from "./schema.ts";
import { realise } from "./shape.ts";

const schema = realise(written, z);

/** What is wrong with a configuration that does not fit, and what remains of it. */
export function parseWrong(value: unknown, raw: unknown): Understood {
  const { success, data, error } = schema.safeParse(value, { reportInput: true });
  if (success) return { parsed: data, findings: [] };
  const findings = explain(error.issues, raw);
  return { parsed: parseRest(value, findings), findings };
}

function parseRest(value: unknown, wrong: readonly { readonly path: Path }[]): Parsed {
  const rest: unknown = structuredClone(value);
  for (const { path } of wrong) takeOut(rest, path);
  const { success, data, error } = schema.safeParse(rest);
  return success ? data : parseRest(rest, error.issues);
}

/** Takes out a setting; where it is missing, what lacks it; nothing where that is gone already. */
function takeOut(value: unknown, path: Path): void {
  const last = path.at(-1);
  const parent = valueAt(value, path.slice(0, -1));
  if (last === undefined || !isGroup(parent)) return;
  if (last in parent) Reflect.deleteProperty(parent, last);
  else takeOut(value, path.slice(0, -1));
}
