import { elsewhere, whoami, withApp, type Common } from "./context.ts";
import { answer, answerJson, complain } from "./output.ts";

export interface StopOptions extends Common {
  readonly as?: string;
  readonly reason?: string;
}

/** Nothing at all goes out until somebody releases it. */
export async function holdAll(options: StopOptions): Promise<boolean> {
  const { json = false, reason = "no reason given" } = options;
  const remote = await elsewhere(options);
  if (remote) return (await import("./remote-stop.ts")).holdAllThere(remote, reason, json);
  return withApp(
    options,
    async ({ ledger, now }) => {
      const stop = {
        at: now().toISOString(),
        who: whoami(options),
        reason,
      };
      const done = await ledger.stops.begin(stop);
      const text = done ? "Everything is held: nothing goes out." : "Everything is held already.";
      if (options.json) answerJson({ done, text, stop: await ledger.stops.current() });
      else (done ? answer : complain)(text);
      return done;
    },
    { quiet: true },
  );
}

/** Everything goes on; of what came due meanwhile only `ids` go out, the rest is held one by one. */
export async function releaseAll(ids: readonly string[], options: StopOptions): Promise<boolean> {
  const remote = await elsewhere(options);
  if (remote) return (await import("./remote-stop.ts")).releaseAllThere(remote, ids, options.json === true);
  return withApp(
    options,
    async ({ ledger, now }) => {
      const held = await ledger.stops.end(ids, whoami(options), now());
      const text =
        held === undefined
          ? "Nothing was held as a whole."
          : `Everything goes on. ${held} came due meanwhile and stay held: \`carillon status\` lists them.`;
      if (options.json) answerJson({ done: held !== undefined, held: held ?? 0, text });
      else (held === undefined ? complain : answer)(text);
      return held !== undefined;
    },
    { quiet: true },
  );
}
