import { type Finding, isGroup, type Path, valueAt } from "./finding.ts";
import { explain } from "./issues.ts";
import { type Parsed, schema } from "./schema.ts";

interface Understood {
  /** What could be understood: settings that could not are as if they were not there. */
  readonly parsed: Parsed;
  readonly findings: readonly Finding[];
}

/** Applies the schema. What is wrong is taken out, so that the rules can be checked on all that remains. */
export function parse(value: unknown, raw: unknown): Understood {
  const first = schema.safeParse(value, { reportInput: true });
  if (first.success) return { parsed: first.data, findings: [] };
  const findings = explain(first.error.issues, raw);
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
