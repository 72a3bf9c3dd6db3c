import { suggest } from "../model/similar.ts";
import { worded } from "../model/worded.ts";
import { helpers } from "./helpers.ts";
import type { Helper } from "./rendering.ts";
import { lookUp, type Scope } from "./scope.ts";
import type { Shape } from "./vocabulary.ts";

/** What a template may refer to besides variables and helpers. */
export interface Known {
  readonly partials: readonly string[];
  /** Keys of `say`. */
  readonly words: readonly string[];
}

export type Report = (node: hbs.AST.Node, problem: string, mend: string) => void;

export interface Check {
  readonly known: Known;
  readonly report: Report;
}

/** Helpers by whether they are blocks. */
export const named = (wanted: boolean): string[] =>
  Object.keys(helpers).filter((name) => Boolean(helpers[name]?.block) === wanted);

/** The shape of a value; undefined where a problem was reported. */
export function evaluate(node: hbs.AST.Node, scope: Scope, check: Check): Shape | undefined {
  if (isCall(node)) return evaluateCall(node, scope, check);
  if (!isPath(node)) return "text";
  const meaning = lookUp(node, scope);
  if ("shape" in meaning) return meaning.shape;
  check.report(node, meaning.problem, meaning.mend);
  return undefined;
}

type Callable = hbs.AST.MustacheStatement | hbs.AST.SubExpression;

export const isPath = (node: hbs.AST.Node): node is hbs.AST.PathExpression => node.type === "PathExpression";
const isCall = (node: hbs.AST.Node): node is Callable =>
  node.type === "MustacheStatement" || node.type === "SubExpression";

function evaluateCall(call: Callable, scope: Scope, check: Check): Shape | undefined {
  const name = isPath(call.path) ? call.path.original : "";
  const helper = Object.hasOwn(helpers, name) ? helpers[name] : undefined;
  const isBare = call.params.length === 0 && call.hash === undefined && call.type === "MustacheStatement";
  if (helper === undefined && isBare) return evaluate(call.path, scope, check);
  if (helper?.block)
    return void check.report(call, worded`“${name}” is a block`, worded`Write {{#${name} …}}…{{/${name}}}.`);
  if (helper === undefined)
    return void check.report(call, worded`“${name}” is no helper`, suggest(name, named(false)));
  return checkArguments(name, helper, call, scope, check);
}

export function checkArguments(
  name: string,
  helper: Helper,
  call: Callable | hbs.AST.BlockStatement,
  scope: Scope,
  check: Check,
) {
  const shapes = call.params.map((param) => evaluate(param, scope, check));
  const pairs = call.hash?.pairs ?? [];
  for (const { value } of pairs) evaluate(value, scope, check);
  const [least, most] = helper.takes;
  if (shapes.length < least || shapes.length > most)
    check.report(
      call,
      worded`“${name}” takes ${countOf(least, most)}, not ${shapes.length}`,
      worded`See templates/README.md.`,
    );
  const odd = helper.options === null ? undefined : pairs.find(({ key }) => !helper.options?.includes(key));
  if (odd)
    check.report(call, worded`“${name}” knows no “${odd.key}”`, suggest(odd.key, helper.options ?? []));
  if (name === "say") checkWord(call, check);
  return givenBy(helper, shapes[0]);
}

function countOf(least: number, most: number): string {
  const count = least === most ? least : worded`${least} to ${most}`;
  return most === 1 ? worded`${count} value` : worded`${count} values`;
}

function checkWord(call: Callable | hbs.AST.BlockStatement, { known, report }: Check): void {
  const [key] = call.params;
  const word = key !== undefined && "value" in key ? String(key.value) : undefined;
  if (word !== undefined && !known.words.includes(word))
    report(call, worded`words.yaml has no “${word}”`, suggest(word, known.words));
}

function givenBy({ gives }: Helper, first: Shape | undefined): Shape | undefined {
  if (gives === undefined) return "text";
  if (gives === "texts") return { kind: "list", of: "text" };
  if (first === undefined || first === "text" || first.kind !== "list") return undefined;
  return gives === "item" ? first.of : first;
}
