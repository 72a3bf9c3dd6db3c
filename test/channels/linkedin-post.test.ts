import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Io, Session } from "../../src/channel/channel.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import type { Card } from "../../src/model/post.ts";
import { json, startServer } from "../bench/bench-server.ts";
import { bell, makeIo } from "../bench/io.ts";
import { context, failureOf, openMember, openPage, page, sendTo } from "../bench/linkedin-acts.ts";
import { type LinkedinBench, startLinkedin } from "../bench/linkedin.ts";
import { makePost } from "../bench/post.ts";

let bench: LinkedinBench;
let session: Session;
beforeAll(async () => void (bench = await startLinkedin({ processing: 2 })));
beforeEach(async () => void (session = await openPage(bench)));
afterAll(() => bench.close());

const card: Card = {
  url: "https://example.org/issues/11/",
  title: "News of (November) #11",
  description: "Bells & *whistles*",
  image: bell,
};

/** An io whose files are these bytes. */
function loading(bytes: Uint8Array): Io {
  return { ...makeIo(), load: async () => ({ bytes, type: "image/png" }) };
}

const webp = new Uint8Array(Buffer.from(`RIFF\0\0\0\0WEBP${" ".repeat(200)}`));

describe("linkedin shows the card that we supply", () => {
  test("with its picture, in plain text", async () => {
    await sendTo(session, { text: "With a card", link: card.url, card });
    const article = bench.posts.at(-1)?.content?.article;
    expect(article).toEqual({
      source: card.url,
      title: "News of (November) #11",
      description: "Bells & *whistles*",
      thumbnail: expect.stringMatching(/^urn:li:image:\d+$/),
    });
  });

  test.each<[string, Io]>([
    ["is of a type that LinkedIn does not take", loading(webp)],
    ["LinkedIn cannot read", loading(new Uint8Array(Buffer.from("\x89PNG broken", "latin1")))],
    [
      "cannot be loaded",
      { ...makeIo(), load: () => Promise.reject(new ChannelError({ kind: "refused", reason: "Gone." })) },
    ],
  ])("without a picture that %s", async (what, io) => {
    await sendTo(await openPage(bench, io), { text: `A picture that ${what}`, link: card.url, card });
    expect(bench.posts.at(-1)?.content?.article).toMatchObject({ source: card.url, title: card.title });
    expect(bench.posts.at(-1)?.content?.article).not.toHaveProperty("thumbnail");
  });

  test("with a title that LinkedIn demands, and no more than people read", async () => {
    const long = { ...card, title: "", description: "word ".repeat(400), image: null };
    await sendTo(session, { text: "An odd card", link: card.url, card: long });
    const { title, description = "" } = bench.posts.at(-1)?.content?.article ?? {};
    expect(title).toBe("example.org");
    expect(description).toMatch(/word…$/);
    expect(description.length).toBeLessThanOrEqual(1000);
  });

  test("or of the link alone, unless the text has it", async () => {
    await sendTo(session, { text: "No card", link: card.url });
    expect(bench.posts.at(-1)?.content?.article?.source).toBe(card.url);
    await sendTo(session, { text: `No card: ${card.url}`, link: card.url });
    expect(bench.posts.at(-1)?.content).toBeUndefined();
  });
});

describe("linkedin carries images", () => {
  test("with alternative texts, instead of the card", async () => {
    const media = [bell, { url: `${bell.url}?again`, alt: "" }];
    await sendTo(session, { text: "Two bells", media, link: card.url, card });
    const { multiImage, ...rest } = bench.posts.at(-1)?.content ?? {};
    expect(multiImage?.images.map(({ altText }) => altText)).toEqual([bell.alt, undefined]);
    expect(rest).toEqual({});
  });

  test("that are uploaded once, however often a post is prepared", async () => {
    const post = makePost({ text: "Prepared twice", media: [bell] });
    const first = await session.prepare(post, context);
    const before = bench.requests.filter((line) => line.startsWith("PUT")).length;
    expect(await session.prepare(post, { ...context, previous: first })).toEqual(first);
    expect(bench.requests.filter((line) => line.startsWith("PUT"))).toHaveLength(before);
  });

  test("that LinkedIn has no more are uploaded again", async () => {
    const post = makePost({ text: "Prepared late", media: [bell] });
    const lost = {
      at: new Date().toISOString(),
      reply: null,
      images: [{ url: bell.url, urn: "urn:li:image:1" }],
    };
    const memo = await session.prepare(post, { ...context, previous: lost });
    expect(JSON.stringify(memo)).not.toContain('"urn:li:image:1"');
  });

  test.each([
    ["of another type", webp, /PNG, JPEG and GIF/],
    ["that it cannot read", new Uint8Array(Buffer.from("GIF89a")), /cannot read the image/],
  ])("but none %s", async (_, bytes, reason) => {
    const other = await openPage(bench, loading(bytes));
    const failure = await failureOf(() => sendTo(other, { text: "No bell", media: [bell] }));
    expect(failure).toMatchObject({ kind: "refused", reason: expect.stringMatching(reason) });
  });

  test("and no more than twenty", async () => {
    const failure = await failureOf(() => sendTo(session, { media: Array.from({ length: 21 }, () => bell) }));
    expect(failure).toMatchObject({ kind: "refused", reason: expect.stringMatching(/20 images/) });
  });

  test("without telling the token to the servers of others", async () => {
    const other = await startServer(({ headers }) => json(410, { message: `told ${headers.authorization}` }));
    const value = { uploadUrl: `${other.url}/somewhere`, image: "urn:li:image:1" };
    bench.answerNext(json(200, { value }), "any");
    const failure = await failureOf(() => sendTo(session, { text: "Elsewhere", media: [bell] }));
    expect(failure.reason).toBe("LinkedIn answered 410: told undefined.");
    await other.close();
  });
});

describe("linkedin changes posts that are live", () => {
  test("in their text alone, escaped as well", async () => {
    const receipt = await sendTo(session, { text: "Teh news", link: card.url, card });
    await session.edit?.(receipt, makePost({ text: "The (good) news" }));
    expect(bench.posts.at(-1)).toMatchObject({ commentary: "The \\(good\\) news", content: { article: {} } });
    expect(bench.acts.slice(-2)).toEqual([`publish ${receipt.remoteId}`, `edit ${receipt.remoteId}`]);
  });

  test("and says so where they are gone", async () => {
    const receipt = await sendTo(session, { text: "Soon gone" });
    await session.remove?.(receipt);
    const failure = await failureOf(async () => session.edit?.(receipt, makePost({ text: "Too late" })));
    expect(failure).toMatchObject({ kind: "refused", reason: expect.stringMatching(/no such post/) });
  });

  test("and tells where followers read them, and who wrote them", async () => {
    const { remoteId, permalink } = await sendTo(session, { text: "Where am I?" });
    expect(permalink).toBe(`https://www.linkedin.com/feed/update/${remoteId}/`);
    expect(session.profile).toEqual({
      id: page,
      name: "Bell Foundation",
      handle: "bell-2414183",
      url: "https://www.linkedin.com/company/bell-2414183/",
    });
  });

  test("of a member too", async () => {
    const member = await openMember(bench);
    const receipt = await sendTo(member, { text: "I, myself" });
    expect(member.profile).toMatchObject({ id: "urn:li:person:782bbtaQ", name: "Ada Bell" });
    expect([member.repeat, member.find, member.metrics]).toEqual([{}, undefined, undefined]);
    await member.edit?.(receipt, makePost({ text: "We, ourselves" }));
    await member.remove?.(receipt);
    expect(bench.acts.slice(-3).map((act) => act.split(" ")[0])).toEqual(["publish", "edit", "remove"]);
  });
});

describe("linkedin counts", () => {
  test("reactions, reposts and comments, in the order asked", async () => {
    const root = await sendTo(session, { text: "Count me" });
    const picture = await sendTo(session, { text: "Count my picture", media: [bell] });
    const comment = await sendTo(session, { text: "And me" }, { reply: { root, parent: root } });
    const gone = { ...root, remoteId: "urn:li:share:1" };
    expect(await session.metrics?.([comment, gone, root, picture])).toEqual([
      { likes: 3, replies: 0 },
      null,
      { likes: 3, reposts: 2, replies: 1, clicks: 5, views: 90 },
      { likes: 3, reposts: 2, replies: 0, clicks: 5, views: 90 },
    ]);
  });

  test("without reposts where the token is not an admin's", async () => {
    const other = await startLinkedin({ pageScopes: ["w_organization_social", "r_organization_social"] });
    const modest = await openPage(other);
    const receipt = await sendTo(modest, { text: "Count what you can" });
    expect(await modest.metrics?.([receipt])).toEqual([{ likes: 3, replies: 0 }]);
    expect(modest.profile.name).toBe("Page 2414183");
    await other.close();
  });
});
