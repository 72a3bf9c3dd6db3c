import type { Step } from "../model/campaign.ts";
import type { Entry } from "../model/entry.ts";
import { ownWords } from "../model/own-words.ts";
import type { KnownEntry } from "../model/sighting.ts";
import type { World } from "./world.ts";

/** Whether the author wants nothing said there, about the entry as a whole or a story. */
function isSkipped(world: World, step: Step, account: string, entry: Entry, story: string | null): boolean {
  const whose = { step: step.name, channel: world.channels?.get(account) ?? "", account, story };
  return ownWords(entry.overrides, whose).skip === true;
}

const isSilent = ({ overrides }: Entry): boolean => Object.keys(overrides).length === 0;

/** What an account may be told of an entry by a step: without the stories that its author leaves out; null for nothing. */
export function tellable(world: World, step: Step, account: string, known: KnownEntry): KnownEntry | null {
  const { entry } = known;
  if (isSilent(entry)) return known;
  if (step.each !== "story" && step.before === undefined)
    return isSkipped(world, step, account, entry, null) ? null : known;
  const sections = entry.sections.map((section) => ({
    ...section,
    stories: section.stories.filter(({ id }) => !isSkipped(world, step, account, entry, id)),
  }));
  return { ...known, entry: { ...entry, sections } };
}
