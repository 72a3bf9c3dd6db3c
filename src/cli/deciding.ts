import { CommandError } from "./context.ts";
import { decide, type Action, type Options } from "./decide.ts";
import { holdAll, releaseAll, type StopOptions } from "./stop.ts";

/** One decision about posts and entries by their ids; or about everything. */
export async function decideBy(
  action: Action,
  ids: readonly string[],
  options: Options & StopOptions & { readonly all?: boolean },
): Promise<boolean> {
  if (options.all) return action === "hold" ? holdAll(options) : releaseAll(ids, options);
  if (ids.length === 0)
    throw new CommandError(
      `Say what to ${action}, by the ids that \`carillon status\` shows; or --all for everything.`,
    );
  return decide(action, ids, options);
}
