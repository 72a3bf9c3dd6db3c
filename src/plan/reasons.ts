import { stepName, type Booking } from "../model/booking.ts";
import { worded } from "../model/worded.ts";
import type { World } from "./world.ts";

/** Why nothing asks for a planned post any more: a sentence. */
export function whyUnwanted(booking: Booking, world: World): string {
  const { campaign, account } = booking;
  const name = stepName(booking.step);
  const known = world.campaigns.find((one) => one.name === campaign);
  if (known === undefined) return worded`The campaign ${campaign} is no longer in the configuration.`;
  const step = known.steps.find((one) => one.name === name);
  if (step === undefined) return worded`The campaign ${campaign} has no step ${name} any more.`;
  if (!step.to.includes(account)) return worded`${name} no longer goes to ${account}.`;
  const entry = world.entries.find(({ id }) => id === booking.entry);
  if (entry !== undefined && entry.state !== "news") return worded`Its entry was withdrawn.`;
  const stories = entry?.entry.sections.flatMap((section) => section.stories) ?? [];
  if (booking.story !== null && !stories.some(({ id }) => id === booking.story))
    return worded`Its story is no longer in the entry.`;
  if (step.on !== undefined) return worded`A newer entry has taken its place, or its day has.`;
  return worded`${name} no longer asks for it.`;
}

/** Why a person's word stands against the plan. */
export function whoseWord({ movedBy, edited, state }: Booking): string | null {
  if (state === "held") return worded`It is held for a person.`;
  if (movedBy !== null) return worded`${movedBy} chose its time.`;
  return edited ? worded`A person wrote its words.` : null;
}
