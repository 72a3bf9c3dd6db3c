import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { link, open, rename, rm } from "node:fs/promises";
import { CommandError } from "./context.ts";

/**
 * A new file that is there whole or not at all, which only its owner may read. `write` fills the file whose name it is
 * given. What exists already is not written over. Throws CommandError.
 */
export async function placeFile<T>(file: string, write: (draft: string) => Promise<T>): Promise<T> {
  if (existsSync(file)) throw cannotWrite(file, { code: "EEXIST" });
  const draft = `${file}.${randomBytes(4).toString("hex")}.part`;
  try {
    await (await open(draft, "wx", 0o600)).close();
    const result = await write(draft);
    await sync(draft);
    await settle(draft, file);
    return result;
  } catch (error) {
    throw isSystem(error) ? cannotWrite(file, error) : error;
  } finally {
    await rm(draft, { force: true });
    await rm(`${draft}-journal`, { force: true });
  }
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, "r+");
  await handle.sync().finally(() => handle.close());
}

/** Some file systems have no links: there the last look and the renaming are two steps. */
async function settle(draft: string, file: string): Promise<void> {
  try {
    await link(draft, file);
  } catch (error) {
    if (!isSystem(error) || error.code === "EEXIST" || existsSync(file)) throw error;
    await rename(draft, file);
  }
}

interface Failed {
  readonly code: string;
}

const isSystem = (error: unknown): error is Error & Failed =>
  error instanceof Error && "code" in error && "syscall" in error;

const reasons: Readonly<Record<string, string>> = {
  EEXIST: "it exists already, and is not written over",
  ENOENT: "there is no such file or folder",
  EACCES: "its rights do not allow it",
  EPERM: "its rights do not allow it",
  EROFS: "its file system is read-only",
  EISDIR: "it is a folder",
  ENOTDIR: "a file stands where its folder should be",
  ENOSPC: "the disk is full",
};

const reasonOf = ({ code }: Failed): string => reasons[code] ?? code;

const cannotWrite = (file: string, error: Failed): CommandError =>
  new CommandError(`${file} cannot be written: ${reasonOf(error)}.`);

/** What the system says of a file that cannot be read; other errors as they are. */
export const cannotRead = (file: string, error: unknown): unknown =>
  isSystem(error) ? new CommandError(`${file} cannot be read: ${reasonOf(error)}.`) : error;
