import { fileURLToPath } from "node:url";
import type { Channel, Limits } from "../../src/channel/channel.ts";
import type { Measure } from "../../src/channel/measure.ts";
import type { Request } from "../../src/compose/compose.ts";
import { loadTemplates } from "../../src/compose/template.ts";
import type { Entry, Story } from "../../src/model/entry.ts";

export const builtIn = fileURLToPath(new URL("../../templates", import.meta.url));
const { templates } = await loadTemplates([builtIn]);

const story = (id: string, text: string, image: Story["image"] = null): Story => ({
  id,
  text,
  link: `https://news.example.net/${id}`,
  image,
});

export const stories = {
  release: story("lantern-2-4", "Lantern 2.4.1 has been released."),
  talk: story("harbour", "Harbours and Handshakes: Ada Quill explains how two small servers meet."),
  picture: story("map", "The new map shows every public server.", {
    url: "https://news.example.net/map.png",
    alt: "A map of the world with a dot for every server, most of them in places where people live",
  }),
  long: story(
    "essay",
    `In a long essay (${"with many asides, ".repeat(12)}and then some) Noor Ferris asks who keeps the lights on. ${"She counts the volunteers of nine projects, one by one. ".repeat(6)}`.trim(),
  ),
};

/** An issue of a newsletter. */
export const issue: Entry = {
  id: "issue-7",
  source: "newsletter",
  url: "https://bells.example.org/2026/05/the-bell-newsletter-may-2026/",
  title: "The Bell Newsletter May 2026",
  published: "2026-05-05T00:00:00Z",
  updated: null,
  language: "en",
  newsletter: true,
  summary: "Welcome to the newsletter, great to have you here again!",
  image: { url: "https://bells.example.org/banner.jpg", alt: "Banner" },
  tags: ["Newsletter"],
  translations: [],
  networks: [],
  sections: [
    { path: [], kind: "intro", stories: [] },
    { path: ["Articles"], kind: "stories", stories: [stories.long, stories.talk] },
    { path: ["Software"], kind: "group", stories: [] },
    { path: ["Software", "Clients"], kind: "stories", stories: [stories.release, stories.picture] },
    { path: ["Licence"], kind: "boilerplate", stories: [story("by", "This is free to share.")] },
  ],
  overrides: {},
};

/** Any other post: no sections, no image. */
export const post: Entry = {
  ...issue,
  id: "moving",
  url: "https://bells.example.org/moving/",
  title: "We are moving house",
  newsletter: false,
  summary: "After nine years our server leaves the cellar. Nothing changes for you.",
  image: null,
  tags: ["Infrastructure", "open source", "2026"],
  sections: [],
};

const limits: Limits = {
  text: [{ unit: "graphemes", max: 500, links: { length: 23, bare: false }, mentions: "local" }],
  title: null,
  media: 4,
  mediaBytes: 1e6,
  alt: 40,
  tags: 3,
  linkInText: true,
};
const abilities = { thread: true, edit: true, remove: true, metrics: true, language: true, altText: true };
const short: Measure = { unit: "weighted", max: 280, links: { length: 23, bare: true } };

/** Channels as networks have them, by what sets them apart. */
export const channels = {
  roomy: { id: "mastodon", label: "Roomy", limits, card: "scraped", abilities },
  tight: {
    id: "twitter",
    label: "Tight",
    limits: { ...limits, tags: 2, text: [short] },
    card: "scraped",
    abilities,
  },
  carded: {
    id: "bluesky",
    label: "Carded",
    limits: {
      ...limits,
      linkInText: false,
      text: [
        { unit: "graphemes", max: 300 },
        { unit: "bytes", max: 3000 },
      ],
    },
    card: "supplied",
    abilities,
  },
  titled: {
    id: "reddit",
    label: "Titled",
    limits: { ...limits, tags: 0, media: 0, linkInText: false, title: { unit: "utf16", max: 60 } },
    card: "scraped",
    abilities,
  },
  plain: {
    id: "xmpp",
    label: "Plain",
    limits: { ...limits, tags: 0, text: [{ unit: "bytes", max: 9000 }] },
    card: "none",
    abilities: { ...abilities, thread: false },
  },
} as const satisfies Record<string, Pick<Channel, "id" | "label" | "limits" | "card" | "abilities">>;

/** A request for the announcement of the issue on the roomy channel, with changes. */
export const ask = (change: Partial<Request> = {}): Request => ({
  templates,
  entry: issue,
  story: null,
  campaign: "newsletter",
  step: { name: "announcement", thread: null },
  channel: channels.roomy,
  card: null,
  site: {
    name: "BELL Newsletter",
    url: "https://social.example.org",
    timezone: "Europe/Berlin",
    language: "en",
  },
  ...change,
});
