import { parse as parseToml, TomlError } from "smol-toml";
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import { worded } from "../model/worded.ts";

/** What stands above a Markdown text, and the text. */
export type FrontMatter =
  | { readonly fields: Fields; readonly body: string; readonly lineOf: LineOf }
  | { readonly line: number | null; readonly problem: string };

export type Fields = Readonly<Record<string, unknown>>;

/** The line in the file of the deepest of these keys that it has; null where that is not known. */
export type LineOf = (keys: readonly string[]) => number | null;

const nowhere: LineOf = () => null;

/** Front matter as YAML between `---`, or TOML between `+++`. Lines count from 1, in the file. */
export function readFrontMatter(file: string): FrontMatter {
  const text = file.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  const fence = /^(---|\+\+\+)[ \t]*\n/.exec(text)?.[1];
  if (fence === undefined) return { fields: {}, body: text, lineOf: nowhere };
  const start = text.indexOf("\n") + 1;
  const end = findEnd(text, fence, start);
  if (end < 0) return { line: 1, problem: worded`The front matter that begins with ${fence} has no end.` };
  const fields = fence === "---" ? readYaml(text.slice(start, end)) : readToml(text.slice(start, end));
  return "problem" in fields ? fields : { ...fields, body: afterLine(text, end) };
}

/** Where the closing line begins. */
function findEnd(text: string, fence: string, start: number): number {
  if (text.startsWith(`${fence}\n`, start)) return start;
  const at = text.slice(start).search(fence === "---" ? /\n---[ \t]*(?:\n|$)/ : /\n\+\+\+[ \t]*(?:\n|$)/);
  return at < 0 ? -1 : start + at + 1;
}

function afterLine(text: string, at: number): string {
  const end = text.indexOf("\n", at);
  return end < 0 ? "" : text.slice(end + 1);
}

type Read =
  | { readonly fields: Fields; readonly lineOf: LineOf }
  | { readonly line: number | null; readonly problem: string };

/** The opening line stands before what the parsers count. */
const before = 1;

function readYaml(text: string): Read {
  const lines = new LineCounter();
  const document = parseDocument(text, { prettyErrors: true, lineCounter: lines });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = error.linePos?.[0].line;
    return { line: line === undefined ? null : line + before, problem: firstLine(error.message) };
  }
  const lineOf: LineOf = (keys) => {
    const at = offsetOf(document.contents, keys);
    return at === null ? null : lines.linePos(at).line + before;
  };
  return asFields(
    expand(() => document.toJS({ maxAliasCount: 100 }) as unknown),
    lineOf,
  );
}

/** Where the last of these keys stands that is there. */
function offsetOf(contents: unknown, keys: readonly string[]): number | null {
  let node = contents;
  let offset: number | null = null;
  for (const name of keys) {
    const pair = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && String(key.value) === name)
      : undefined;
    if (pair === undefined) return offset;
    offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
    node = pair.value;
  }
  return offset;
}

/** Aliases that multiply are an error only when they are followed. */
function expand(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function readToml(text: string): Read {
  try {
    return asFields(parseToml(text), nowhere);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return { line: error.line + before, problem: firstLine(error.message) };
  }
}

function asFields(value: unknown, lineOf: LineOf): Read {
  if (value === null) return { fields: {}, lineOf };
  return isFields(value)
    ? { fields: value, lineOf }
    : { line: 1, problem: worded`The front matter is not a list of keys.` };
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function firstLine(message: string): string {
  const line = (message.split("\n", 1)[0] ?? "")
    .replace(/ at line \d+, column \d+:?$/, "")
    .replace(/[.:]$/, "");
  return worded`The front matter cannot be read: ${line}.`;
}
