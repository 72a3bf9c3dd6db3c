import type { Campaign, Step } from "../model/campaign.ts";
import type { Entry, Story } from "../model/entry.ts";
import { worded } from "../model/worded.ts";
import type { KnownEntry } from "../model/sighting.ts";
import { rank } from "./rank.ts";
import { replan } from "./replan.ts";
import type { Wish } from "./wish.ts";
import type { World } from "./world.ts";
import { offsetsOf } from "./zones.ts";

/** One post that is to go to one account at one moment. */
export interface Slot {
  readonly campaign: Campaign;
  readonly step: Step;
  readonly account: string;
  /** Null where the post is about the entry as a whole. */
  readonly story: Story | null;
  readonly dueAt: Date;
  /** Why the story is where it is among the others: its points; null where it stands as on the page. */
  readonly why: string | null;
}

/** The campaigns, and how often which account may be heard. */
type Places = Pick<World, "campaigns" | "asleep" | "paces" | "pace" | "languages" | "channels" | "originals">;

/** Days ahead of which a step by the calendar has its next time, whichever it is. */
const year = 366;

/** Everything that the campaigns say about an entry that becomes news now, as if there were no other. Pure. */
export function plan(entry: Entry, places: Places, now: Date): readonly Slot[] {
  const at = now.toISOString();
  const news = { id: "preview", entry, state: "news", reason: null, foundAt: at, newsAt: at } as const;
  const known: KnownEntry = { ...news, plannedAt: null, fingerprint: "" };
  const world: World = {
    ...places,
    entries: [known],
    newest: new Map([[entry.source, known]]),
    bookings: [],
    changed: new Set(),
    success: new Map(),
    since: now,
    ahead: year,
    offsets: offsetsOf,
  };
  return onlyNext(replan(world, now).add.toSorted((a, b) => a.at - b.at))
    .toSorted((a, b) => inOrder(a.wish, b.wish))
    .map((one) => slotOf(one.wish, one.at));
}

/** Of what comes round again and again by the calendar, the next time. */
function onlyNext<T extends { readonly wish: Wish }>(additions: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return additions.filter(({ wish }) => {
    const label = `${wish.campaign.name} ${wish.step.name} ${wish.account}`;
    return wish.step.on === undefined || (!seen.has(label) && seen.add(label));
  });
}

/** By campaign, step and story, and then as the accounts are listed. */
function inOrder(a: Wish, b: Wish): number {
  return (
    a.rank[0] - b.rank[0] ||
    a.rank[1] - b.rank[1] ||
    a.rank[2] - b.rank[2] ||
    a.step.to.indexOf(a.account) - b.step.to.indexOf(b.account)
  );
}

function slotOf({ campaign, step, account, story, entry }: Wish, at: number): Slot {
  const ranked = step.order === "best" && story !== null ? rank([story], entry.entry.url)[0] : undefined;
  const why = ranked ? worded`${ranked.points} points: ${ranked.why}` : null;
  return { campaign, step, account, story, dueAt: new Date(at), why };
}
