import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Real and hostile feeds, which lie beside the project and are no part of it. */
const folder = new URL("../../../shared/data/", import.meta.url);

export const present = existsSync(folder);
if (!present) console.log(`skipped: there are no feeds at ${folder.pathname}`);

export function readShared(path: string): Buffer {
  return readFileSync(new URL(path, folder));
}

export function listShared(path: string): string[] {
  return present ? readdirSync(new URL(path, folder)).toSorted() : [];
}
