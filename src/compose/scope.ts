import { suggest } from "../model/similar.ts";
import { worded } from "../model/worded.ts";
import { type Group, type Shape, vocabulary } from "./vocabulary.ts";

/** What names mean at one place of a template. */
export interface Scope {
  /** What `this` is, the outermost first. */
  readonly contexts: readonly Shape[];
  /** Names from `as |name|`. */
  readonly params: Readonly<Record<string, Shape>>;
  /** Paths that an `#if` or `#with` around this place has asked for. */
  readonly asked: readonly string[];
  /** Inside a `fit` block. */
  readonly flexible: boolean;
}

export const outermost: Scope = { contexts: [vocabulary], params: {}, asked: [], flexible: false };

/** The shape that a name stands for, or what is wrong with it. */
export type Meaning = { readonly shape: Shape } | { readonly problem: string; readonly mend: string };

/** A path as `asked` has it. */
export const nameOf = ({ data, parts }: hbs.AST.PathExpression): string =>
  (data ? "@" : "") + parts.join(".");

const loop = new Set(["index", "key", "first", "last"]);

export function lookUp(path: hbs.AST.PathExpression, scope: Scope): Meaning {
  const [first = "", ...rest] = path.parts;
  const param = scope.params[first];
  if (path.data && first === "root") return follow(vocabulary, rest, path, scope);
  if (path.data)
    return loop.has(first)
      ? { shape: "text" }
      : unknown(
          path.original,
          [...loop].map((name) => `@${name}`),
        );
  if (path.depth === 0 && param !== undefined) return follow(param, rest, path, scope);
  const context = scope.contexts.at(-1 - path.depth);
  if (context === undefined)
    return { problem: worded`“${path.original}” leads out of the template`, mend: worded`Take a “../” out.` };
  return follow(context, path.parts, path, scope);
}

function follow(start: Shape, parts: readonly string[], path: hbs.AST.PathExpression, scope: Scope): Meaning {
  let shape = start;
  for (const [index, part] of parts.entries()) {
    const before = [...prefixOf(path, parts), ...parts.slice(0, index)].join(".");
    if (shape === "text" || shape.kind === "list") return noGroup(path.original, before || "this", shape);
    if (index > 0 && shape.optional && !scope.asked.includes(before)) return mayLack(before);
    const next = Object.hasOwn(shape.names, part) ? shape.names[part] : undefined;
    if (next === undefined) return unknown(path.original, namesOf(shape, before), joined(before, part));
    shape = next;
  }
  return { shape };
}

/** What stands before the parts that are followed: `@root`, or a name from `as |name|`. */
function prefixOf({ data, parts }: hbs.AST.PathExpression, followed: readonly string[]): string[] {
  const before = parts.slice(0, parts.length - followed.length);
  return data ? ["@root"] : before;
}

function namesOf(shape: Group, before: string): string[] {
  return Object.keys(shape.names).map((name) => joined(before, name));
}

const joined = (before: string, name: string): string => (before === "" ? name : `${before}.${name}`);

/** `wrong`: the path up to the name that is not known. */
function unknown(name: string, known: readonly string[], wrong = name): Meaning {
  return { problem: worded`“${name}” is no name that templates know`, mend: suggest(wrong, known) };
}

function noGroup(name: string, before: string, shape: Shape): Meaning {
  const mend = shape === "text" ? `Write {{${before}}}.` : worded`Write {{#each ${before}}}…{{/each}}.`;
  return {
    problem: worded`“${name}” asks for a part of “${before}”, which is a ${shape === "text" ? "text" : "list"}`,
    mend,
  };
}

function mayLack(name: string): Meaning {
  return { problem: worded`“${name}” may be missing`, mend: worded`Put {{#if ${name}}}…{{/if}} around it.` };
}
