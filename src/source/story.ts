import { hash } from "node:crypto";
import type { Image, Story } from "../model/entry.ts";
import { type Block, type Link, type WebLink, webLinks } from "./block.ts";
import { findLead } from "./lead.ts";
import { isWithinPage } from "./newsletter-link.ts";
import { namesNewsletter } from "./newsletter-phrases.ts";

/** A story that is being put together from its blocks. */
export interface StoryDraft {
  /** In parts, so that a story of many blocks is read in linear time. */
  readonly parts: string[];
  length: number;
  readonly links: Link[];
  image: Image | null;
  /** It tells of a new version of a specification. */
  readonly specification: boolean;
}

export function startStory(block: Block, leadIn: string, specification: boolean): StoryDraft {
  const story: StoryDraft = { parts: [], length: 0, links: [], image: block.image, specification };
  if (leadIn !== "") addPart(story, leadIn);
  addToStory(story, block);
  return story;
}

export function addToStory(story: StoryDraft, block: Block, joint = ""): void {
  const last = story.parts.at(-1)?.slice(-2);
  const ended = last === undefined || /[.,:;!?…–-]["'”’»)]?$/.test(last);
  if (last !== undefined) addPart(story, `${ended ? "" : joint} `);
  const from = story.length;
  for (const link of block.links) story.links.push({ ...link, at: link.at + from });
  addPart(story, block.text);
  story.image ??= block.image;
}

function addPart(story: StoryDraft, text: string): void {
  story.parts.push(text);
  story.length += text.length;
}

/** Gives each story its lead link, and an id that no other of the entry has. */
export function finishStories(
  drafts: readonly StoryDraft[],
  base: string,
  taken: Map<string, number>,
): Story[] {
  return drafts.map((draft) => {
    const text = draft.parts.join("").trim();
    const link = findLead(text, newsLinks(draft, base), draft.specification);
    return { id: nameStory(link ?? text, taken), text, link, image: draft.image };
  });
}

/** Without links into the same page, and back to earlier issues. */
function newsLinks(draft: StoryDraft, base: string): WebLink[] {
  const links = webLinks(draft).filter(({ url }) => !isWithinPage(url, base));
  const host = URL.parse(base)?.host;
  const others = links.filter(({ text, url }) => !namesNewsletter(text) || URL.parse(url)?.host !== host);
  return others.length > 0 ? others : links;
}

function nameStory(key: string, taken: Map<string, number>): string {
  const id = hash("sha256", key).slice(0, 10);
  const count = (taken.get(id) ?? 0) + 1;
  taken.set(id, count);
  return count === 1 ? id : `${id}-${count}`;
}
