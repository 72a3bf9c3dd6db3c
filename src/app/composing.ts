import { fileURLToPath } from "node:url";
import type { App } from "../app.ts";
import type { Channel, Limits } from "../channel/channel.ts";
import { compose, type Composition } from "../compose/compose.ts";
import { loadTemplates } from "../compose/template.ts";
import type { Templates } from "../compose/template.ts";
import type { Config } from "../config/config.ts";
import type { Step } from "../model/campaign.ts";
import type { Entry, Story } from "../model/entry.ts";
import type { Card } from "../model/post.ts";
import type { Problem } from "../model/problem.ts";
import { fetchCard } from "../source/card.ts";

const builtIn = fileURLToPath(new URL("../../templates", import.meta.url));

const loaded = new WeakMap<Config, ReturnType<typeof loadTemplates>>();

/** The operator's templates before the built-in ones; compiled once. */
export function templatesOf(config: Config): Promise<{ templates: Templates; problems: readonly Problem[] }> {
  const known =
    loaded.get(config) ?? loadTemplates(config.templates === null ? [builtIn] : [config.templates, builtIn]);
  loaded.set(config, known);
  return known;
}

/** What is said, about what, in which words' frame. */
export interface Subject {
  readonly entry: Entry;
  readonly story: Story | null;
  readonly campaign: string;
  readonly step: Step;
}

/** The posts of one account about a subject. */
export async function composeFor(
  app: App,
  subject: Subject,
  channel: Channel,
  limits: Limits,
  card: Card | null,
): Promise<Composition> {
  const { templates } = await templatesOf(app.config);
  return compose({ ...subject, templates, channel, limits, card, site: app.config.site });
}

/** Cards of one run: each page is asked once. */
export function cardsOf(app: App): (entry: Entry, story: Story | null) => Promise<Card | null> {
  const asked = new Map<string, Promise<Card | null>>();
  return (entry, story) => {
    const url = story === null ? entry.url : story.link;
    if (url === null) return Promise.resolve(null);
    const known = asked.get(url) ?? cardOf(app, entry, story, url);
    asked.set(url, known);
    return known;
  };
}

/** The page's card; without a page, what the entry or story itself tells. */
async function cardOf(app: App, entry: Entry, story: Story | null, url: string): Promise<Card | null> {
  const told = story === null ? entry : { ...entry, url, title: story.text, summary: "", image: story.image };
  const fetched = await fetchCard(url, app.io.fetch, told);
  return fetched ?? { url, title: told.title, description: told.summary, image: told.image };
}
