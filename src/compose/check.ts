import Handlebars from "handlebars";
import type { Problem } from "../model/problem.ts";
import { suggest } from "../model/similar.ts";
import { helpers } from "./helpers.ts";
import type { Helper } from "./rendering.ts";
import { lookUp, nameOf, outermost, type Scope } from "./scope.ts";
import type { Shape } from "./vocabulary.ts";

/** What a template may refer to besides variables and helpers. */
export interface Known {
  readonly partials: readonly string[];
  /** Keys of `say`. */
  readonly words: readonly string[];
}

/** All that is wrong with a template, before it is ever used. Pure. */
export function checkTemplate(source: string, file: string, known: Known): Problem[] {
  try {
    const problems: Problem[] = [];
    const report: Report = (node, problem, mend) =>
      problems.push({ path: file, line: node.loc.start.line, problem: `${problem}.`, mend });
    checkProgram(Handlebars.parse(source), outermost, { known, report });
    return problems;
  } catch (error) {
    return [unreadable(error instanceof Error ? error.message : "", file)];
  }
}

type Report = (node: hbs.AST.Node, problem: string, mend: string) => void;

interface Check {
  readonly known: Known;
  readonly report: Report;
}

type Statement =
  | hbs.AST.MustacheStatement
  | hbs.AST.BlockStatement
  | hbs.AST.PartialStatement
  | hbs.AST.ContentStatement
  | hbs.AST.CommentStatement;

/** Handlebars' own blocks that we keep. */
const blocks = ["if", "unless", "each", "with"];
const named = (wanted: boolean): string[] =>
  Object.keys(helpers).filter((name) => Boolean(helpers[name]?.block) === wanted);

function checkProgram(program: hbs.AST.Program | undefined, scope: Scope, check: Check): void {
  for (const statement of (program?.body ?? []) as Statement[]) checkStatement(statement, scope, check);
}

function checkStatement(statement: Statement, scope: Scope, check: Check): void {
  switch (statement.type) {
    case "MustacheStatement":
      return checkPrinted(statement, scope, check);
    case "BlockStatement":
      return checkBlock(statement, scope, check);
    case "PartialStatement":
      return checkPartial(statement, check);
    case "ContentStatement":
    case "CommentStatement":
      return;
    default:
      return check.report(
        statement,
        "Decorators and inline partials are not supported",
        "Write the text itself.",
      );
  }
}

/** `{{name}}` or `{{helper …}}`: a text must come out. */
function checkPrinted(statement: hbs.AST.MustacheStatement, scope: Scope, check: Check): void {
  const shape = evaluate(statement, scope, check);
  if (shape === undefined || shape === "text") return;
  const name = "original" in statement.path ? String(statement.path.original) : "";
  if (shape.kind === "list")
    check.report(statement, `“${name}” is a list`, `Write {{list ${name}}} or {{#each ${name}}}.`);
  else check.report(statement, `“${name}” is no text`, suggestPart(name, Object.keys(shape.names)));
}

const suggestPart = (name: string, parts: readonly string[]): string =>
  `Name one of its parts: ${parts.map((part) => `${name}.${part}`).join(", ")}.`;

/** The shape of a value; undefined where a problem was reported. */
function evaluate(node: hbs.AST.Node, scope: Scope, check: Check): Shape | undefined {
  if (isCall(node)) return evaluateCall(node, scope, check);
  if (!isPath(node)) return "text";
  const meaning = lookUp(node, scope);
  if ("shape" in meaning) return meaning.shape;
  check.report(node, meaning.problem, meaning.mend);
  return undefined;
}

type Callable = hbs.AST.MustacheStatement | hbs.AST.SubExpression;

const isPath = (node: hbs.AST.Node): node is hbs.AST.PathExpression => node.type === "PathExpression";
const isCall = (node: hbs.AST.Node): node is Callable =>
  node.type === "MustacheStatement" || node.type === "SubExpression";

function evaluateCall(call: Callable, scope: Scope, check: Check): Shape | undefined {
  const name = isPath(call.path) ? call.path.original : "";
  const helper = Object.hasOwn(helpers, name) ? helpers[name] : undefined;
  const isBare = call.params.length === 0 && call.hash === undefined && call.type === "MustacheStatement";
  if (helper === undefined && isBare) return evaluate(call.path, scope, check);
  if (helper?.block)
    return void check.report(call, `“${name}” is a block`, `Write {{#${name} …}}…{{/${name}}}.`);
  if (helper === undefined)
    return void check.report(call, `“${name}” is no helper`, suggest(name, named(false)));
  return checkArguments(name, helper, call, scope, check);
}

function checkArguments(
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
      `“${name}” takes ${countOf(least, most)}, not ${shapes.length}`,
      "See templates/README.md.",
    );
  const odd = helper.options === null ? undefined : pairs.find(({ key }) => !helper.options?.includes(key));
  if (odd) check.report(call, `“${name}” knows no “${odd.key}”`, suggest(odd.key, helper.options ?? []));
  if (name === "say") checkWord(call, check);
  return givenBy(helper, shapes[0]);
}

const countOf = (least: number, most: number): string =>
  `${least === most ? least : `${least} to ${most}`} value${most === 1 ? "" : "s"}`;

function checkWord(call: Callable | hbs.AST.BlockStatement, { known, report }: Check): void {
  const [key] = call.params;
  const word = key !== undefined && "value" in key ? String(key.value) : undefined;
  if (word !== undefined && !known.words.includes(word))
    report(call, `words.yaml has no “${word}”`, suggest(word, known.words));
}

function givenBy({ gives }: Helper, first: Shape | undefined): Shape | undefined {
  if (gives === undefined) return "text";
  if (gives === "texts") return { kind: "list", of: "text" };
  if (first === undefined || first === "text" || first.kind !== "list") return undefined;
  return gives === "item" ? first.of : first;
}

function checkBlock(block: hbs.AST.BlockStatement, scope: Scope, check: Check): void {
  const name = block.path.original;
  const helper = Object.hasOwn(helpers, name) ? helpers[name] : undefined;
  if (blocks.includes(name)) return checkOwnBlock(name, block, scope, check);
  if (!helper?.block)
    return check.report(block, `“${name}” is no block`, suggest(name, [...blocks, ...named(true)]));
  if (scope.flexible) check.report(block, `“${name}” stands inside “fit”`, "Put one after the other.");
  checkArguments(name, helper, block, scope, check);
  checkProgram(block.program, { ...scope, flexible: name === "fit" }, check);
}

function checkOwnBlock(name: string, block: hbs.AST.BlockStatement, scope: Scope, check: Check): void {
  const [asked] = block.params;
  if (asked === undefined || block.params.length > 1)
    return check.report(
      block,
      `“${name}” takes 1 value, not ${block.params.length}`,
      "See templates/README.md.",
    );
  const shape = evaluate(asked, scope, check);
  const known =
    name !== "unless" && isPath(asked) ? { ...scope, asked: [...scope.asked, nameOf(asked)] } : scope;
  if (name === "each" || name === "with") checkInside(name, block, shape, known, check);
  else checkProgram(block.program, known, check);
  checkProgram(block.inverse, scope, check);
}

/** `each` and `with` change what `this` is. What is inside cannot be judged where that is not known. */
function checkInside(
  name: "each" | "with",
  block: hbs.AST.BlockStatement,
  shape: Shape | undefined,
  scope: Scope,
  check: Check,
) {
  if (shape === undefined) return;
  const isList = shape !== "text" && shape.kind === "list";
  if (name === "each" && !isList) return check.report(block, "“each” needs a list", "Use “with” or “if”.");
  const inner = isList && name === "each" ? shape.of : shape;
  const [item, index] = block.program.blockParams ?? [];
  const params = {
    ...scope.params,
    ...(item && { [item]: inner }),
    ...(index && { [index]: "text" as const }),
  };
  checkProgram(block.program, { ...scope, contexts: [...scope.contexts, inner], params }, check);
}

function checkPartial(statement: hbs.AST.PartialStatement, { known, report }: Check): void {
  const name = isPath(statement.name) ? statement.name.original : "";
  if (!known.partials.includes(name))
    report(statement, `There is no partial “${name}”`, suggest(name, known.partials));
}

/** The parser's message, of which a person can only use the line and which block is meant. */
function unreadable(message: string, path: string): Problem {
  const [, opened, closed] = /^(\S+) doesn't match (\S+)/.exec(message) ?? [];
  const line = Number(/(?:on line | - )(\d+)/.exec(message)?.[1] ?? "1");
  const what = closed ? `{{/${closed}}} closes {{#${opened}}}` : `the braces are not right${nearOf(message)}`;
  return {
    path,
    line,
    problem: `The template cannot be read: ${what}.`,
    mend: "Close every {{#name}} with {{/name}}.",
  };
}

const nearOf = (message: string): string =>
  message.includes("got 'EOF'") ? ", or a block is not closed" : "";
