import type { App } from "../../app.ts";
import { isSameThread, type Delivery } from "../../model/delivery.ts";
import type { Post } from "../../model/post.ts";
import { worded } from "../../model/worded.ts";
import type { Draft, Written } from "../../web/team/posts.ts";
import type { Outcome } from "../decisions.ts";
import { write as writeOne } from "../writing.ts";
import { threadOf } from "./thread.ts";

/** The parts with a person's words; what the draft does not name stays. */
export function draftOf(parts: readonly Delivery[], draft: Draft): readonly Delivery[] {
  return parts.map((one, at) => ({ ...one, post: postOf(one.post, draft, at) }));
}

function postOf(post: Post, { title, texts, alts }: Draft, at: number): Post {
  const media =
    at === 0 ? post.media.map((one, index) => ({ ...one, alt: alts[index] ?? one.alt })) : post.media;
  const named = at === 0 && post.title !== null && title !== null ? title : post.title;
  return { ...post, title: named, text: texts[at] ?? post.text, media };
}

/** Keeps a person's words, part by part. */
export async function write(app: App, id: string, draft: Draft, who: string): Promise<Written> {
  const thread = await threadOf(app, id);
  if (thread === undefined) return { done: false, lines: [worded`This post is not there any more.`] };
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
  const own = await keep(app, thread.parts, draft, who);
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
    const written = await keep(app, parts, { ...draft, alts: [] }, who);
    lines.push(`${other.account}: ${written.lines.join(" ")}`);
  }
  return { done: own.done, lines };
}

const isAlike = (a: Delivery, b: Delivery): boolean =>
  a.campaign === b.campaign &&
  a.step === b.step &&
  a.story === b.story &&
  a.post.language === b.post.language;
