import { pathToFileURL } from "node:url";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Channel } from "../channel/channel.ts";
import { findChannel } from "../registry.ts";
import { runContract } from "../channel/contract.ts";
import { answer, answerJson, paint } from "./output.ts";
import { CommandError, type Common } from "./context.ts";

/** The shared contract's checks that need no server, against a channel: built in, a package, or a file. */
export async function channelCheck(name: string, options: Common): Promise<boolean> {
  const channel = await load(existsSync(name) ? pathToFileURL(resolve(name)).href : name, name);
  if (channel === undefined)
    throw new CommandError(`There is no channel ${name}: give a package's name, or a file's path.`);
  if (typeof channel !== "object" || channel.contract !== 1)
    throw new CommandError(`${name} is no channel: its default export must be one, with contract: 1.`);
  const rows = await runContract({ channel });
  if (options.json) answerJson(rows);
  else
    answer(
      rows
        .map(
          ({ name: check, outcome, reason }) =>
            `${outcome === "failed" ? paint("red", outcome) : outcome} ${check}${reason ? `: ${reason}` : ""}`,
        )
        .join("\n"),
    );
  return rows.every(({ outcome }) => outcome !== "failed");
}

async function load(address: string, name: string): Promise<Channel | undefined> {
  try {
    return await findChannel(address);
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    throw new CommandError(`${name} cannot be loaded: ${reason}`);
  }
}
