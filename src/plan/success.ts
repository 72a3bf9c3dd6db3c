import type { Success } from "../model/campaign.ts";
import { worded } from "../model/worded.ts";
import type { Wish } from "./wish.ts";
import type { World } from "./world.ts";

/** “The announcement has 34 likes already.”, where that is as much as the step names; null where it is not, or nobody knows. */
export function whyNeedless(world: World, wish: Wish): string | null {
  const { campaign, step, account, entry } = wish;
  if (step.unless === undefined || world.success.size === 0) return null;
  const first = campaign.steps[0]?.name;
  const sent = world.bookings.find(
    (one) =>
      one.entry === entry.id &&
      one.account === account &&
      one.campaign === campaign.name &&
      one.step === first &&
      one.state === "sent",
  );
  return describeSuccess(step.unless, world.success.get(sent?.ids[0] ?? ""));
}

const counted = {
  likes: (number: number) => worded`${number} likes`,
  reposts: (number: number) => worded`${number} reposts`,
  replies: (number: number) => worded`${number} replies`,
} as const;

/** Null where any of what is named was not reached. */
export function describeSuccess(asked: Success, reached: Success | undefined): string | null {
  const names = ["likes", "reposts", "replies"] as const;
  const named = names.filter((name) => asked[name] !== undefined);
  if (reached === undefined || named.length === 0) return null;
  const done = named.every((name) => (reached[name] ?? 0) >= (asked[name] ?? 0));
  if (!done) return null;
  const counts = named.map((name) => counted[name](reached[name] ?? 0)).join(" and ");
  return worded`The announcement has ${counts} already, so this needs not be said.`;
}
