import type { Problem } from "../model/problem.ts";
import { suggest } from "../model/similar.ts";
import { worded } from "../model/worded.ts";
import { type Check, checkArguments, evaluate, isPath, type Known, named, type Report } from "./calls.ts";
import { helpers } from "./helpers.ts";
import { nameOf, outermost, type Scope } from "./scope.ts";
import type { Shape } from "./vocabulary.ts";

/** All that is wrong with a template, before it is ever used. Pure. `read`: gives it parsed, or throws what the parser says of it. */
export function checkTemplate(read: () => hbs.AST.Program, file: string, known: Known): Problem[] {
  try {
    const problems: Problem[] = [];
    const report: Report = (node, problem, mend) =>
      problems.push({ path: file, line: node.loc.start.line, problem: `${problem}.`, mend });
    checkProgram(read(), outermost, { known, report });
    return problems;
  } catch (error) {
    return [unreadable(error instanceof Error ? error.message : "", file)];
  }
}

type Statement =
  | hbs.AST.MustacheStatement
  | hbs.AST.BlockStatement
  | hbs.AST.PartialStatement
  | hbs.AST.ContentStatement
  | hbs.AST.CommentStatement;

/** Handlebars' own blocks that we keep. */
const blocks = ["if", "unless", "each", "with"];
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
        worded`Decorators and inline partials are not supported`,
        worded`Write the text itself.`,
      );
  }
}

/** `{{name}}` or `{{helper …}}`: a text must come out. */
function checkPrinted(statement: hbs.AST.MustacheStatement, scope: Scope, check: Check): void {
  const shape = evaluate(statement, scope, check);
  if (shape === undefined || shape === "text") return;
  const name = "original" in statement.path ? statement.path.original : "";
  if (shape.kind === "list")
    check.report(
      statement,
      worded`“${name}” is a list`,
      worded`Write {{list ${name}}} or {{#each ${name}}}.`,
    );
  else check.report(statement, worded`“${name}” is no text`, suggestPart(name, Object.keys(shape.names)));
}

const suggestPart = (name: string, parts: readonly string[]): string =>
  worded`Name one of its parts: ${parts.map((part) => `${name}.${part}`).join(", ")}.`;

function checkBlock(block: hbs.AST.BlockStatement, scope: Scope, check: Check): void {
  const name = block.path.original;
  const helper = Object.hasOwn(helpers, name) ? helpers[name] : undefined;
  if (blocks.includes(name)) return checkOwnBlock(name, block, scope, check);
  if (!helper?.block)
    return check.report(block, worded`“${name}” is no block`, suggest(name, [...blocks, ...named(true)]));
  if (scope.flexible)
    check.report(block, worded`“${name}” stands inside “fit”`, worded`Put one after the other.`);
  checkArguments(name, helper, block, scope, check);
  checkProgram(block.program, { ...scope, flexible: name === "fit" }, check);
}

function checkOwnBlock(name: string, block: hbs.AST.BlockStatement, scope: Scope, check: Check): void {
  const [asked] = block.params;
  if (asked === undefined || block.params.length > 1)
    return check.report(
      block,
      worded`“${name}” takes 1 value, not ${block.params.length}`,
      worded`See templates/README.md.`,
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
  if (name === "each" && !isList)
    return check.report(block, worded`“each” needs a list`, worded`Use “with” or “if”.`);
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
    report(statement, worded`There is no partial “${name}”`, suggest(name, known.partials));
}

/** The parser's message, of which a person can only use the line and which block is meant. */
function unreadable(message: string, path: string): Problem {
  const [, opened, closed] = /^(\S+) doesn't match (\S+)/.exec(message) ?? [];
  const line = Number(/(?:on line | - )(\d+)/.exec(message)?.[1] ?? "1");
  const what = closed
    ? `{{/${closed}}} closes {{#${opened}}}`
    : worded`the braces are not right${nearOf(message)}`;
  return {
    path,
    line,
    problem: worded`The template cannot be read: ${what}.`,
    mend: worded`Close every {{#name}} with {{/name}}.`,
  };
}

const nearOf = (message: string): string =>
  message.includes("got 'EOF'") ? worded`, or a block is not closed` : "";
