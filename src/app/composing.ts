import { fileURLToPath } from "node:url";
import type { App } from "../app.ts";
import type { Channel, Limits } from "../channel/channel.ts";
import { compose, type Composition, type Corrected } from "../compose/compose.ts";
import { loadTemplates } from "../compose/template.ts";
import type { Templates } from "../compose/template.ts";
import type { Config } from "../config/config.ts";
import type { Step } from "../model/campaign.ts";
import type { Entry, Story } from "../model/entry.ts";
import type { Card } from "../model/post.ts";
import type { Problem } from "../model/problem.ts";
import { mannerOf, type Occasion } from "./manner.ts";

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
export interface Subject extends Occasion {
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
  const original = subject.step.of === "translation" ? await originalFor(app, subject.entry) : undefined;
  const manner = mannerOf(app, subject, subject.step);
  const about = { ...subject, ...(original && { original }) };
  return compose({ ...about, manner, templates, channel, limits, card, site: app.config.site });
}

/** What an entry of a source that translates another one translates, as far as the ledger knows it. */
async function originalFor(app: App, entry: Entry): Promise<Entry | undefined> {
  const source = app.config.sources.find(({ name }) => name === entry.source)?.translates;
  if (!source) return undefined;
  const { originalOf } = await import("../plan/originals.ts");
  const known = await app.ledger.entries.ofSource(source);
  return originalOf(
    entry,
    known.map((one) => one.entry),
  );
}

export type Cards = (
  entry: Entry,
  story: Story | null,
  channel: Pick<Channel, "card">,
) => Promise<Card | null>;

/** What the entry or story itself tells: needs no network. */
export const toldCards: Cards = (entry, story) => Promise.resolve(toldCard(toldOf(entry, story)));

/** Cards of one run: each page is asked once, and only for a channel that must bring the card itself. */
export function cardsOf(app: App): Cards {
  const asked = new Map<string, Promise<Card | null>>();
  return (entry, story, channel) => {
    const told = toldOf(entry, story);
    if (channel.card !== "supplied") return Promise.resolve(toldCard(told));
    const known = asked.get(told.url) ?? fetchedCard(app, told);
    asked.set(told.url, known);
    return known;
  };
}

/** A story as if it were an entry of its own. */
const toldOf = (entry: Entry, story: Story | null): Entry =>
  story === null
    ? entry
    : { ...entry, url: story.link ?? "", title: story.text, summary: "", image: story.image };

const toldCard = ({ url, title, summary, image }: Entry): Card | null =>
  url === "" ? null : { url, title, description: summary, image };

async function fetchedCard(app: App, told: Entry): Promise<Card | null> {
  if (told.url === "") return null;
  const { fetchCard } = await import("../source/card.ts");
  return (await fetchCard(told.url, app.io.fetch, told)) ?? toldCard(told);
}

/** The note below a post of one account. */
export async function composeNote(
  app: App,
  subject: Omit<Subject, "step">,
  channel: Channel,
  limits: Limits,
  correction: Corrected,
): Promise<Composition> {
  const { templates } = await templatesOf(app.config);
  const step = { name: "correction", thread: null };
  const manner = mannerOf(app, subject, null);
  return compose({
    ...subject,
    manner,
    step,
    templates,
    channel,
    limits,
    card: null,
    site: app.config.site,
    correction,
  });
}
