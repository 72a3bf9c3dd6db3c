import type { App } from "../../app.ts";
import type { Delivery, State } from "../../model/delivery.ts";
import { worded } from "../../model/worded.ts";
import type { PostAction, Way } from "../../web/team/needs.ts";
import { waitsForPage } from "../../watch/pages.ts";
import type { Written } from "../../web/team/posts.ts";
import { cancel, hold, release, resolveAgain, retry, type Decide, type Outcome } from "../decisions.ts";
import { cancelEntry, releaseEntry } from "../entry-decisions.ts";
import { threadOf } from "./thread.ts";

/** States in which a decision means something: of a thread only these parts are asked. */
const meant: Readonly<Record<Exclude<PostAction, "retract">, readonly State[]>> = {
  hold: ["draft", "scheduled"],
  release: ["held", "handed"],
  cancel: ["draft", "scheduled", "held", "failed", "unsure", "handed"],
  retry: ["failed", "cancelled", "scheduled"],
  there: ["unsure", "handed"],
  unchecked: ["unsure", "handed"],
  again: ["unsure"],
  look: ["unsure"],
};

/** What waits for its page is scheduled: to release it means to wait no longer. */
const isMeant = (action: Exclude<PostAction, "retract">, one: Delivery): boolean =>
  meant[action].includes(one.state) ||
  (action === "release" && one.state === "scheduled" && waitsForPage(one));

/** What a person decided about a post, all its parts, by the same ways as the commands. */
export async function decide(
  app: App,
  id: string,
  action: PostAction,
  detail: string,
  who: string,
): Promise<Written> {
  const thread = await threadOf(app, id);
  if (thread === undefined) return { done: false, lines: [worded`This post is not there any more.`] };
  if (action === "retract") return writtenOf(await retractAll(app, thread.parts, who));
  const act = await actOf(action, detail);
  if (typeof act === "string") return { done: false, lines: [act] };
  const parts = thread.parts.filter((one) => isMeant(action, one));
  // Of a live post each part has an address of its own.
  const asked = action === "there" || action === "unchecked" ? parts.filter((one) => one.id === id) : parts;
  const outcomes: Outcome[] = [];
  for (const part of asked) outcomes.push(await act(app, part, who));
  return writtenOf(outcomes);
}

async function actOf(action: Exclude<PostAction, "retract">, detail: string): Promise<Decide | string> {
  switch (action) {
    case "hold":
      return hold;
    case "release":
      return release;
    case "cancel":
      return cancel;
    case "retry":
      return retry;
    case "again":
      return resolveAgain;
    case "look":
      return (await import("../look-again.ts")).lookAgain;
    case "there":
    case "unchecked": {
      if (!URL.canParse(detail)) return worded`Copy the address of the post itself, such as https://….`;
      const { resolveSent } = await import("../confirm.ts");
      return resolveSent(detail, action === "unchecked", true);
    }
  }
}

async function retractAll(app: App, parts: readonly Delivery[], who: string): Promise<readonly Outcome[]> {
  const { retract } = await import("../retract.ts");
  const outcomes: Outcome[] = [];
  for (const part of parts.filter(({ state }) => state === "sent").toReversed())
    outcomes.push(...(await retract(app, part.id, who)));
  return outcomes;
}

/** All of it is done, or will be by itself. */
export function writtenOf(outcomes: readonly Outcome[]): Written {
  const lines = [...new Set(outcomes.map(({ text }) => text))];
  const none = worded`Nothing is to be decided there any more.`;
  const done = outcomes.length > 0 && outcomes.every((one) => one.done || one.waits);
  const unseen = outcomes.some((one) => one.unseen) && ({ unseen: true } as const);
  return { done, lines: lines.length === 0 ? [none] : lines, ...unseen };
}

export async function decideEntry(
  app: App,
  id: string,
  action: "release" | "cancel",
  who: string,
): Promise<Written> {
  const act = action === "release" ? releaseEntry : cancelEntry;
  return writtenOf([await act(app, id, who)]);
}

export async function correct(app: App, id: string, by: Way | null, who: string): Promise<Written> {
  const { correct: carryOut } = await import("../correct.ts");
  return writtenOf(await carryOut(app, id, by, who));
}
