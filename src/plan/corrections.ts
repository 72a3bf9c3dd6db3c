import type { Change, Correction } from "../model/correction.ts";
import { isSameText, plainLink } from "../model/difference.ts";
import type { Entry, Story } from "../model/entry.ts";
import type { Post } from "../model/post.ts";

/** What a post is about. */
export interface Subject {
  readonly entry: Entry;
  readonly story: Story | null;
}

/** Whether two posts say the same; cards and media are not compared, as pages change theirs without anybody meaning anything. */
const isSamePost = (a: Post, b: Post): boolean =>
  isSameText(a.title ?? "", b.title ?? "") &&
  isSameText(a.text, b.text) &&
  plainLink(a.link ?? "") === plainLink(b.link ?? "");

export const arePostsSame = (a: readonly Post[], b: readonly Post[]): boolean =>
  a.length === b.length && a.every((post, index) => b[index] !== undefined && isSamePost(post, b[index]));

/**
 * What changed of the facts. `earlier`: what had changed already and was not put right, so that the difference is from what the
 * live post was written from.
 */
export function changesBetween(
  before: Subject,
  after: Subject,
  earlier: readonly Change[],
): readonly Change[] {
  const [old, now] = [factsOf(before), factsOf(after)];
  return (["title", "link", "text"] as const)
    .map((what) => ({
      what,
      before: earlier.find((one) => one.what === what)?.before ?? old[what],
      after: now[what],
    }))
    .filter((one) => !isSameText(one.before, one.after));
}

const factsOf = ({ entry, story }: Subject) => ({
  title: entry.title,
  link: story?.link ?? entry.url,
  text: story?.text ?? entry.summary,
});

/** A person's own words, with what changed put in the place of what it was, wherever that stands in them. */
export function amend(post: Post, changes: readonly Change[]): Post {
  const put = (text: string): string =>
    changes
      .filter(({ before, after }) => before !== "" && after !== "")
      .reduce((some, { before, after }) => some.replaceAll(before, () => after), text);
  return {
    ...post,
    text: put(post.text),
    title: post.title === null ? null : put(post.title),
    link: post.link === null ? null : put(post.link),
  };
}

const storiesOf = ({ sections }: Entry): readonly Story[] => sections.flatMap(({ stories }) => stories);

export const storyById = (entry: Entry, id: string): Story | undefined =>
  storiesOf(entry).find((story) => story.id === id);

/** The story in the changed entry: by id, else a new one with the same words, else one that shares most of them. */
export function successorOf(story: Story, before: Entry, after: Entry): Story | undefined {
  const old = new Set(storiesOf(before).map(({ id }) => id));
  const newcomers = storiesOf(after).filter(({ id }) => !old.has(id));
  return (
    storyById(after, story.id) ??
    newcomers.find(({ text }) => isSameText(text, story.text)) ??
    newcomers.find(({ text }) => likeness(text, story.text) > 0.5)
  );
}

/** Of the words of two texts, how many they share: 0 none, 1 all. */
function likeness(a: string, b: string): number {
  const [one, other] = [a, b].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)));
  const shared = one && other ? one.intersection(other).size : 0;
  return shared / Math.max(1, one?.size ?? 0, other?.size ?? 0);
}

/** What is known of one live post. */
export interface Standing {
  readonly live: Post;
  /** As it would be now; undefined where there is nothing to say any more. */
  readonly fresh: Post | undefined;
  /** The same template would say other words than before the entry changed. */
  readonly moved: boolean;
  /** What was decided and offered before, the newest last. */
  readonly known: readonly Correction[];
}

/** Whether a correction is to be offered, renewed among it; ended, as the entry says again what was sent; or left as it is. */
export function judge({ live, fresh, moved, known }: Standing): "offer" | "end" | "nothing" {
  const open = known.find(({ state }) => state === "offered");
  const left = known.findLast(({ remedy }) => remedy === "leave");
  if (fresh === undefined) return open || !moved || left?.posts.length === 0 ? "nothing" : "offer";
  const isFresh = (one: Correction | undefined): boolean => {
    const post = one?.posts[one.part - 1];
    return post !== undefined && isSamePost(post, fresh);
  };
  const said = known.findLast(({ state, remedy }) => state === "done" && remedy === "reply");
  if (said === undefined ? isSamePost(live, fresh) : isFresh(said)) return open ? "end" : "nothing";
  if (open) return isFresh(open) ? "nothing" : "offer";
  return moved && !isFresh(left) ? "offer" : "nothing";
}
