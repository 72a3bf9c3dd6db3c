/** Seconds after a post went out at which it is looked at: most of what it comes to, it comes to soon. */
export const ages = [3600, 6 * 3600, 86_400, 3 * 86_400, 7 * 86_400, 30 * 86_400] as const;

const [firstAge] = ages;
const lastAge = ages.at(-1) ?? firstAge;

/** Seconds after which a look that was missed is not made up for any more. */
export const forgotten = lastAge + 7 * 86_400;

const elapsed = (sentAt: Date, now: Date): number => (now.getTime() - sentAt.getTime()) / 1000;

const after = (sentAt: Date, seconds: number): Date => new Date(sentAt.getTime() + seconds * 1000);

/** When a post is to be looked at for the first time; null where it is too old. */
export function firstLook(sentAt: Date, now: Date): Date | null {
  const age = elapsed(sentAt, now);
  if (age > forgotten) return null;
  return age < firstAge ? after(sentAt, firstAge) : now;
}

/** After a look: when the next one is due; what was missed meanwhile is left out. Null: never again. */
export function nextLook(sentAt: Date, now: Date): Date | null {
  const next = ages.find((age) => age > elapsed(sentAt, now));
  return next === undefined ? null : after(sentAt, next);
}

/** The age that a look is for: the last that the post has reached. */
export function ageAt(sentAt: Date, now: Date): number {
  return ages.findLast((age) => age <= elapsed(sentAt, now)) ?? firstAge;
}
