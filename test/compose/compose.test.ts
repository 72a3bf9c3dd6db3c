import { expect, test } from "vitest";
import { fits } from "../../src/channel/measure.ts";
import { compose } from "../../src/compose/compose.ts";
import type { Post } from "../../src/model/post.ts";
import { ask, channels, issue, post, stories } from "./fixtures.ts";
import { effortOf } from "../fixtures/effort.ts";

const first = (change: Parameters<typeof ask>[0]): Post => {
  const { posts, problems } = compose(ask(change));
  expect(problems).toEqual([]);
  expect(posts).toHaveLength(1);
  return posts[0]!;
};

const card = { url: issue.url, title: "T", description: "D", image: null };
const story = { name: "highlights", thread: null };

test("an announcement says what is in the issue, with the link once and a few hashtags", () => {
  expect(first({}).text).toBe(`The Bell Newsletter May 2026 is out!

In this issue:
• In a long essay Noor Ferris asks who keeps the lights on
• Harbours and Handshakes
• The new map shows every public server
• Lantern 2.4.1 has been released

https://bells.example.org/2026/05/the-bell-newsletter-may-2026/

#BELL #Newsletter`);
});

test("an announcement of a plain post is its title and summary", () => {
  expect(first({ entry: post, channel: channels.tight }).text).toBe(`We are moving house

After nine years our server leaves the cellar. Nothing changes for you.

https://bells.example.org/moving/

#BELL #Infrastructure`);
});

test("an entry with neither sections nor summary still makes a post", () => {
  const entry = { ...post, summary: "", tags: [] };
  expect(first({ entry, channel: channels.plain }).text).toBe(
    "We are moving house\n\nhttps://bells.example.org/moving/",
  );
});

test("a title that is a sentence stands for itself", () => {
  const entry = { ...issue, title: "Everyone to the ropes! 3 May 2026" };
  expect(first({ entry }).text).toMatch(/^Everyone to the ropes! 3 May 2026\n/);
});

test.each([
  ["de", "ist da!", "In dieser Ausgabe:"],
  ["fr-CA", "est en ligne\u00a0!", "Au sommaire\u00a0:"],
  ["it", "è online!", "In questo numero:"],
  ["es", "ya está disponible!", "En este número:"],
  ["pt_BR", "já está no ar!", "Nesta edição:"],
])("the small words are in the entry's language: %s", (language, out, contents) => {
  const { text } = first({ entry: { ...issue, language } });
  expect([text.includes(out), text.includes(contents)]).toEqual([true, true]);
});

test("a language without words of its own does without them", () => {
  const { text, language } = first({ entry: { ...issue, language: "fi" } });
  expect([
    language,
    text.includes("In this issue"),
    text.startsWith("The Bell Newsletter May 2026\n\n•"),
  ]).toEqual(["fi", false, true]);
});

test("an unknown or unreadable language gives way to the site's", () => {
  expect(first({ entry: { ...issue, language: "not a language" } }).language).toBe("en");
  expect(first({ entry: { ...issue, language: null } }).language).toBe("en");
});

test("where the network shows the link, the text leaves it out", () => {
  const { text, link } = first({ channel: channels.carded });
  expect([text.includes("https://"), link]).toEqual([false, issue.url]);
});

test("a supplied card is never missing, and no image takes its place", () => {
  const own = first({ channel: channels.carded, story: stories.picture, step: story });
  expect(own.media).toEqual([]);
  expect(own.card).toEqual({
    url: "https://news.example.net/map",
    title: "The new map shows every public server.",
    description: "",
    image: stories.picture.image,
  });
  expect(first({ channel: channels.carded, card }).card).toEqual(card);
});

test("a card that the network makes gives way to a story's own image, but not to an entry's", () => {
  const own = first({ story: stories.picture, step: story, card });
  expect([own.card, own.media[0]?.url]).toEqual([null, "https://news.example.net/map.png"]);
  const announced = first({ card });
  expect([announced.card, announced.media]).toEqual([card, []]);
});

test("without cards images show, their texts cut at a word", () => {
  expect(first({ channel: channels.plain }).media).toEqual([
    { url: "https://bells.example.org/banner.jpg", alt: "Banner" },
  ]);
  expect(first({ channel: channels.plain, story: stories.picture, step: story }).media[0]?.alt).toBe(
    "A map of the world with a dot for every…",
  );
});

test("titles are fitted where the network has them, and null elsewhere", () => {
  expect(first({ channel: channels.titled }).title).toBe("The Bell Newsletter May 2026");
  expect(first({ channel: channels.titled, story: stories.long, step: story }).title).toBe(
    "In a long essay (with many asides, with many asides, with…",
  );
  expect(first({}).title).toBeNull();
});

test("a short story is told with its heading, a long one is shortened", () => {
  expect(first({ channel: channels.tight, story: stories.release, step: story }).text).toMatch(
    /^Clients: Lantern 2\.4\.1 has been released\.\n/,
  );
  const long = first({ channel: channels.tight, story: stories.long, step: story });
  expect(long.text).toContain("…\n\nhttps://");
  expect(fits(long.text, channels.tight.limits.text[0])).toBe(true);
});

test("a link that stands in a story's own text is not repeated", () => {
  const own = { ...stories.release, text: "Lantern 2.4.1: news.example.net/lantern-2-4" };
  const { text } = first({ channel: channels.tight, story: own, step: story });
  expect(text.match(/news\.example\.net/g)).toHaveLength(1);
});

test("what the author wrote goes before the template, the channel's before the step's", () => {
  const entry = {
    ...issue,
    overrides: { announcement: "For all. {{link}}", "announcement.twitter": "For one." },
  };
  expect(first({ entry }).text).toBe("For all. {{link}}");
  expect(first({ entry, channel: channels.tight }).text).toBe("For one.");
});

test("what the author wrote about the issue does not replace single stories", () => {
  const entry = { ...issue, overrides: { highlights: "For all." } };
  expect(first({ entry, story: stories.release, step: story }).text).not.toContain("For all.");
});

test("an author's text that is too long is a problem that says by how much", () => {
  const entry = { ...issue, overrides: { announcement: "x".repeat(320) } };
  const { posts, problems } = compose(ask({ entry, channel: channels.tight }));
  expect(posts[0]?.text).toHaveLength(320);
  expect(problems).toEqual([
    "The text is 40 over the 280 that Tight takes, and nothing more in it may be shortened: say it in fewer words.",
  ]);
});

test("a long text becomes a thread where step and channel say so", () => {
  const entry = {
    ...issue,
    overrides: { announcement: `${"Bells ring at noon and at night. ".repeat(30)}\n\n${issue.url}` },
  };
  const { posts, problems } = compose(
    ask({ entry, channel: channels.tight, step: { name: "announcement", thread: "numbered" }, card }),
  );
  expect(problems).toEqual([]);
  expect(posts.map(({ text }) => /\n\n\d\/\d$/.test(text))).not.toContain(false);
  expect(posts.map(({ link }) => link)).toEqual([issue.url, ...posts.slice(1).map(() => null)]);
  expect(posts.map(({ text }) => text.includes("https://"))).toEqual(posts.map((_, index) => index === 0));
  expect(posts.map((one) => one.card)).toEqual([card, ...posts.slice(1).map(() => null)]);
});

test("a thread obeys what a reply takes, where that is less than a post", () => {
  const words = "Bells ring at noon and at night. ".repeat(30);
  const entry = { ...issue, overrides: { announcement: words } };
  const limits = { ...channels.tight.limits, reply: [{ unit: "utf16", max: 120 }] } as const;
  const channel = { ...channels.tight, limits };
  const { posts } = compose(ask({ entry, channel, step: { name: "announcement", thread: "plain" } }));
  expect(Math.max(...posts.map(({ text }) => text.length))).toBeLessThanOrEqual(120);
});

test("a text that fits stays as it is, though the step could make a thread of it", () => {
  expect(first({ step: { name: "announcement", thread: "numbered" } })).toEqual(first({}));
});

test("a template's own parts are a thread, or one text where there are no threads", () => {
  const step = { name: "thread", thread: "numbered" } as const;
  const parts = compose(ask({ step })).posts.map(({ text }) => text);
  expect(parts.map((text) => text.split("\n")[0])).toEqual([
    "The Bell Newsletter May 2026 is out!",
    "Articles",
    "Clients",
  ]);
  expect(parts.at(-1)).toMatch(/\n\n3\/3$/);
  expect(compose(ask({ step, channel: channels.plain })).posts).toHaveLength(1);
});

test("a server's own limits go before the channel's", () => {
  const limits = { ...channels.roomy.limits, text: [{ unit: "graphemes", max: 140 }] } as const;
  const { text } = first({ limits });
  expect(fits(text, limits.text[0])).toBe(true);
});

test("every step fits every channel in every language", () => {
  const all = ["announcement", "reminder", "highlights", "thread"].flatMap((name) =>
    Object.values(channels).flatMap((channel) =>
      [issue, post].flatMap((entry) =>
        [null, ...Object.values(stories)].flatMap((one) =>
          ["en", "de", "fr", "it", "es", "pt", "ja"].map((language) =>
            ask({ step: { name, thread: null }, channel, entry: { ...entry, language }, story: one }),
          ),
        ),
      ),
    ),
  );
  const wrong = all.flatMap((request) => compose(request).problems);
  const texts = all.flatMap((request) => compose(request).posts.map(({ text }) => text));
  expect(wrong).toEqual([]);
  expect(texts.filter((text) => /\n{3}|[^\S\n]\n|\s$|^\s|undefined|null|object|\{/.test(text))).toEqual([]);
});

test.each([
  "a",
  ".",
  "(",
  " (",
  "@a",
  "http://",
  "https://a.b/",
  "- ",
  ". A",
  "e\u0301",
  "👩‍👩‍👧",
  "漢",
  " ",
  "a: ",
  "#",
  "“",
])("a story of 60,000 times %j does not hold anybody up", async (piece) => {
  const hostile = { ...stories.release, text: `Bells ${piece.repeat(60_000 / piece.length)}` };
  const entry = { ...issue, sections: [{ path: ["A"], kind: "stories", stories: [hostile] }] } as const;
  const took = await effortOf(() => {
    const made = Object.values(channels).flatMap((channel) => [
      compose(ask({ channel, entry, story: hostile, step: story })),
      compose(ask({ channel, entry })),
    ]);
    expect(made.flatMap(({ problems }) => problems)).toEqual([]);
  });
  expect(took).toBeLessThan(5_000);
});
