import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";

const folder = new URL("../../../shared/data/textfit/", import.meta.url);

/** Vectors of others, read where they lie. */
export const present = existsSync(folder);
if (!present) console.log(`skipped: the text vectors are not at ${folder.pathname}`);

export interface Weighted {
  readonly description: string;
  readonly text: string;
  readonly expected: { readonly weightedLength: number; readonly valid: boolean };
}

export interface Extracted {
  readonly description: string;
  readonly text: string;
  readonly expected: readonly (string | { readonly url: string; readonly indices: readonly number[] })[];
}

export interface Graphemes {
  readonly text: string;
  readonly graphemes: readonly string[];
}

export interface Counted {
  readonly text: string;
  readonly length: number;
  readonly why: string;
}

export const readTests = <T>(file: string): Record<string, T[]> =>
  (parse(readFileSync(new URL(file, folder), "utf8")) as { tests: Record<string, T[]> }).tests;

export const readList = <T>(file: string): T[] =>
  (JSON.parse(readFileSync(new URL(file, folder), "utf8")) as { tests: T[] }).tests;
