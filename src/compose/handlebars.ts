import Handlebars from "handlebars/dist/handlebars.js";
import type { Context } from "./context.ts";
import { helpers } from "./helpers.ts";
import type { Helper, Rendering } from "./rendering.ts";

export type Template = (context: Context, rendering: Rendering) => string;

/** A template as a tree, with its white space as it is written. Throws what the parser says of it. */
export const readTemplate = (source: string): hbs.AST.Program => Handlebars.parseWithoutProcessing(source);

/** Once for each file. Names that a checked template does not know are errors, never empty texts. */
export function compileTemplate(
  template: hbs.AST.Program,
  partials: Readonly<Record<string, string>>,
): Template {
  const compiled = Handlebars.compile<Context>(template, options);
  const parts = mapValues(partials, (partial) => Handlebars.compile(partial, options));
  return (context, rendering) => compiled(context, { data: { rendering }, helpers: bound, partials: parts });
}

/** Thrown by a template whose file has problems: what it would say waits until they are mended. Not for one that does not suit an entry. */
export class BrokenTemplateError extends Error {
  override readonly name = "BrokenTemplateError";
}

/** Stands where a template with problems is, so that no other is taken in its place. `problem`: one sentence with its mend. */
export function brokenTemplate(problem: string): Template {
  return () => {
    throw new BrokenTemplateError(problem);
  };
}

const mapValues = <From, To>(
  all: Readonly<Record<string, From>>,
  to: (one: From) => To,
): Record<string, To> => Object.fromEntries(Object.entries(all).map(([key, one]) => [key, to(one)]));

const known = Object.keys(helpers).map((name) => [name, true]);
const options = {
  strict: true,
  noEscape: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(known) as Record<string, boolean>,
};

/** Handlebars hands `this` and its own options last. */
const bound = mapValues(helpers, ({ run }: Helper) => {
  return function (this: unknown, ...values: unknown[]): unknown {
    const call = values.pop() as Handlebars.HelperOptions;
    const { rendering } = call.data as { rendering: Rendering };
    return run(values, { options: call.hash, rendering, body: () => call.fn(this) });
  };
});
