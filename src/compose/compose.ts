import type { Channel, Limits } from "../channel/channel.ts";
import type { Step } from "../model/campaign.ts";
import type { Entry, OwnWords, Story } from "../model/entry.ts";
import { ownWords } from "../model/own-words.ts";
import type { Card, Post } from "../model/post.ts";
import { worded } from "../model/worded.ts";
import type { Site } from "../model/site.ts";
import { arrange, type Frame } from "./arrange.ts";
import { titleOf } from "./heading.ts";
import { languageOf } from "./languages.ts";
import { type Manner, plainManner } from "./manner.ts";
import { readParts } from "./marks.ts";
import { notesOf } from "./notes.ts";
import { choosePicture } from "./picture.ts";
import { placeLink, type Placed } from "./placement.ts";
import type { Templates } from "./template.ts";
import { type Tracking, trackingOf, trackLink } from "./tracking.ts";
import { wordParts } from "./wording.ts";
import { write } from "./write.ts";

/** What was wrong in a post that went out, put right; empty where it was not wrong. */
export interface Corrected {
  readonly title: string;
  /** The title as it was. */
  readonly was: string;
  readonly link: string;
  readonly text: string;
}

/** What to say, about what, where. */
export interface Request {
  readonly templates: Templates;
  readonly entry: Entry;
  /** Null where the post is about the whole entry. */
  readonly story: Story | null;
  readonly campaign: string;
  readonly step: Pick<Step, "name" | "thread"> & Partial<Pick<Step, "each" | "template">>;
  readonly channel: Pick<Channel, "id" | "label" | "limits" | "card" | "abilities" | "marks">;
  /** The server's own, where it reports them. */
  readonly limits?: Limits;
  /** The preview of the linked page, where it was read. */
  readonly card: Card | null;
  readonly site: Pick<Site, "name" | "url" | "timezone" | "language">;
  /** Of a translation, what it translates. */
  readonly original?: Pick<Entry, "title" | "url">;
  /** For a note below a post. */
  readonly correction?: Corrected;
  /** Absent: nobody says anything. */
  readonly manner?: Manner;
}

/** What is settled before anything is written. */
export interface Setting extends Frame {
  /** The author's, for this post. */
  readonly own: OwnWords;
  /** The link as the entry has it. */
  readonly plain: string;
  readonly tracking: Tracking;
}

export interface Composition {
  /** One a part of the thread; a single one where there is no thread; none while the template has to be mended. */
  readonly posts: readonly Post[];
  /** One sentence each, for the comms team; empty where all can go out as it is. */
  readonly problems: readonly string[];
  /** What was done to the words that a person may want to know, in sentences. */
  readonly notes: readonly string[];
}

/** The post of a step for a channel, as it would go out. Pure: the same request gives the same post. */
export function compose(request: Request): Composition {
  const { channel, manner = plainManner } = request;
  const placed = placeLink(manner.link, channel, request.limits ?? channel.limits);
  const frame = frameOf(request, placed);
  const written = write(request, frame);
  if ("broken" in written) return { posts: [], problems: [written.broken], notes: [] };
  const title = titleOf(written.title, request, placed.limits);
  const wording = wordParts(readParts(written.text), request, frame);
  const { texts, problems } = arrange(wording.parts, frame);
  const posts = postsOf(request, frame, { ...written, texts, title: title.text });
  const empty = posts.every((post) => post.text === "" && post.title === null);
  return {
    posts,
    problems: [
      ...placed.problems,
      ...written.problems,
      ...title.problems,
      ...problems,
      ...(empty ? [worded`There is nothing to say on ${channel.label}.`] : []),
    ],
    notes: notesOf(frame, { ...wording, ...written, texts }),
  };
}

function frameOf(request: Request, { limits, reply }: Placed): Setting {
  const { entry, story, channel, step, manner = plainManner } = request;
  const plain = story?.link ?? entry.url;
  const tracking = trackingOf(manner.utm, request);
  const link = trackLink(plain, tracking);
  const whose = { step: step.name, channel: channel.id, account: manner.account, story: story?.id ?? null };
  return {
    own: ownWords(entry.overrides, whose),
    plain,
    link,
    tracking,
    reply: reply ? link : null,
    limits,
    mode: channel.abilities.thread ? step.thread : null,
    language: languageOf(entry, request.site),
    label: channel.label,
  };
}

interface Said {
  readonly texts: readonly string[];
  readonly title: string | null;
  readonly hashtags: readonly string[];
  /** Of several in turn. */
  readonly template: string | null;
}

function postsOf(request: Request, frame: Setting, said: Said): Post[] {
  const { language, limits } = frame;
  const tags = said.hashtags.slice(0, limits.tags);
  const kept = said.template === null ? {} : { template: said.template };
  const fields = fieldsOf(request, frame, said.title);
  return said.texts.map((text, index) => ({ text, language, tags, ...(fields[index] ?? later), ...kept }));
}

type Fields = Pick<Post, "title" | "link" | "card" | "media">;

const later: Fields = { title: null, link: null, card: null, media: [] };

/** What stands beside the words, part by part. Where the link is in a reply, its card is there too. */
function fieldsOf(
  request: Request,
  { link, reply, limits, tracking }: Setting,
  title: string | null,
): Fields[] {
  const { entry, story, channel } = request;
  const read = request.card && { ...request.card, url: trackLink(request.card.url, tracking) };
  const subject = { entry, story, link, card: read };
  const { card, media } = choosePicture(subject, channel.card, limits);
  if (reply === null) return [{ title, link, card, media }];
  const alone = choosePicture(subject, "none", limits);
  return [
    { title, link: null, card: null, media: alone.media },
    { ...later, card: channel.card === "supplied" ? card : null },
  ];
}
