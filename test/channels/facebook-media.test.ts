import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Session } from "../../src/channel/channel.ts";
import { context, failureOf, openAt, sendTo } from "../bench/facebook-acts.ts";
import { type FacebookBench, startFacebook } from "../bench/facebook.ts";
import { bell, makeIo } from "../bench/io.ts";
import { makePost } from "../bench/post.ts";

let bench: FacebookBench;
let session: Session;
beforeAll(async () => {
  bench = await startFacebook();
  session = await openAt(bench);
});
afterAll(() => bench.close());

const link = "https://example.org/issues/7/";
const two = [bell, { ...bell, alt: "The same bell" }];

describe("pictures", () => {
  test("keep their order and their texts, and the link goes into the words", async () => {
    await sendTo(session, { text: "Look", link, media: two });
    const seen = bench.seen("comms").at(-1);
    expect(seen?.photos.map(({ alt }) => alt)).toEqual(two.map(({ alt }) => alt));
    expect(seen).toMatchObject({ message: `Look\n\n${link}`, link: null });
  });

  test("are seen by nobody before the post is", async () => {
    const before = bench.acts.length;
    await session.prepare(makePost({ media: two }), context);
    expect(bench.acts.length).toBe(before);
  });

  test("are uploaded once however often the post is prepared", async () => {
    const post = makePost({ media: [bell] });
    const previous = await session.prepare(post, context);
    const before = bench.requests.length;
    expect(await session.prepare(post, { ...context, previous })).toEqual(previous);
    expect(bench.requests.slice(before)).toEqual([
      expect.stringMatching(/^GET \/v26.0\/\d+\?fields=id$/) as string,
    ]);
  });

  test("are uploaded again where Facebook has dropped them", async () => {
    const post = makePost({ media: [bell] });
    const at = new Date().toISOString();
    const previous = { at, under: null, top: null, photos: [{ ...bell, id: "404" }] };
    const memo = await session.prepare(post, { ...context, previous });
    expect(memo).toMatchObject({ at, photos: [{ id: expect.not.stringMatching("^404$") as string }] });
  });

  test("keep the link in the words when those are edited", async () => {
    const receipt = await sendTo(session, { text: "Wrods", link, media: [bell] });
    await session.edit?.(receipt, makePost({ text: "Words", link, media: [bell] }));
    expect(bench.seen("comms").at(-1)?.message).toBe(`Words\n\n${link}`);
  });

  test("are one in a comment, and no more", async () => {
    const root = await sendTo(session, { text: "Root of pictures" });
    const reply = { root, parent: root };
    await sendTo(session, { text: "One", media: [bell] }, { reply });
    expect(bench.seen("comms").at(-1)).toMatchObject({ message: "One", photos: [{ alt: bell.alt }] });
    expect(await failureOf(() => sendTo(session, { text: "Two", media: two }, { reply }))).toEqual({
      kind: "refused",
      reason: "A comment on Facebook takes one picture only.",
    });
  });

  test("that Facebook does not take are refused before anything is seen", async () => {
    const io = makeIo();
    const odd = { ...io, load: async () => ({ bytes: new Uint8Array(8), type: "image/svg+xml" }) };
    const to = await openAt(bench, {}, odd);
    const failure = await failureOf(() => to.prepare(makePost({ media: [bell] }), context));
    expect(failure).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("JPEG or PNG, below 4 MB") as string,
    });
  });
});
