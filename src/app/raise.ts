import type { App } from "../app.ts";
import type { Offer } from "../ledger/corrections.ts";
import { stepName } from "../model/booking.ts";
import { baseStep, isNote, type Change, type Correction } from "../model/correction.ts";
import { threadOf, calls, type Delivery, type State } from "../model/delivery.ts";
import type { Entry } from "../model/entry.ts";
import type { Post } from "../model/post.ts";
import {
  amend,
  arePostsSame,
  changesBetween,
  judge,
  storyById,
  successorOf,
  type Subject,
} from "../plan/corrections.ts";
import { cardsOf, composeFor, toldCards, type Cards } from "./composing.ts";
import { freshOf } from "./fresh.ts";

interface Changed {
  readonly id: string;
  readonly former: Entry;
  readonly entry: Entry;
}

/** Compares what is live with what entries say now, and offers corrections where words that matter became others. */
export async function raise(app: App, changed: readonly Changed[]): Promise<void> {
  const cards = cardsOf(app);
  const compared: Changed[] = [];
  for (const one of changed) if (await raiseOne(app, one, cards)) compared.push(one);
  await app.ledger.entries.compared(compared);
}

/** On its way, or a person's: it may become live with the words that it has. */
const between: ReadonlySet<State> = new Set(["sending", "unsure", "handed", "held", "failed"]);

/** False where it has to be compared again later: something of it is on its way, or being corrected. */
async function raiseOne(app: App, { id, former, entry }: Changed, cards: Cards): Promise<boolean> {
  const all = await app.ledger.deliveries.list({ entry: id });
  const known = await app.ledger.corrections.list({ entry: id });
  const posts = all.filter((one) => one.campaign !== calls && !isNote(one));
  const threads = Map.groupBy(posts, threadOf).values();
  const versions = { former: await freshOf(app, former), entry: await freshOf(app, entry) };
  let settled = true;
  for (const parts of threads) {
    const own = known.filter(({ delivery }) => parts.some((part) => part.id === delivery));
    const busy = own.some(({ state }) => state === "wanted" || state === "doing");
    const done = !busy && (await compare(app, parts, own, versions, cards));
    settled &&= done && !parts.some(({ state }) => between.has(state));
  }
  return settled;
}

interface Versions {
  readonly former: Entry;
  readonly entry: Entry;
}

/** Days after which a post is history: nobody reads it again, and a site that moves changes hundreds of entries at once. */
const memory = 60;

const isFresh = ({ receipt, dueAt }: Delivery, now: Date): boolean =>
  now.getTime() - Date.parse(receipt?.at ?? dueAt) < memory * 86_400_000;

/** One thread, of which some parts may be live. False where its template has to be mended first. */
async function compare(
  app: App,
  parts: readonly Delivery[],
  known: readonly Correction[],
  versions: Versions,
  cards: Cards,
): Promise<boolean> {
  const live = parts.filter((part) => part.state === "sent" && isFresh(part, app.now()));
  const [first] = live;
  if (first === undefined) return true;
  const last = known.at(-1);
  const pair = subjectsOf(first, last, versions);
  const changes = pair
    ? changesBetween(pair.before, pair.after, last?.state === "done" ? [] : (last?.changes ?? []))
    : [];
  const fresh = pair ? await renew(app, parts, pair, changes, cards) : { posts: [], moved: true };
  if (fresh === null) return false;
  const whole = fresh.posts.length === first.parts;
  const story = pair?.after.story?.id ?? null;
  const judged = (whole ? live : [first]).map((part) => {
    const post = fresh.posts[part.part - 1];
    const about = known.filter(({ delivery }) => delivery === part.id);
    return { part, post, verdict: judge({ live: part.post, fresh: post, moved: fresh.moved, known: about }) };
  });
  const offers = judged
    .filter(({ verdict }) => verdict === "offer")
    .map(({ part, post }) => offerOf(part, post, changes, story, fresh.posts));
  const over = judged.filter(({ verdict }) => verdict === "end").map(({ part }) => part.id);
  // The first part's offer stands for all where the thread has other parts now.
  const ended = whole ? over : [...over, ...live.slice(1).map(({ id }) => id)];
  if (offers.length + ended.length > 0) await app.ledger.corrections.offer(offers, ended, app.now());
  return true;
}

function offerOf(
  { id, account, part, post }: Delivery,
  fresh: Post | undefined,
  changes: readonly Change[],
  story: string | null,
  posts: readonly Post[],
): Offer {
  const words: Change = { what: "words", before: post.text, after: fresh?.text ?? "" };
  return { delivery: id, account, part, story, posts, changes: changes.length > 0 ? changes : [words] };
}

interface Pair {
  readonly before: Subject;
  readonly after: Subject;
}

/** What the post was about, and what that has become; undefined where it is no longer in the entry. */
function subjectsOf(
  { story: id }: Delivery,
  last: Correction | undefined,
  { former, entry }: Versions,
): Pair | undefined {
  if (id === null) return { before: { entry: former, story: null }, after: { entry, story: null } };
  const old = storyById(former, last?.story ?? id) ?? storyById(former, id);
  const story = old ? successorOf(old, former, entry) : storyById(entry, id);
  if (story === undefined) return undefined;
  return { before: { entry: former, story: old ?? story }, after: { entry, story } };
}

/** The posts as they would be now, and whether the change made them so; null while their template has to be mended. */
async function renew(
  app: App,
  parts: readonly Delivery[],
  pair: Pair,
  changes: readonly Change[],
  cards: Cards,
): Promise<{ readonly posts: readonly Post[]; readonly moved: boolean } | null> {
  const first = parts.find(({ state }) => state === "sent");
  const step = first && stepOf(app, first);
  const channel = first && (await app.desk.channelOf(first.account));
  if (
    first === undefined ||
    step === undefined ||
    channel === undefined ||
    parts.some(({ edited }) => edited)
  )
    return byHand(parts, changes);
  const limits = await app.desk.limitsOf(first.account, channel);
  const write = async ({ entry, story }: Subject, by: Cards): Promise<readonly Post[]> => {
    const { account, campaign, post } = first;
    const subject = { entry, story, campaign, step, account, template: post.template };
    return (await composeFor(app, subject, channel, limits, await by(entry, story, channel))).posts;
  };
  const [before, after] = [await write(pair.before, toldCards), await write(pair.after, toldCards)];
  if (after.length === 0) return null;
  const moved = !arePostsSame(before, after);
  return { posts: moved ? await write(pair.after, cards) : after, moved };
}

/** A person's words, or those of a step that there is no more, are only amended. */
function byHand(parts: readonly Delivery[], changes: readonly Change[]) {
  const inOrder = parts.toSorted((a, b) => a.part - b.part).map(({ post }) => post);
  const posts = inOrder.map((post) => amend(post, changes));
  return { posts, moved: !arePostsSame(inOrder, posts) };
}

function stepOf(app: App, { campaign, step }: Delivery) {
  const steps = app.config.campaigns.find(({ name }) => name === campaign)?.steps;
  return steps?.find(({ name }) => name === stepName(baseStep(step)));
}
