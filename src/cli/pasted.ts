import { createInterface } from "node:readline";
import type { SignInOutcome } from "../ledger/sign-ins.ts";

/**
 * Reads addresses that a person copies from the browser, until one is an answer. Never resolves where nothing more can be
 * read, or `signal` ends it.
 */
export async function readPasted(
  finish: (query: URLSearchParams) => Promise<SignInOutcome>,
  complain: (text: string) => void,
  signal: AbortSignal,
): Promise<SignInOutcome> {
  const lines = createInterface({ input: process.stdin, signal });
  for await (const line of lines) {
    const query = readQuery(line.trim());
    if (query) return finish(query);
    if (line.trim() !== "")
      complain("That is not the address of the page that the browser ended at: it holds a code.");
  }
  return new Promise(() => undefined);
}

/** Undefined for what is no answer. */
function readQuery(text: string): URLSearchParams | undefined {
  if (!URL.canParse(text)) return undefined;
  const query = new URL(text).searchParams;
  return query.has("state") && (query.has("code") || query.has("error")) ? query : undefined;
}
