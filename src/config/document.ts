import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import type { Problem } from "../model/problem.ts";
import { worded } from "../model/worded.ts";
import type { Path } from "./finding.ts";

/** A configuration file as somebody wrote it. */
export interface Written {
  /** Plain objects, lists and scalars; the scalars under `accounts` are the very text that stands there. */
  readonly value: Readonly<Record<string, unknown>>;
  /** The line, from 1, of the deepest of these keys that the file has. */
  readonly lineOf: (path: Path) => number | null;
}

/** Reads YAML. No sentence quotes the text, because it may hold secrets. */
export function readDocument(text: string, file: string): Written | readonly Problem[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true });
  const faults = faultsOf(document, file, lines);
  if (!isMap(document.contents)) return [{ path: file, line: null, ...faultWords.EMPTY }];
  if (faults.length > 0) return faults;
  keepAccountsAsText(document);
  const lineOf = (path: Path): number | null => {
    const offset = offsetOf(document, path);
    return offset === null ? null : lines.linePos(offset).line;
  };
  try {
    return { value: document.toJS() as Written["value"], lineOf };
  } catch {
    return [{ path: file, line: null, ...faultWords.BAD_ALIAS }];
  }
}

const quote = worded`Put the value into double quotes, and write a tab as two spaces.`;

const faultWords = {
  EMPTY: {
    problem: worded`The file holds no settings.`,
    mend: worded`Write some, such as sources: and accounts:; config/example.yaml shows how.`,
  },
  BAD_ALIAS: {
    problem: worded`A value begins with *, which YAML takes for a reference to something that is not there.`,
    mend: worded`Put the value into double quotes.`,
  },
  TAG_RESOLVE_FAILED: {
    problem: worded`A value begins with !, which YAML takes for a type of its own.`,
    mend: worded`Put the value into double quotes.`,
  },
  DUPLICATE_KEY: {
    problem: worded`The same key stands here twice.`,
    mend: worded`Take one of the two out, or rename it.`,
  },
  BAD_INDENT: {
    problem: worded`The lines are not indented alike.`,
    mend: worded`Indent keys of one level by the same spaces.`,
  },
  OPEN: {
    problem: worded`A bracket, brace or quote that is opened here or above is not closed.`,
    mend: worded`Close it, or put the value into double quotes.`,
  },
  TAB_AS_INDENT: {
    problem: worded`A tab stands where YAML wants spaces.`,
    mend: worded`Indent with spaces.`,
  },
  BLOCK_AS_IMPLICIT_KEY: {
    problem: worded`A value holds a colon followed by a space, which YAML takes for another key.`,
    mend: worded`Put the value into double quotes.`,
  },
} satisfies Record<string, FaultWords>;

/** The parser has no code of its own for it. */
const isOpen = ({ message }: YAMLError): boolean => /end with a [\]}]|Missing closing/.test(message);

interface FaultWords {
  readonly problem: string;
  readonly mend: string;
}

/** What is wrong with YAML, a line once. */
export function faultsOf(document: Document, file: string, lines: LineCounter): readonly Problem[] {
  const faults = [...document.errors, ...document.warnings];
  return firstOnEachLine(faults.map((fault) => toProblem(fault, file, lines)));
}

/** What follows a fault on its line mostly follows from it. */
function firstOnEachLine(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ line }, index) => problems.findIndex((other) => other.line === line) === index);
}

function toProblem(fault: YAMLError, file: string, lines: LineCounter): Problem {
  const known: Readonly<Record<string, FaultWords>> = faultWords;
  const words = (isOpen(fault) ? faultWords.OPEN : known[fault.code]) ?? {
    problem: worded`This line is not YAML that can be read.`,
    mend: quote,
  };
  return { path: file, line: lines.linePos(fault.pos[0]).line, ...words };
}

/** A page's id of 17 digits would lose its last ones as a number. */
function keepAccountsAsText(document: Document): void {
  const accounts = document.get("accounts", true);
  if (!isMap(accounts)) return;
  visit(accounts, {
    Scalar: (_key, node) => {
      if (typeof node.value === "number" || typeof node.value === "boolean") node.value = node.source;
    },
  });
}

function offsetOf(document: Document, path: Path): number | null {
  let node: unknown = document.contents;
  let offset: number | null = null;
  for (const key of path) {
    const next = child(isAlias(node) ? node.resolve(document) : node, key);
    if (!next) break;
    offset = next.offset ?? offset;
    node = next.node;
  }
  return offset;
}

function child(node: unknown, key: PropertyKey): { node: unknown; offset: number | null } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
    return pair && { node: pair.value, offset: isScalar(pair.key) ? (pair.key.range?.[0] ?? null) : null };
  }
  if (isSeq(node)) {
    const item = node.items[Number(key)];
    return { node: item, offset: isScalar(item) ? (item.range?.[0] ?? null) : null };
  }
  return undefined;
}
