import { type Block, webLinks } from "./block.ts";
import { findLanguages } from "./language.ts";
import { isWithinPage } from "./newsletter-link.ts";
import {
  isAboutEvents,
  isAboutSpecifications,
  isBoilerplateText,
  isGreeting,
  isPlaceholder,
} from "./newsletter-phrases.ts";
import type { Part } from "./section.ts";
import { addToStory, startStory, type StoryDraft } from "./story.ts";

/** Where a section is read up to. */
interface Reading {
  readonly part: Part;
  readonly base: string;
  /** Prose explains; only lists and new versions are news. */
  readonly specifications: boolean;
  /** What has no link is a story all the same. */
  readonly unlinked: boolean;
  readonly stories: StoryDraft[];
  current: StoryDraft | null;
  /** What is said before a list, and needed to understand its items one by one. */
  leadIn: string;
}

/** The pieces of news under a heading, in order. */
export function readStories(part: Part, base: string): StoryDraft[] {
  const reading = startReading(part, base);
  const headed = startHeaded(reading);
  for (const [index, block] of part.blocks.entries()) {
    if (headed !== null) addHeaded(headed, block);
    else readBlock(reading, block, nextText(part.blocks, index));
  }
  return reading.stories;
}

function startReading(part: Part, base: string): Reading {
  const specifications = part.path.some(isAboutSpecifications);
  const items = part.blocks.filter(({ kind }) => kind === "item");
  const bare = items.length > 0 && part.blocks.every((block) => !isLinked(block, base));
  const unlinked = specifications || bare || part.path.some(isAboutEvents);
  return { part, base, specifications, unlinked, stories: [], current: null, leadIn: "" };
}

/** A heading that is a link is a story by itself, unless it stands over a list of others. */
function startHeaded(reading: Reading): StoryDraft | null {
  const { heading, blocks, children } = reading.part;
  if (heading === null || children > 0 || !isLinked(heading, reading.base)) return null;
  if (blocks.filter((block) => block.kind === "item" && isLinked(block, reading.base)).length > 1)
    return null;
  return begin(reading, heading);
}

function addHeaded(story: StoryDraft, block: Block): void {
  if (!isBoilerplateText(block.text)) addBlock(story, block, ".");
}

function addBlock(story: StoryDraft, block: Block, joint = ""): void {
  if (block.kind === "media") story.image ??= block.image;
  else addToStory(story, block, joint);
}

function nextText(blocks: readonly Block[], index: number): Block | undefined {
  return blocks.slice(index + 1, index + 4).find(({ kind }) => kind !== "media");
}

function readBlock(reading: Reading, block: Block, next: Block | undefined): void {
  if (block.kind === "media" || block.kind === "aside") {
    if (reading.current !== null) addBlock(reading.current, block);
  } else if (isPlaceholder(block.text) || isBoilerplateText(block.text)) reading.leadIn = "";
  else if (block.kind === "item") readItem(reading, block);
  else readParagraph(reading, block, next);
}

function readItem(reading: Reading, block: Block): void {
  if (reading.current !== null && isFact(block.text)) addToStory(reading.current, block, ";");
  else if (continues(reading, block)) addBlock(reading.current ?? begin(reading, block), block, ";");
  else begin(reading, block);
}

function readParagraph(reading: Reading, block: Block, next: Block | undefined): void {
  reading.leadIn = "";
  if (block.bold && !isLinked(block, reading.base)) reading.current = null;
  else if (isLeadIn(reading, block, next)) readLeadIn(reading, block, next);
  else if (reading.specifications && !isSpecification(reading, block)) continueOnly(reading, block);
  else if (continues(reading, block)) addBlock(reading.current ?? begin(reading, block), block);
  else begin(reading, block);
}

function continueOnly({ current }: Reading, block: Block): void {
  if (current !== null) addBlock(current, block);
}

function begin(reading: Reading, block: Block): StoryDraft {
  reading.current = startStory(block, reading.leadIn, reading.specifications);
  reading.stories.push(reading.current);
  return reading.current;
}

/** A text without a link tells more of the story before it, as does one that takes up its thread. */
function continues(reading: Reading, block: Block): boolean {
  if (reading.current === null) return false;
  if (block.kind === "paragraph" && takesUp.test(block.text)) return true;
  return !reading.unlinked && !isLinked(block, reading.base);
}

const takesUp =
  /^(?:and|also|additionally|furthermore|moreover|besides|in addition|it|they|he|she|while you|you can)\b/i;

function isLeadIn({ base }: Reading, block: Block, next: Block | undefined): boolean {
  return next?.kind === "item" && (block.text.endsWith(":") || !isLinked(block, base));
}

/** Before a list of facts it is the story itself. */
function readLeadIn(reading: Reading, block: Block, next: Block | undefined): void {
  if (next !== undefined && isFact(next.text)) begin(reading, block);
  else {
    reading.current = null;
    reading.leadIn = block.text.endsWith(":") ? lastSentence(block.text) : "";
  }
}

function lastSentence(text: string): string {
  return text.split(/(?<=[.!?])\s+(?=\p{Lu})/u).at(-1) ?? text;
}

const facts =
  /^(?:date|datum|data|fecha|time|when|uhrzeit|wann|ora|orario|heure|quand|hora|cuándo|quando|place|where|location|venue|ort|wo|luogo|dove|lieu|où|lugar|dónde|onde|price|cost|preis|registration|language|sprache)$/i;

/** `Place: Brussels`, `French: …`: a fact of one story, not a story. */
function isFact(text: string): boolean {
  const label = /^([^:]{2,30}):\s/.exec(text)?.[1]?.trim();
  if (label === undefined || /\d/.test(label)) return false;
  return label.split(/\s*[/&]\s*/).every((word) => facts.test(word)) || isLanguage(label);
}

function isLanguage(label: string): boolean {
  return findLanguages(label).length > 0 && label.split(/\s+/).length <= 3;
}

function isSpecification({ part }: Reading, block: Block): boolean {
  if (/^(?:versi[oóã]\w*|the version)\s+\d/i.test(block.text)) return true;
  const hasItems = part.blocks.some(({ kind }) => kind === "item");
  return (part.heading?.level ?? 0) >= 4 && !hasItems && part.blocks[0] === block;
}

/** In an introduction, only what leads elsewhere and does not greet is news. */
export function readPreamble(part: Part, base: string, least: number): StoryDraft[] {
  const blocks = part.blocks.filter((block) => block.kind === "media" || !isGreeting(block.text));
  const linked = blocks.filter((block) => isLinked(block, base));
  return linked.length < least
    ? []
    : readStories({ ...part, blocks }, base).filter(({ links }) => links.length > 0);
}

function isLinked(block: Block, base: string): boolean {
  return webLinks(block).some(({ url }) => !isWithinPage(url, base));
}
