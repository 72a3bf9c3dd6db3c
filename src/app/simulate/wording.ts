import type { App } from "../../app.ts";
import { isWaiting, stepName, type Booking } from "../../model/booking.ts";
import type { Delivery } from "../../model/delivery.ts";
import type { Post } from "../../model/post.ts";
import { worded } from "../../model/worded.ts";
import type { SimulatedPost } from "../../model/simulation.ts";
import { rank } from "../../plan/rank.ts";
import type { World } from "../../plan/world.ts";
import { composeFor, toldCards } from "../composing.ts";
import { priceOf } from "../money.ts";
import { measureText } from "../previews.ts";

/** What a booking says, and what stands in its way. */
export interface Wording extends Pick<SimulatedPost, "channel" | "title" | "parts" | "cost" | "why"> {
  /** Why it would be held, or is; null where it goes out. */
  readonly problem: string | null;
  /** How many people must agree. */
  readonly needs: number;
  readonly byHand: boolean;
}

/** How the ledger is. */
interface Beginning {
  readonly world: World;
  /** Entries whose words have changed since their posts were made. */
  readonly changed: ReadonlySet<string>;
  /** Its bookings, by their first ids. */
  readonly first: ReadonlyMap<string, Booking>;
}

/** Of these: as the ledger has it; what it has not, or what is about to be composed anew, is composed. Each once. */
export async function wordingOf(
  app: App,
  { world, changed, first }: Beginning,
  shown: readonly Booking[],
): Promise<(booking: Booking) => Promise<Wording>> {
  const titles = new Map(world.entries.map(({ id, entry }) => [id, entry.title]));
  const strangers = [...new Set(shown.map(({ entry }) => entry))].filter((id) => !titles.has(id));
  for (const [id, title] of await app.ledger.entries.titles(strangers)) titles.set(id, title);
  const parts = await partsOf(app, shown);
  const word = async (booking: Booking): Promise<Wording> => {
    const before = first.get(booking.ids[0] ?? "");
    const renewed = changed.has(booking.entry) && before && isWaiting(before) && !before.edited;
    const own = before && !renewed ? before.ids.flatMap((id) => parts.get(id) ?? []) : [];
    const said = own.length > 0 ? saidIn(own) : await composed(app, world, booking);
    return { ...(await measured(app, booking, said)), title: titles.get(booking.entry) ?? "" };
  };
  const known = new Map<Booking, Promise<Wording>>();
  return (booking) => {
    const said = known.get(booking) ?? word(booking);
    known.set(booking, said);
    return said;
  };
}

interface Said {
  readonly posts: readonly Post[];
  readonly problem: string | null;
  readonly needs: number;
  readonly why: string | null;
}

/** SQLite takes 32,766 parameters in one statement. */
const chunk = 10_000;

/** What the ledger has of them, by id. */
async function partsOf(app: App, shown: readonly Booking[]): Promise<ReadonlyMap<string, Delivery>> {
  const ids = shown.flatMap((booking) => booking.ids);
  const found = new Map<string, Delivery>();
  for (let at = 0; at < ids.length; at += chunk)
    for (const one of await app.ledger.deliveries.list({ ids: ids.slice(at, at + chunk) }))
      found.set(one.id, one);
  return found;
}

function saidIn(parts: readonly Delivery[]): Said {
  const problem = parts.find(({ state }) => ["held", "failed", "unsure"].includes(state))?.reason ?? null;
  return {
    posts: parts.map(({ post }) => post),
    problem,
    needs: parts[0]?.approvalsNeeded ?? 0,
    why: null,
  };
}

async function composed(app: App, world: World, booking: Booking): Promise<Said> {
  const nothing: Said = { posts: [], problem: null, needs: 0, why: null };
  const campaign = world.campaigns.find(({ name }) => name === booking.campaign);
  const step = campaign?.steps.find(({ name }) => name === stepName(booking.step));
  const known = world.entries.find(({ id }) => id === booking.entry) ?? newestOf(world, booking.entry);
  const channel = await app.desk.channelOf(booking.account);
  if (!campaign || !step || !known || !channel) return nothing;
  const { entry } = known;
  const stories = entry.sections.flatMap((section) => section.stories);
  const story = stories.find(({ id }) => id === booking.story) ?? null;
  const limits = await app.desk.limitsOf(booking.account, channel);
  const subject = { entry, story, campaign: campaign.name, step, account: booking.account };
  const card = await toldCards(entry, story, channel);
  const { posts, problems } = await composeFor(app, subject, channel, limits, card);
  const points = step.order === "best" && story !== null ? rank([story], entry.url)[0] : undefined;
  return {
    posts,
    problem: problems.length > 0 ? problems.join(" ") : null,
    needs: campaign.review?.approvals ?? 0,
    why: points ? worded`${points.points} points: ${points.why}` : null,
  };
}

const newestOf = ({ newest }: World, id: string) => [...newest.values()].find((one) => one.id === id);

async function measured(app: App, booking: Booking, said: Said): Promise<Omit<Wording, "title">> {
  const channel = await app.desk.channelOf(booking.account);
  const limits = channel && (await app.desk.limitsOf(booking.account, channel));
  const byHand = app.desk.account(booking.account)?.handoff !== undefined;
  const { posts, problem, needs, why } = said;
  return {
    channel: channel?.id ?? "",
    parts: limits ? posts.map(({ text }) => measureText(text, limits)) : [],
    cost: channel && !byHand ? priceOf(channel, posts) : null,
    problem,
    needs,
    byHand,
    why,
  };
}
