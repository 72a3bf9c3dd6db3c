import type { App } from "../../app.ts";
import { isSameThread, type Delivery } from "../../model/delivery.ts";
import type { Media, Post } from "../../model/post.ts";
import { isUpload } from "../../model/upload.ts";
import { worded } from "../../model/worded.ts";
import type { Draft, PostView, Written } from "../../web/team/posts.ts";
import type { Outcome } from "../decisions.ts";
import { areKnown, notThere } from "../picture-fit.ts";
import { whatDoesNotFit, write as writeOne } from "../writing.ts";
import { viewPost } from "./post-view.ts";
import { threadOf } from "./thread.ts";

/** The parts with a person's words; what the draft does not name stays. */
function draftOf(parts: readonly Delivery[], draft: Draft): readonly Delivery[] {
  return parts.map((one, at) => ({ ...one, post: postOf(one.post, draft, at) }));
}

function postOf(post: Post, { title, texts, alts, media: all }: Draft, at: number): Post {
  const own = all ?? post.media.map((one, index) => ({ ...one, alt: alts[index] ?? one.alt }));
  const media = at === 0 ? own.map(({ url, alt }) => ({ url, alt })) : post.media;
  const named = at === 0 && post.title !== null && title !== null ? title : post.title;
  return { ...post, title: named, text: texts[at] ?? post.text, media };
}

/** A post as it would be, and why it cannot be kept so. */
export async function tryDraft(app: App, id: string, draft: Draft): Promise<PostView | undefined> {
  const thread = await threadOf(app, id);
  if (thread === undefined) return undefined;
  const parts = draftOf(thread.parts, draft);
  const view = viewPost(thread.known, parts, thread.place);
  return view && { ...view, problem: await whyNot(app, thread.parts, parts) };
}

async function whyNot(
  app: App,
  before: readonly Delivery[],
  after: readonly Delivery[],
): Promise<string | null> {
  if (!areKnown(after[0]?.post.media ?? [], before[0]?.post.media ?? [])) return notThere;
  const problems = await Promise.all(after.map((one) => whatDoesNotFit(app, one, one.post)));
  return problems.find((problem) => problem !== null) ?? null;
}

/** Keeps a person's words, part by part. */
export async function write(app: App, id: string, draft: Draft, who: string): Promise<Written> {
  const thread = await threadOf(app, id);
  if (thread === undefined) return { done: false, lines: [worded`This post is not there any more.`] };
  if (!areKnown(draft.media ?? [], thread.parts[0]?.post.media ?? []))
    return { done: false, lines: [notThere] };
  return keep(app, thread.parts, draft, who);
}

async function keep(app: App, parts: readonly Delivery[], draft: Draft, who: string): Promise<Written> {
  const outcomes: Outcome[] = [];
  for (const [at, now] of draftOf(parts, draft).entries()) {
    const old = parts[at];
    if (old && !isSame(old.post, now.post)) outcomes.push(await writeOne(app, old, now.post, who));
  }
  const lines = new Set(outcomes.map(({ text }) => text));
  return {
    done: outcomes.every(({ done }) => done),
    lines: lines.size === 0 ? [worded`Nothing was changed.`] : [...lines],
  };
}

const isSame = (a: Post, b: Post): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Posts of the same step in the same language that wait, on channels that write links alike: one of each account. */
export async function writeAll(app: App, id: string, draft: Draft, who: string): Promise<Written> {
  const thread = await threadOf(app, id);
  const [first] = thread?.parts ?? [];
  if (thread === undefined || first === undefined) return write(app, id, draft, who);
  const own = await write(app, id, draft, who);
  if (!own.done) return own;
  const all = await app.ledger.deliveries.list({
    entry: first.entry,
    states: ["draft", "scheduled", "held"],
  });
  const others = all.filter((one) => one.part === 1 && one.account !== first.account && isAlike(one, first));
  const lines = [...own.lines];
  for (const other of others) {
    const channel = await app.desk.channelOf(other.account);
    if (channel?.limits.linkInText !== thread.place.limits.linkInText || other.parts !== first.parts)
      continue;
    const parts = all.filter((one) => isSameThread(one, other)).toSorted((a, b) => a.part - b.part);
    const taken = channel.limits.media > 0;
    const shared = picturesFor(other.post.media, first.post.media, draft, taken);
    const written = await keep(app, parts, { ...draft, alts: [], media: shared }, who);
    const words = carries(first.post.media, draft) && !taken ? [onlyWords(channel.label)] : [];
    lines.push(`${other.account}: ${[...written.lines, ...words].join(" ")}`);
  }
  return { done: own.done, lines };
}

/** Pictures go with the words where a person chose them; else each post keeps its own, with the same words for the same ones. */
function picturesFor(
  own: readonly Media[],
  before: readonly Media[],
  draft: Draft,
  taken: boolean,
): readonly Media[] | undefined {
  if (draft.media === undefined || !taken) return undefined;
  if (carries(before, draft)) return draft.media;
  return own.map((one) => ({ ...one, alt: draft.media?.find(({ url }) => url === one.url)?.alt ?? one.alt }));
}

const carries = (before: readonly Media[], { media }: Draft): boolean =>
  media !== undefined &&
  (media.some(({ url }) => isUpload(url)) ||
    before.map(({ url }) => url).join() !== media.map(({ url }) => url).join());

const onlyWords = (label: string): string => worded`${label} takes no pictures: only the words are the same.`;

const isAlike = (a: Delivery, b: Delivery): boolean =>
  a.campaign === b.campaign &&
  a.step === b.step &&
  a.story === b.story &&
  a.post.language === b.post.language;
