import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { keyBytes } from "./seal.ts";
import { LedgerError } from "./store.ts";

/** Where the key is that seals tokens. */
export type KeyPlace = { readonly text: string } | { readonly file: string } | null;

/**
 * CARILLON_KEY is the key itself; CARILLON_KEY_FILE, else the ledger's own name with `.key`, is a file that holds it.
 * Null: the ledger is no file, and none is named.
 */
export function findKeyPlace(ledger: string, env: Readonly<Record<string, string | undefined>>): KeyPlace {
  if (env["CARILLON_KEY"]) return { text: env["CARILLON_KEY"] };
  if (env["CARILLON_KEY_FILE"]) return { file: resolve(env["CARILLON_KEY_FILE"]) };
  return /^postgres(ql)?:/.test(ledger) ? null : { file: `${ledger}.key` };
}

/** Undefined where there is no such file. Throws LedgerError. */
export function readKey(place: KeyPlace): Buffer | undefined {
  if (place === null) throw new LedgerError(`There is no key to seal tokens with: set CARILLON_KEY${howTo}`);
  const text = "text" in place ? place.text : readText(place.file);
  if (text === undefined) return undefined;
  const key = parse(text.trim());
  const name = "text" in place ? "CARILLON_KEY" : `The file ${place.file}`;
  if (key === undefined)
    throw new LedgerError(`${name} does not hold a key of ${keyBytes} bytes: make one${howTo}`);
  return key;
}

const howTo = " with `openssl rand -base64 32`.";

function parse(text: string): Buffer | undefined {
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, "hex") : Buffer.from(text, "base64");
  return key.length === keyBytes ? key : undefined;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw new LedgerError(`The key in ${file} cannot be read (${codeOf(error)}): change the file's rights.`);
  }
}

/** Only its owner may read it. Where another process was quicker, that one's key counts; null then. */
export function makeKey(file: string): string | null {
  const draft = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, `${randomBytes(keyBytes).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
    linkSync(draft, file);
    return file;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return null;
    throw new LedgerError(`The key ${file} cannot be written (${codeOf(error)}): set CARILLON_KEY${howTo}`);
  } finally {
    rmSync(draft, { force: true });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
}
