import { afterAll, beforeAll, describe, expect, test } from "vitest";
import mastodon from "../../channels/mastodon/channel.ts";
import type { Session } from "../../src/channel/channel.ts";
import { bell, makeIo } from "../bench/io.ts";
import { context, failureOf, openAt, withServer } from "../bench/mastodon-acts.ts";
import { type MastodonBench, startMastodon } from "../bench/mastodon.ts";
import { makePost } from "../bench/post.ts";

let bench: MastodonBench;
let session: Session;
beforeAll(async () => {
  bench = await startMastodon();
  session = await openAt(bench);
});
afterAll(() => bench.close());

describe("media", () => {
  test("are waited for, and posted with their texts", () =>
    withServer({ processing: 3 }, async (server) => {
      const to = await openAt(server);
      const post = makePost({ media: [bell] });
      await to.publish(post, await to.prepare(post, context));
      expect(server.seen("comms")[0]?.media).toMatchObject([{ description: bell.alt, attached: true }]);
      expect(server.requests.filter((one) => one.startsWith("GET /api/v1/media/"))).toHaveLength(3);
    }));

  test("are uploaded once however often the post is prepared", async () => {
    const post = makePost({ media: [bell] });
    const previous = await session.prepare(post, context);
    const before = bench.requests.length;
    expect(await session.prepare(post, { ...context, previous })).toEqual(previous);
    expect(bench.requests.slice(before)).toHaveLength(1);
  });

  test("are uploaded again where the server has dropped them", async () => {
    const post = makePost({ media: [bell] });
    const memo = { key: context.key, parent: null, media: [{ ...bell, id: "404" }] };
    const again = await session.prepare(post, { ...context, previous: memo });
    expect(again).toMatchObject({
      key: context.key,
      media: [{ url: bell.url, id: expect.stringMatching(/^113/) as string }],
    });
  });

  test("keep their place in an edit, with a new text", async () => {
    const post = makePost({ media: [bell] });
    const receipt = await session.publish(
      post,
      await session.prepare(post, { ...context, key: "edit-media" }),
    );
    const before = bench
      .seen("comms")
      .at(-1)
      ?.media.map(({ id }) => id);
    await session.edit?.(receipt, { ...post, text: "New words", media: [{ ...bell, alt: "A bell" }] });
    const status = bench.seen("comms").at(-1);
    expect(status).toMatchObject({ text: "New words", media: [{ id: before?.[0], description: "A bell" }] });
  });

  test("of a type that the server does not take are refused before anything is sent", async () => {
    const io = makeIo();
    const odd = { ...io, load: async () => ({ bytes: new Uint8Array(8), type: "image/tiff" }) };
    const to = await mastodon.open({ server: bench.url, accessToken: bench.tokenOf("comms") }, odd);
    expect(await failureOf(() => to.prepare(makePost({ media: [bell] }), context))).toEqual({
      kind: "refused",
      reason: `The server does not take image/tiff, and ${bell.url} is of that type.`,
    });
  });

  test("that are not processed yet may be tried again", async () => {
    await withServer({ processing: 99 }, async (server) => {
      const to = await openAt(server);
      const id = await uploadOnly(server);
      const memo = { key: context.key, parent: null, media: [{ ...bell, id }] };
      expect(await failureOf(() => to.publish(makePost({ media: [bell] }), memo))).toMatchObject({
        kind: "down",
      });
    });
  });
});

async function uploadOnly(server: MastodonBench): Promise<string> {
  const body = new FormData();
  body.set("file", new File([new Uint8Array(8)], "bell.png", { type: "image/png" }));
  const headers = { authorization: `Bearer ${server.tokenOf("comms")}` };
  const answer = await fetch(`${server.url}/api/v2/media`, { method: "POST", body, headers });
  return ((await answer.json()) as { id: string }).id;
}
