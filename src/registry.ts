import { builtIn } from "../channels/index.ts";
import type { Channel } from "./channel/channel.ts";

/** Names that an account's `channel` may have without installing anything. */
export const builtInNames: readonly string[] = Object.keys(builtIn);

const found = new Map<string, Channel>();

/** The channel of that name: built in, or the default export of an npm package of that name; undefined where there is none. */
export async function findChannel(name: string): Promise<Channel | undefined> {
  // Asked at every delivery, and asking the runtime for a module again costs more than a read of the ledger.
  const channel = found.get(name) ?? (await loadChannel(name));
  if (channel !== undefined) found.set(name, channel);
  return channel;
}

async function loadChannel(name: string): Promise<Channel | undefined> {
  const load = builtIn[name] ?? (() => import(name) as Promise<{ default: Channel }>);
  try {
    return (await load()).default;
  } catch (error) {
    if (isMissing(error, name)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown, name: string): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const missing = code === "ERR_MODULE_NOT_FOUND" || code === "ERR_INVALID_MODULE_SPECIFIER";
  return missing && !(name in builtIn);
}
