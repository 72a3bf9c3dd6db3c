import { pathToFileURL } from "node:url";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { findChannel } from "../registry.ts";
import { runContract } from "../channel/contract.ts";
import { answer, answerJson, paint } from "./output.ts";
import { CommandError, type Common } from "./context.ts";

/** The shared contract's checks that need no server, against a channel: built in, a package, or a file. */
export async function channelCheck(name: string, options: Common): Promise<boolean> {
  const channel = await findChannel(existsSync(name) ? pathToFileURL(resolve(name)).href : name);
  if (channel === undefined)
    throw new CommandError(`There is no channel ${name}: give a package's name, or a file's path.`);
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
