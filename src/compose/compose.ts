import type { Channel, Limits } from "../channel/channel.ts";
import type { Step } from "../model/campaign.ts";
import type { Entry, Story } from "../model/entry.ts";
import type { Card, Post } from "../model/post.ts";
import type { Site } from "../model/site.ts";
import { arrange } from "./arrange.ts";
import { contextOf } from "./context.ts";
import { BrokenTemplateError } from "./handlebars.ts";
import { titleOf } from "./heading.ts";
import { languageOf } from "./languages.ts";
import { withoutMarks } from "./marks.ts";
import { choosePicture } from "./picture.ts";
import { renderingOf } from "./rendering.ts";
import { withoutRepeats } from "./repeats.ts";
import { pickTemplate } from "./pick.ts";
import type { Templates } from "./template.ts";

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
  readonly step: Pick<Step, "name" | "thread"> & Partial<Pick<Step, "each">>;
  readonly channel: Pick<Channel, "id" | "label" | "limits" | "card" | "abilities">;
  /** The server's own, where it reports them. */
  readonly limits?: Limits;
  /** The preview of the linked page, where it was read. */
  readonly card: Card | null;
  readonly site: Pick<Site, "name" | "url" | "timezone" | "language">;
  /** Of a translation, what it translates. */
  readonly original?: Pick<Entry, "title" | "url">;
  /** For a note below a post. */
  readonly correction?: Corrected;
}

export interface Composition {
  /** One a part of the thread; a single one where there is no thread; none while the template has to be mended. */
  readonly posts: readonly Post[];
  /** One sentence each, for the comms team; empty where all can go out as it is. */
  readonly problems: readonly string[];
}

/** The post of a step for a channel, as it would go out. Pure: the same request gives the same post. */
export function compose(request: Request): Composition {
  const { entry, story, channel, step } = request;
  const limits = request.limits ?? channel.limits;
  const language = languageOf(entry, request.site);
  const link = story?.link ?? entry.url;
  const written = write(request, limits, language, link);
  if ("broken" in written) return { posts: [], problems: [written.broken] };
  const title = titleOf(written.title, request, limits);
  const mode = channel.abilities.thread ? step.thread : null;
  const { texts, problems } = arrange(written.text, { mode, language, link, limits, label: channel.label });
  const { card, media } = choosePicture({ entry, story, link, card: request.card }, channel.card, limits);
  const first = { title: title.text, link, card, media };
  const later = { title: null, link: null, card: null, media: [] };
  const tags = written.hashtags.slice(0, limits.tags);
  const posts = texts.map((text, index) =>
    Object.assign({ text, language, tags }, index === 0 ? first : later),
  );
  const empty =
    texts.join("") === "" && title.text === null ? [`There is nothing to say on ${channel.label}.`] : [];
  return { posts, problems: [...written.problems, ...title.problems, ...problems, ...empty] };
}

interface Written {
  /** With marks for what may give way. */
  readonly text: string;
  /** Null where nobody wrote one. */
  readonly title: string | null;
  readonly hashtags: readonly string[];
  readonly problems: readonly string[];
}

/** What the entry's author wants said at this step, or what the template says. */
function write(
  request: Request,
  limits: Limits,
  language: string,
  link: string,
): Written | { readonly broken: string } {
  const { entry, story, step, channel, templates } = request;
  const rendering = renderingOf(request, limits, language, link);
  const { hashtags, titles } = rendering;
  const own =
    story === null
      ? (entry.overrides[`${step.name}.${channel.id}`] ?? entry.overrides[step.name])
      : undefined;
  if (own !== undefined) return { text: withoutMarks(own), title: null, hashtags, problems: [] };
  const template = pickTemplate(templates, step, channel.id, story !== null);
  if (template === undefined) return nothing(`There is no template for the step “${step.name}”.`);
  try {
    const text = template(contextOf(request, limits, language), rendering);
    return { text: withoutRepeats(text), title: titles[0] ?? null, hashtags, problems: [] };
  } catch (error) {
    if (error instanceof BrokenTemplateError) return { broken: error.message };
    return nothing(`The template of “${step.name}” does not suit this entry: ${reasonOf(error)}.`);
  }
}

const nothing = (problem: string): Written => ({ text: "", title: null, hashtags: [], problems: [problem] });

/** Handlebars says which name is missing, and where. */
const reasonOf = (error: unknown): string =>
  error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
