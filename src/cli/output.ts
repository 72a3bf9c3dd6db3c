import { stripVTControlCharacters, styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];

/** Whoever read the answer has gone (`carillon log | head`): there is nobody left to tell anything. */
export function endWithReader(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
}

/** The answer, and nothing else, goes to standard output. */
export function answer(text: string): void {
  const quiet = disarm(text);
  process.stdout.write(quiet.endsWith("\n") ? quiet : `${quiet}\n`);
}

export function answerJson(value: unknown): void {
  answer(JSON.stringify(value, null, 2).replaceAll(steering, escapeLetter));
}

/** To standard error. */
export function complain(text: string): void {
  process.stderr.write(`${process.stderr.isTTY ? "\r\u001B[K" : ""}${disarm(text)}\n`);
}

/** For a log: what others wrote cannot begin a line that looks like one of ours. */
export const inOneLine = (text: string): string => text.replaceAll(/[\r\n]+/gu, " ");

/** What moves the cursor, clears the screen or turns words around: control characters (ECMA-48) and Unicode's overrides. */
const steering = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;
/** Line breaks, tabs and the colours of `paint`. */
const escape = "\u001B";
const harmless = `\\r?\\n|\\t|${escape}\\[(?:[0-2]|22|3\\d)m`;

/** Titles and what servers say are others' words: they must not steer the terminal that shows them. */
export function disarm(text: string): string {
  return text.replaceAll(new RegExp(`(${harmless})|${steering.source}`, "gu"), "$1");
}

const escapeLetter = (letter: string): string =>
  letter === "\n" ? letter : `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Colours only on a terminal, and not where NO_COLOR is set. */
export function paint(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout, validateStream: true });
}

/** Says on one line what is being done, where somebody looks on; the next word replaces it. */
export function progress(text: string): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r\u001B[K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
}

export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\u001B[K");
}

/** Rows as columns of even width; the last is as long as it likes. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (known, row) => row.map((cell, index) => Math.max(known[index] ?? 0, width(cell))),
    [],
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, index) =>
        index === row.length - 1 ? cell : cell + " ".repeat((widths[index] ?? 0) - width(cell)),
      )
      .join("  ");
  return rows.map(line).join("\n");
}

const width = (cell: string): number => stripVTControlCharacters(cell).length;

export function indent(text: string, by = 2): string {
  return text.replaceAll(/^(?=.)/gm, " ".repeat(by));
}
