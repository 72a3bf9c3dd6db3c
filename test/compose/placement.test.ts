import { expect, test } from "vitest";
import { fits } from "../../src/channel/measure.ts";
import { compose, type Request } from "../../src/compose/compose.ts";
import { type Manner, plainManner } from "../../src/compose/manner.ts";
import type { Placement } from "../../src/model/account.ts";
import { ask, channels, issue } from "./fixtures.ts";
import { saidBy } from "./saying.ts";

const card = { url: issue.url, title: "The Bell", description: "", image: null };

const placed = (link: Placement, change: Partial<Request> = {}, more: Partial<Manner> = {}) =>
  compose(ask({ card, ...change, manner: { ...plainManner, link, ...more } }));

test("a link in the first reply is a post of its own, and the first has the picture instead of the card", () => {
  const { posts, problems, notes } = placed("reply");
  expect(problems).toEqual([]);
  expect(
    posts.map(({ text, link, card: own, media }) => [text.includes("https://"), link, own, media.length]),
  ).toEqual([
    [false, null, null, 1],
    [true, null, null, 0],
  ]);
  expect(posts[1]).toMatchObject({ text: issue.url, language: "en", title: null });
  expect(notes).toEqual(["The link is in the first reply."]);
});

test("where Carillon makes the card, the reply has it", () => {
  const { posts } = placed("reply", { channel: channels.carded });
  expect(posts.map((one) => one.card)).toEqual([null, card]);
});

const words = { announcement: "Bells ring at noon and at night. ".repeat(30) };

test.each(["numbered", "plain"] as const)(
  "in a %s thread the second part has the link, and all parts fit",
  (thread) => {
    const { posts, problems } = placed("reply", {
      entry: { ...issue, overrides: words },
      channel: channels.tight,
      step: { name: "announcement", thread },
    });
    expect(problems).toEqual([]);
    expect(posts.length).toBeGreaterThan(3);
    expect(posts.map(({ text }) => text.includes(issue.url))).toEqual(posts.map((_, index) => index === 1));
    expect(posts.every(({ text }) => fits(text, channels.tight.limits.text[0]))).toBe(true);
    expect(posts.map(({ text }) => /\d\/\d$/.test(text))).toEqual(posts.map(() => thread === "numbered"));
  },
);

test("a template's own parts have it in the second as well", () => {
  const { posts } = placed("reply", { step: { name: "thread", thread: "numbered" } });
  expect(posts.map(({ text }) => text.includes(issue.url))).toEqual(posts.map((_, index) => index === 1));
  expect(posts[1]?.text).toMatch(/\n\nhttps:\S+\n\n2\/3$/);
});

test("what has the link in its own words needs no reply", () => {
  const entry = { ...issue, overrides: { announcement: `Look: ${issue.url}` } };
  expect(placed("reply", { entry }).posts).toHaveLength(1);
});

test("a link on the card alone leaves the text, one in the text comes into it", () => {
  expect(placed("card", { channel: channels.carded }).posts).toMatchObject([{ link: issue.url, card }]);
  expect(placed("card", { channel: channels.carded }).posts[0]?.text).not.toContain("https://");
  expect(placed("text", { channel: channels.carded }).posts[0]?.text).toContain(issue.url);
});

test.each([
  [
    "card",
    channels.roomy,
    "Roomy shows a link only where it stands in the text. Write link: text or reply, or take it out.",
  ],
  ["reply", channels.plain, "On Plain no post can reply to another. Write link: text, or take it out."],
  ["reply", channels.titled, "A post on Titled is a title and its link. Take link: reply out."],
] as const)(
  "link: %s where it cannot be is a problem, and the link stays where it was",
  (link, channel, problem) => {
    const { posts, problems } = placed(link, { channel });
    expect(problems).toEqual([problem]);
    expect(posts).toEqual(compose(ask({ card, channel })).posts);
  },
);

test("the reply's link says where readers come from, and so does the card", () => {
  const { posts, notes } = placed("reply", { channel: channels.carded }, { utm: { source: "bell" } });
  expect(posts[1]?.text).toBe(`${issue.url}?utm_source=bell`);
  expect(posts[1]?.card?.url).toBe(`${issue.url}?utm_source=bell`);
  expect(notes).toEqual([
    "The link is in the first reply.",
    "Links to bells.example.org have utm_source=bell.",
  ]);
});

test("templates are taken in turn, and a post keeps the one that it was made with", async () => {
  const files = { "a.hbs": "First. {{link}}", "b.hbs": "Second. {{link}}" };
  const step = { name: "announcement", thread: null, template: ["a", "b"] };
  const made = async (more: Partial<Manner>) => {
    const { posts, notes } = await saidBy(files, ask({ step, manner: { ...plainManner, ...more } }));
    return [posts[0]?.text.split(" ")[0], posts[0]?.template, notes];
  };
  expect(await made({ turn: 0 })).toEqual(["First.", "a", ["It is the turn of the template “a”."]]);
  expect(await made({ turn: 1 })).toEqual(["Second.", "b", ["It is the turn of the template “b”."]]);
  expect((await made({ turn: 2 }))[1]).toBe("a");
  expect((await made({ turn: 2, template: "b" }))[1]).toBe("b");
  expect((await made({ turn: 2, template: "gone" }))[1]).toBe("a");
});

test("one template alone is used, and not noted in the post", async () => {
  const step = { name: "announcement", thread: null, template: ["a"] };
  const { posts } = await saidBy({ "a.hbs": "First. {{link}}" }, ask({ step }));
  expect(posts).toMatchObject([{ text: expect.stringMatching(/^First\./) }]);
  expect(posts[0]).not.toHaveProperty("template");
});

test("an author's own words, title and hashtags go before the template's", () => {
  const own = {
    announcement: { title: "Bells!", hashtags: ["Ring", "#Loud"] },
    "announcement.titled-account": "Mine.",
  };
  const entry = { ...issue, overrides: own };
  const titled = compose(
    ask({ entry, channel: channels.titled, manner: { ...plainManner, account: "titled-account" } }),
  );
  expect(titled.posts).toMatchObject([{ text: "Mine.", title: "Bells!" }]);
  const { posts, notes } = compose(ask({ entry }));
  expect(posts[0]?.text).toMatch(/\n\n#Ring #Loud$/);
  expect(notes).toEqual(["The hashtags are the author’s own, from the entry’s front matter."]);
});
