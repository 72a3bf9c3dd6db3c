import { afterAll, beforeAll, expect, test } from "vitest";
import type { Io } from "../../src/channel/channel.ts";
import { bell, makeIo } from "../bench/io.ts";
import { makePost } from "../bench/post.ts";
import { context, failureOf, openAt, sendTo, withServer } from "../bench/twitter-acts.ts";
import { startTwitter, type TwitterBench } from "../bench/twitter.ts";

let bench: TwitterBench;
beforeAll(async () => void (bench = await startTwitter({ duplicates: "taken" })));
afterAll(() => bench.close());

/** Whatever the address, it is this. */
function ioWith(bytes: Uint8Array, type: string, now = () => new Date()): Io {
  return { ...makeIo({ now }), load: () => Promise.resolve({ bytes, type }) };
}

test("a large image arrives whole, in pieces of one mebibyte", async () => {
  const bytes = Uint8Array.from({ length: 2_500_000 }, (_, index) => (index * 7919) % 256);
  const before = bench.requests.length;
  await sendTo(await openAt(bench, ioWith(bytes, "image/webp")), { media: [bell] });
  const [media] = bench.seen("comms").at(-1)?.media ?? [];
  expect(Buffer.compare(Buffer.concat(media?.segments ?? []), bytes)).toBe(0);
  expect(media).toMatchObject({ type: "image/webp", alt: bell.alt });
  expect(bench.requests.slice(before).map((one) => one.replace(/\/\d{10,}/, ""))).toEqual([
    "GET /2/users/me",
    "POST /2/media/upload/initialize",
    ...Array<string>(3).fill("POST /2/media/upload/append"),
    "POST /2/media/upload/finalize",
    "POST /2/media/metadata",
    "POST /2/tweets",
  ]);
});

test("four images keep their order and their alternative texts, of which one may be empty", async () => {
  const media = ["one", "two", "", "four"].map((alt) => ({ url: bell.url, alt }));
  const before = bench.requests.length;
  await sendTo(await openAt(bench), { media });
  expect(
    bench
      .seen("comms")
      .at(-1)
      ?.media.map(({ alt }) => alt),
  ).toEqual(["one", "two", "", "four"]);
  const described = bench.requests.slice(before).filter((one) => one === "POST /2/media/metadata");
  expect(described).toHaveLength(3);
});

test("an image that was uploaded is not uploaded again, until X has dropped it", async () => {
  let now = new Date("2026-11-01T10:00:00Z");
  await withServer({ now: () => now }, async (server) => {
    const to = await openAt(server, makeIo({ now: () => now }));
    const post = makePost({ text: "Later", media: [bell] });
    const previous = await to.prepare(post, context);
    now = new Date("2026-11-02T08:30:00Z");
    expect(await to.prepare(post, { ...context, previous })).toEqual(previous);
    expect(await to.prepare({ ...post, media: [] }, { ...context, previous })).toMatchObject({ media: [] });
    now = new Date("2026-11-02T10:00:00Z");
    expect(await failureOf(() => to.publish(post, previous))).toMatchObject({ kind: "refused" });
    const memo = await to.prepare(post, { ...context, previous });
    await expect(to.publish(post, memo)).resolves.toHaveProperty("remoteId");
  });
});

test("an animated image is waited for", async () => {
  await sendTo(await openAt(bench, ioWith(Buffer.from("GIF89a"), "image/gif")), { media: [bell] });
  expect(bench.seen("comms").at(-1)?.media).toMatchObject([{ type: "image/gif", state: "ready" }]);
});

test("an image that X cannot process is refused with its address", () =>
  withServer({ processing: "failed" }, async (server) => {
    const to = await openAt(server, ioWith(Buffer.from("GIF89a"), "image/gif"));
    expect(await failureOf(() => sendTo(to, { media: [bell] }))).toEqual({
      kind: "refused",
      reason: `X could not process ${bell.url}: use another image.`,
    });
  }));

test("a file that X does not take is refused without asking X", async () => {
  const to = await openAt(bench, ioWith(Buffer.from("<svg/>"), "image/svg+xml"));
  const before = bench.requests.length;
  expect(await failureOf(() => sendTo(to, { media: [bell] }))).toEqual({
    kind: "refused",
    reason: `X does not take image/svg+xml, and ${bell.url} is of that type.`,
  });
  expect(bench.requests).toHaveLength(before);
});

test.each(["unavailable", "nonsense", "loseAnswer", "slow"] as const)(
  "an upload that fails by %s has sent nothing",
  async (fault) => {
    const to = await openAt(bench);
    const before = bench.acts.length;
    bench.misbehave(fault, "any");
    expect(await failureOf(() => sendTo(to, { media: [bell] }))).toMatchObject({ kind: "down" });
    expect(bench.acts).toHaveLength(before);
  },
);

test("an upload that X answers without an id has sent nothing", async () => {
  const to = await openAt(bench);
  bench.answerNext({ status: 200, body: "{}" }, "any");
  expect(await failureOf(() => sendTo(to, { media: [bell] }))).toEqual({
    kind: "down",
    reason: `X gave no understandable answer to the upload of ${bell.url}.`,
  });
});
