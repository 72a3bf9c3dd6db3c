import { afterAll, beforeAll, describe, expect, test } from "vitest";
import lemmy from "../../channels/lemmy/channel.ts";
import type { Session } from "../../src/channel/channel.ts";
import { runContract } from "../../src/channel/contract.ts";
import type { Post } from "../../src/model/post.ts";
import { json, type Reply, startServer } from "../bench/bench-server.ts";
import { makeIo } from "../bench/io.ts";
import { type LemmyBench, startLemmy } from "../bench/lemmy.ts";
import { makePost } from "../bench/post.ts";

let bench: LemmyBench;
let session: Session;
beforeAll(async () => {
  bench = await startLemmy();
  session = await lemmy.open(bench.settings, makeIo());
});
afterAll(() => bench.close());

const context = { key: "bells-1", previous: null, reply: null };
const titled = (change: Partial<Post> = {}): Post => makePost({ title: "Issue 7", ...change });

async function publish(post: Post) {
  return session.publish(post, await session.prepare(post, context));
}

async function failureOf(act: () => Promise<unknown>): Promise<object> {
  const error: unknown = await act().then(
    () => new Error("It succeeded."),
    (thrown: unknown) => thrown,
  );
  return lemmy.classify(error);
}

test("lemmy keeps the contract", async () => {
  const rows = await runContract({
    channel: lemmy,
    settings: bench.settings,
    io: makeIo(),
    world: bench.world,
  });
  expect(rows.filter(({ outcome }) => outcome === "failed")).toEqual([]);
  expect(rows.filter(({ outcome }) => outcome === "skipped").map(({ name }) => name)).toEqual([
    "publishes images with their alternative texts",
    "tells the network a post's language",
    "publishes the same post when the same memo is published again",
    "leaves one post when the same memo is published again",
  ]);
});

test("the profile is the account's own", () => {
  expect(session.profile).toEqual({
    id: "2",
    name: "The Bell",
    handle: "bell@lemmy.example.org",
    url: "https://lemmy.example.org/u/bell",
  });
});

describe("Markdown reads as the text was written:", () => {
  test.each([
    "*stars*, _lines_, snake_case, `code`, [words](x) and ![pictures](x.png)",
    "# no heading\n- no list\n+ nor this\n1. nor\n2) that\n> no quotation",
    "::: spoiler no\nTitle\n===\nand\n---\na | b",
    "~~not struck~~ 2^10 AT&T &amp; <b> \\*",
    "https://example.org/a_b_c?x=1&y=(2)#top, and *that*.",
    "One line\nand the next\n\nA paragraph 👩‍💻",
  ])("%j", async (text) => {
    await publish(titled({ text }));
    expect((await bench.world.visible()).at(-1)?.text).toBe(`Issue 7\n\n${text}`);
  });
});

describe("a look", () => {
  test("finds a post whose link lost its marks for counting visitors", async () => {
    const post = titled({ text: "Marks", link: "https://example.org/7?utm_source=lemmy" });
    const since = new Date();
    const { remoteId } = await publish(post);
    expect((await session.find?.(post, { reply: null }, since))?.remoteId).toBe(remoteId);
  });

  test("does not take the same post in another community for it", async () => {
    const post = titled({ text: "Elsewhere" });
    const elsewhere = await lemmy.open({ ...bench.settings, community: "bells" }, makeIo());
    await elsewhere.publish(post, { reply: null });
    expect(await session.find?.(post, { reply: null }, new Date())).toBeUndefined();
  });

  test("finds a comment where it belongs, and nowhere else", async () => {
    const root = await publish(titled({ text: "Root" }));
    const part = makePost({ text: "Part two" });
    const memo = await session.prepare(part, { ...context, reply: { root, parent: root } });
    const second = await session.publish(part, memo);
    const later = await session.prepare(part, { ...context, reply: { root, parent: second } });
    expect(await session.find?.(part, memo, new Date())).toEqual(second);
    expect(await session.find?.(part, later, new Date())).toBeUndefined();
  });

  test("sees neither what was removed nor what is older", async () => {
    const post = titled({ text: "Gone" });
    await session.remove?.(await publish(post));
    expect(await session.find?.(post, { reply: null }, new Date())).toBeUndefined();
    const old = titled({ text: "Old" });
    await publish(old);
    expect(await session.find?.(old, { reply: null }, new Date(Date.now() + 120_000))).toBeUndefined();
  });
});

test("a look among too many posts is unclear", async () => {
  const busy = await startLemmy();
  const among = await lemmy.open(busy.settings, makeIo());
  for (let number = 1; number <= 50; number++)
    await among.publish(titled({ text: `Post ${number}` }), { reply: null });
  const look = async () => among.find?.(titled({ text: "Another" }), { reply: null }, new Date());
  expect(await failureOf(look)).toMatchObject({ kind: "lost", reason: expect.stringContaining("Too many") });
  await busy.close();
});

test("a comment is edited and removed as a post is", async () => {
  const root = await publish(titled());
  const part = makePost({ text: "Part two" });
  const memo = await session.prepare(part, { ...context, reply: { root, parent: root } });
  const receipt = await session.publish(part, memo);
  await session.edit?.(receipt, makePost({ text: "Corrected" }));
  expect((await bench.world.visible()).at(-1)).toMatchObject({ id: receipt.remoteId, text: "Corrected" });
  expect(await session.metrics?.([receipt])).toEqual([{ likes: 1, replies: 0 }]);
  await session.remove?.(receipt);
  expect(await session.metrics?.([receipt])).toEqual([null]);
});

describe("an answer means", () => {
  test.each([
    [400, "not_logged_in", "unauthorised"],
    [400, "banned_from_community", "unauthorised"],
    [400, "site_ban", "unauthorised"],
    [400, "not_a_mod_or_admin", "unauthorised"],
    [400, "only_mods_can_post_in_community", "unauthorised"],
    [400, "language_not_allowed", "unauthorised"],
    [400, "rate_limit_error", "busy"],
    [429, "rate_limit_error", "busy"],
    [400, "slurs", "refused"],
    [404, "couldnt_find_post", "refused"],
    [400, "unknown", "lost"],
    [400, "couldnt_like_post", "lost"],
    [400, "locked", "refused"],
    [500, "unknown", "lost"],
    [503, "incorrect_login", "lost"],
    [200, "no post", "lost"],
  ])("%i %s: %s", async (status, error, kind) => {
    bench.answerNext(json(status, { error }));
    expect(await failureOf(() => publish(titled()))).toMatchObject({ kind });
  });

  test("nothing certain where it is no JSON", async () => {
    bench.misbehave("nonsense");
    expect(await failureOf(() => publish(titled()))).toMatchObject({ kind: "lost" });
  });

  test("what to do about a title", async () => {
    expect(await failureOf(() => publish(titled({ title: "No" })))).toEqual({
      kind: "refused",
      reason: "The server answered 400, invalid_post_title. A title has 3 to 200 characters.",
    });
  });
});

test.each([
  ["community", { community: "gongs" }, /couldnt_find_community\. Check `community`\.$/],
  ["password", { password: "another" }, /incorrect_login\. Check `username` and `password`\.$/],
])("an account with a wrong %s does not open, and says why", async (_, change, reason) => {
  const open = () => lemmy.open({ ...bench.settings, ...change }, makeIo());
  expect(await failureOf(open)).toEqual({ kind: "unauthorised", reason: expect.stringMatching(reason) });
});

const strangers: readonly (readonly [what: string, answer: Reply, kind: string, reason: RegExp])[] = [
  ["a web page", { status: 200, body: "<h1>Welcome</h1>" }, "unauthorised", /Check `server`/],
  ["a page that is missing", { status: 404, body: "<h1>No</h1>" }, "unauthorised", /Check `server`/],
  ["an account that waits", json(200, { jwt: null }), "unauthorised", /may not sign in yet/],
  ["a second factor", json(400, { error: "missing_totp_token" }), "unauthorised", /without two-factor/],
  ["a server that is being mended", { status: 503 }, "down", /answered 503/],
];

test.each(strangers)("signing in to %s fails and says why", async (_, answer, kind, reason) => {
  const server = await startServer(() => answer);
  const failure = await failureOf(() => lemmy.open({ ...bench.settings, server: server.url }, makeIo()));
  await server.close();
  expect(failure).toEqual({ kind, reason: expect.stringMatching(reason) });
});
