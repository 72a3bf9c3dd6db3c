import type { Limits } from "../channel/channel.ts";
import type { Entry, Section, Story } from "../model/entry.ts";
import { isRelease } from "../model/release.ts";
import type { Site } from "../model/site.ts";
import { headingOf, headingsOf, highlightsOf, newsOf, trimEnd } from "./highlights.ts";
import { withoutMarks } from "./marks.ts";
import type { Corrected, Request } from "./compose.ts";
import { withoutLink } from "./repeats.ts";
import { leadOf } from "./sentences.ts";

export type Context = ReturnType<typeof describeEntry> & {
  readonly story: StoryContext | null;
  readonly site: Omit<Site, "port">;
  readonly campaign: string;
  readonly step: string;
  readonly original: { readonly title: string; readonly url: string } | null;
  readonly correction: Corrected;
  readonly channel: {
    readonly id: string;
    readonly label: string;
    readonly linkInText: boolean;
    readonly titled: boolean;
  };
};

const nothingCorrected: Corrected = { title: "", was: "", link: "", text: "" };

type StoryContext = ReturnType<typeof describeStory>;

/** All that a template can name. */
export function contextOf(request: Request, limits: Limits, language: string): Context {
  const { entry, story, channel, site } = request;
  const { name, url, timezone } = site;
  return {
    ...entryContext(entry, language),
    story: story === null ? null : describeStory(story, headingAbove(entry, story), language),
    site: cleanAll({ name, url, timezone, language: site.language }),
    campaign: request.campaign,
    step: request.step.name,
    original: request.original
      ? cleanAll({ title: request.original.title, url: request.original.url })
      : null,
    correction: cleanAll(request.correction ?? nothingCorrected),
    channel: {
      id: channel.id,
      label: channel.label,
      linkInText: limits.linkInText,
      titled: limits.title !== null,
    },
  };
}

const described = new WeakMap<Entry, Map<string, ReturnType<typeof describeEntry>>>();

/** An entry is described once a language, however many posts are about it. */
function entryContext(entry: Entry, language: string): ReturnType<typeof describeEntry> {
  const byLanguage = described.get(entry) ?? new Map<string, ReturnType<typeof describeEntry>>();
  const known = byLanguage.get(language) ?? describeEntry(entry, language);
  described.set(entry, byLanguage.set(language, known));
  return known;
}

/** What templates know of an entry, whoever it is for. templates/README.md explains every name. */
function describeEntry(entry: Entry, language: string) {
  const news = newsOf(entry);
  const { overrides: _overrides, source: _source, id: _id, sections: _sections, ...rest } = entry;
  const sections = news.map((section) => describeSection(section, news, language));
  const stories = news.flatMap((section) => section.stories);
  return cleanAll({
    entry: { ...rest, sections },
    headings: headingsOf(news),
    highlights: highlightsOf(news, language),
    counts: {
      sections: headingsOf(news).length,
      stories: stories.length,
      releases: stories.filter(isRelease).length,
    },
    language,
  });
}

function describeSection(section: Section, news: readonly Section[], language: string) {
  const heading = headingOf(section, news);
  const stories = section.stories.map((story) => describeStory(story, heading, language));
  return { heading, path: section.path, stories, leads: stories.map(({ lead }) => trimEnd(lead)) };
}

/** What templates know of a story. */
function describeStory({ text: written, link, image }: Story, heading: string, language: string) {
  const text = withoutLink(written, link);
  return cleanAll({ text, lead: leadOf(text, language), link, image, heading });
}

/** The heading above a story; empty where the entry does not have it. */
function headingAbove(entry: Entry, story: Story): string {
  const news = newsOf(entry);
  const section = news.find(({ stories }) => stories.some(({ id }) => id === story.id));
  return section === undefined ? "" : headingOf(section, news);
}

/** The same value, its texts without anything that could be taken for a mark. */
function cleanAll<T>(value: T): T;
function cleanAll(value: unknown): unknown {
  if (typeof value === "string") return withoutMarks(value);
  if (Array.isArray(value)) return value.map((one) => cleanAll(one));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleanAll(one)]));
}
