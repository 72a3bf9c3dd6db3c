import { worded } from "../model/worded.ts";
import { alarm, bare, type Alarm } from "./alarm.ts";
import type { World } from "./world.ts";

/** Hubs that should tell of news and do not: nothing is lost, it only comes later. */
export function alarmsOfSubscriptions({ subscriptions }: World): readonly Alarm[] {
  return subscriptions
    .filter(({ reason, state }) => reason !== null && state !== "ending")
    .map(({ source, hub, reason, askedAt }) =>
      alarm("hub", source, {
        severity: "warning",
        since: askedAt,
        text: worded`The hub ${hub ?? ""} does not tell of news of ${source}: ${bare(reason ?? "")}.`,
        mend: worded`It is asked again by itself, and ${source} is looked at as its \`poll\` says. \`websub: false\` there leaves the hub alone.`,
        silent: true,
      }),
    );
}
