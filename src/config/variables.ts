import { worded } from "../model/worded.ts";
import type { Finding, Path } from "./finding.ts";

/** Where `${…}` is looked up. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The text of a file that `${file:…}` names; undefined where it cannot be read. */
  readonly readFile: (path: string) => string | undefined;
}

interface Expanded {
  /** As written, with every `${…}` replaced; undefined where one could not be. */
  readonly value: unknown;
  readonly findings: readonly Finding[];
}

/** Replaces `${NAME}`, `${NAME:-default}` and `${file:path}` in all texts; `$${` stands for `${` itself. */
export function expand(value: unknown, world: World): Expanded {
  const findings: Finding[] = [];
  const walk = (node: unknown, path: Path): unknown => {
    if (typeof node === "string") return expandText(node, path, world, findings);
    if (Array.isArray(node)) return node.map((item: unknown, index) => walk(item, [...path, index]));
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, item]) => [key, walk(item, [...path, key])]));
  };
  return { value: walk(value, []), findings };
}

const variable = /\$(\$?)\{([^}]*)\}/g;

function expandText(text: string, path: Path, world: World, findings: Finding[]): string | undefined {
  let complete = true;
  const expanded = text.replace(variable, (whole, escaped: string, name: string) => {
    if (escaped) return whole.slice(1);
    const found = lookUp(name, path, world);
    if (typeof found === "string") return found;
    findings.push(found);
    complete = false;
    return "";
  });
  return complete ? expanded : undefined;
}

function lookUp(name: string, path: Path, world: World): string | Finding {
  if (name.startsWith("file:")) return lookUpFile(name.slice("file:".length), path, world);
  const [, key, fallback] = /^([A-Za-z_]\w*)(?::-(.*))?$/s.exec(name) ?? [];
  if (key === undefined) return { path, ...notAVariable };
  return world.env[key] || (fallback ?? { path, ...unset(key, path) });
}

function lookUpFile(name: string, path: Path, world: World): string | Finding {
  const text = world.readFile(name)?.replace(/\r?\n$/, "");
  if (text) return text;
  const problem = worded`The file ${name} is empty or cannot be read.`;
  return { path, problem, mend: worded`Put the value there and let Carillon read it${spared(path)}.` };
}

const notAVariable = {
  problem: worded`A \${…} here is not the name of an environment variable.`,
  mend: worded`Write \${NAME} with letters, digits and _ only, or $\${ for the two characters themselves.`,
};

function unset(key: string, path: Path): { problem: string; mend: string } {
  return {
    problem: worded`The environment variable ${key} is not set.`,
    mend: worded`Set it${spared(path)}.`,
  };
}

function spared([kind, name]: Path): string {
  return kind === "accounts"
    ? worded`, or take the account ${String(name)} out; the others work without it`
    : "";
}
