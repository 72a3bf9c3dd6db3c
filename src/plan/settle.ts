import type { Booking } from "../model/booking.ts";
import type { Campaign, Step } from "../model/campaign.ts";
import { stepName } from "../model/booking.ts";
import { agendaOf, type Agenda } from "./agenda.ts";
import type { Moment } from "./clock.ts";
import type { Manner } from "./drawers.ts";
import type { Wish } from "./wish.ts";
import { paceOf, type World } from "./world.ts";

/** Finds every post its place, around those that have one already. */
export interface Settling {
  /** Takes the booking's own place, whatever else is there. */
  fix(booking: Booking): void;
  /** The same where it is free and not quiet; false where it must give way. */
  stay(booking: Booking): boolean;
  /** The first free moment that is not past; undefined where none is within a year. */
  place(wish: Wish): Moment | undefined;
}

export function settlingOf(world: World, now: Date): Settling {
  const agendas = new Map<string, Agenda>();
  const agenda = (account: string): Agenda => {
    const pace = paceOf(world, account);
    const found = agendas.get(account) ?? agendaOf(pace, world.offsets(pace.zone));
    agendas.set(account, found);
    return found;
  };
  const manner = mannersOf(world.campaigns);
  return {
    fix: (booking) => agenda(booking.account).take(Date.parse(booking.dueAt), manner(booking)),
    stay: (booking) => {
      const at = Date.parse(booking.dueAt);
      const free = agenda(booking.account).find(at, manner(booking)) === at;
      if (free) agenda(booking.account).take(at, manner(booking));
      return free;
    },
    place: (wish) => {
      const how = mannerOf(wish.step, wish.campaign.name, wish.name, wish.entry.id);
      const at = agenda(wish.account).find(Math.max(wish.wanted, now.getTime()), how);
      if (at !== undefined) agenda(wish.account).take(at, how);
      return at;
    },
  };
}

const usual: Manner = { prompt: false, volley: null };

/** How each booking takes its place. */
export function mannersOf(
  campaigns: readonly Campaign[],
): (booking: Pick<Booking, "campaign" | "step" | "entry">) => Manner {
  const known = new Map(
    campaigns.flatMap(({ name, steps }) => steps.map((step) => [`${name} ${step.name}`, step] as const)),
  );
  return ({ campaign, step, entry }) => {
    const own = known.get(`${campaign} ${stepName(step)}`);
    return own ? mannerOf(own, campaign, step, entry) : usual;
  };
}

/** What a step says at once about all stories goes out together. */
function mannerOf(step: Step, campaign: string, name: string, entry: string): Manner {
  const bound = step.after > 0 || step.on !== undefined || step.days !== undefined || step.every !== null;
  const prompt = step.at.kind === "now" && !bound;
  const volley = step.each === "story" && step.every === null && step.before === undefined;
  return { prompt, volley: volley ? `${campaign} ${name} ${entry}` : null };
}
