import type { Delivery } from "../../src/model/delivery.ts";
import type { Entry } from "../../src/model/entry.ts";
import type { Post } from "../../src/model/post.ts";
import type { Published, Reading } from "../../src/web/reading.ts";

export const issue: Entry = {
  id: "https://news.example.org/blog/october/",
  source: "newsletter",
  url: "https://news.example.org/blog/october/",
  title: "The Bell Newsletter October 2026",
  published: "2026-11-05T00:00:00.000Z",
  updated: null,
  language: "en",
  newsletter: true,
  summary: "Welcome to the October issue, with two releases, a summit report and a call for papers.",
  image: { url: "https://news.example.org/cover.png", alt: "A cover with three bells" },
  tags: ["newsletter"],
  translations: [
    { language: "de", url: "https://news.example.org/de/blog/october/" },
    { language: "pt-BR", url: "https://news.example.org/pt-br/blog/october/" },
  ],
  networks: [{ name: "Fedi", url: "https://fedi.example/@bells" }],
  sections: [
    {
      path: ["Software news", "Clients"],
      kind: "stories",
      stories: [
        {
          id: "tower",
          text: "Tower 2.0 has been released. It rings on time.",
          link: "https://tower.example/2.0",
          image: null,
        },
      ],
    },
    {
      path: ["Thanks"],
      kind: "boilerplate",
      stories: [{ id: "t", text: "Thanks to all!", link: null, image: null }],
    },
  ],
  overrides: {},
};

const post: Post = {
  title: "The Bell Newsletter October 2026",
  text: "Two releases and a summit report.\n\nRead it at https://news.example.org/blog/october/. #Bells by @ringer@fedi.example",
  link: "https://news.example.org/blog/october/",
  card: null,
  media: [],
  language: "en",
  tags: ["Bells"],
};

export function makeDelivery(changes: Partial<Delivery> = {}, said: Partial<Post> = {}): Delivery {
  const id = changes.id ?? "d-1";
  return {
    id,
    entry: "e-1",
    story: null,
    campaign: "newsletter",
    step: "announcement",
    part: 1,
    parts: 1,
    account: "here",
    channel: "page",
    state: "sent",
    dueAt: "2026-11-05T15:00:00.000Z",
    firstDueAt: "2026-11-05T15:00:00.000Z",
    post: { ...post, ...said },
    edited: false,
    approvalsNeeded: 0,
    approvals: [],
    memo: { key: id },
    armedAt: "2026-11-05T15:00:01.000Z",
    triedAt: "2026-11-05T15:00:01.000Z",
    tries: 0,
    attempts: [],
    receipt: { remoteId: id, permalink: `https://bells.example.org/p/${id}`, at: "2026-11-05T15:00:02.000Z" },
    reason: null,
    ...changes,
  };
}

/** The issue's announcement on another network. */
export const copy: Delivery = makeDelivery({
  id: "d-2",
  account: "fosstodon",
  channel: "fedi",
  receipt: { remoteId: "77", permalink: "https://fedi.example/@bells/77", at: "2026-11-05T15:00:03.000Z" },
});

export function makePublished(
  changes: Partial<Delivery> = {},
  said: Partial<Post> = {},
  entry: Partial<Entry> = {},
): Published {
  const delivery = makeDelivery(changes, said);
  return { entry: { ...issue, ...entry }, delivery, deliveries: [delivery, copy] };
}

/** What the site reads, without a ledger behind it. */
export function makeReading(posts: readonly Published[] = [], changes: Partial<Reading> = {}): Reading {
  return {
    site: {
      name: "Bells & Friends",
      url: "https://bells.example.org",
      timezone: "Europe/Berlin",
      port: 4747,
      language: "en",
    },
    published: async (limit) => posts.filter(({ delivery }) => delivery.state === "sent").slice(0, limit),
    changed: async () => {
      const times = posts.map(({ delivery }) => delivery.changedAt ?? delivery.receipt?.at ?? delivery.dueAt);
      return times.toSorted().at(-1) ?? null;
    },
    archive: async () => posts.map(({ delivery }) => ({ delivery, at: delivery.dueAt })),
    years: async () => [...new Set(posts.map(({ delivery }) => delivery.dueAt.slice(0, 4)))],
    post: async (id) => posts.find(({ delivery }) => delivery.id === id),
    entry: async (id) => posts.find(({ delivery }) => delivery.entry === id),
    entryAt: async (url) => {
      const found = posts.find(({ entry }) => entry.url === url);
      return found && { ...found, id: found.delivery.entry };
    },
    picture: async () => undefined,
    health: async () => ({ ok: true, problems: [], alarms: [], figures: {} }),
    previewTags: { "fedi:card": "large" },
    label: (channel) => (channel === "fedi" ? "Fedi" : "This site"),
    ...changes,
  };
}
