import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { runContract } from "../../src/channel/contract.ts";
import { type Breaks, keyOf, makeSubject, receiptOf } from "../bench/toy.ts";

async function failuresOf(breaks: Breaks): Promise<string[]> {
  const rows = await runContract(makeSubject(breaks));
  return rows.filter(({ outcome }) => outcome === "failed").map(({ name, reason }) => `${name}: ${reason}`);
}

const broken: readonly (readonly [what: string, breaks: Breaks, failing: RegExp])[] = [
  [
    "publishes in prepare",
    {
      session: (_, toy) => ({ prepare: async (post, { key }) => (toy.post(randomUUID(), post), { key }) }),
    },
    /^prepares without anyone seeing: `prepare` made a post/,
  ],
  [
    "writes its secret into the memo",
    { session: () => ({ prepare: async (_, { key }) => ({ key, token: "very-secret-token" }) }) },
    /^makes a memo that the ledger can keep, without secrets: The memo holds a secret/,
  ],
  [
    "keeps in the memo what JSON does not",
    { session: () => ({ prepare: async (_, { key }) => ({ key, at: new Date() }) as never }) },
    /^makes a memo that the ledger can keep, without secrets: The memo is not the same/,
  ],
  [
    "chooses a new key at every try",
    { session: () => ({ prepare: async () => ({ key: randomUUID() }) }) },
    /^chooses the same key again when given its earlier memo/,
  ],
  [
    "posts twice when published twice",
    { session: (_, toy) => ({ publish: async (post) => toy.post(randomUUID(), post) }) },
    /^leaves one post when the same memo is published again: .* 2 posts/,
  ],
  [
    "posts a thread for one post",
    {
      session: (_, toy) => ({
        publish: async (post, memo) => (toy.post(randomUUID(), post), toy.post(keyOf(memo), post)),
      }),
    },
    /^publishes exactly one post that followers see: .* 2 posts/,
  ],
  [
    "retries by itself",
    {
      session: (good) => ({
        publish: async (post, memo) => good.publish(post, memo).catch(() => good.publish(post, memo)),
      }),
    },
    /^says when to come back to a server that is busy, and sends nothing: .* taken for a success/,
  ],
  [
    "escapes what it should leave alone",
    {
      session: (good) => ({
        publish: (post, memo) => good.publish({ ...post, text: escape(post.text) }, memo),
      }),
    },
    /^publishes a text as it was written/,
  ],
  ["finds nothing", { session: () => ({ find: async () => undefined }) }, /^finds a post that is live/],
  [
    "finds anything",
    { session: (_, toy) => ({ find: async () => receiptOf(toy.posts[0]?.id ?? "0") }) },
    /^does not find a post that was never published/,
  ],
  [
    "finds by the link alone",
    {
      session: (_, toy) => ({
        find: async (post) => {
          const one = toy.posts.find(({ text }) => text.includes(String(post.link)));
          return one && receiptOf(one.id);
        },
      }),
    },
    /^does not take an earlier post with other words/,
  ],
  [
    "throws in classify",
    { channel: () => ({ classify: (error) => ({ kind: "lost", reason: (error as Error).message.trim() }) }) },
    /^classifies any error without throwing/,
  ],
  [
    "takes what it does not know for a post that was not sent",
    { channel: () => ({ classify: () => ({ kind: "down", reason: "Down." }) }) },
    /^never takes an unknown error for a post that was not sent/,
  ],
  [
    "quotes an error with the secret in it",
    {
      channel: () => ({
        classify: (error) => ({ kind: "lost", reason: String(Object(error).message ?? "Lost.") || "Lost." }),
      }),
    },
    /^keeps secrets out of reasons: classify wrote a secret into the reason\.$/,
  ],
  [
    "opens with any credential",
    { channel: (good) => ({ open: (_, io) => good.open({ token: "very-secret-token" }, io) }) },
    /^calls wrong credentials unauthorised: .* taken for a success/,
  ],
  [
    "cuts what is too long",
    {
      session: (good) => ({
        publish: (post, memo) => good.publish({ ...post, text: post.text.slice(0, 300) }, memo),
      }),
    },
    /^calls a text that is too long refused, and sends nothing of it/,
  ],
  [
    "fails to remove what is gone",
    {
      session: (good, toy) => ({
        async remove(receipt) {
          const there = toy.posts.some(({ id }) => id === receipt.remoteId);
          return there ? good.remove?.(receipt) : Promise.reject(new Error("gone"));
        },
      }),
    },
    /^removes a post, and is content when it is gone already: gone/,
  ],
  [
    "says that it edits and cannot",
    { channel: ({ abilities }) => ({ abilities: { ...abilities, metrics: true } }) },
    /^can do what its abilities say: `abilities.metrics` is true, and the session lacks `metrics`/,
  ],
  [
    "shows a credential",
    {
      channel: () => ({
        settings: { token: { type: "text", label: "Token", required: true, example: "x" } },
      }),
    },
    /^marks credentials as secret: The setting token looks like a credential/,
  ],
  [
    "asks for a setting without an example",
    { channel: () => ({ settings: { page: { type: "text", label: "Page", required: true } } }) },
    /^describes every setting, with an example/,
  ],
  [
    "allows no text",
    { channel: ({ limits }) => ({ limits: { ...limits, text: [] } }) },
    /^has limits that a post can keep/,
  ],
  [
    "does not open",
    { channel: () => ({ open: () => Promise.reject(new Error("no door, very-secret-token")) }) },
    /^opens an account: the account did not open: no door, \(secret\)$/,
  ],
];

describe("the contract", () => {
  test("is kept by a sound channel", async () => {
    const rows = await runContract(makeSubject());
    expect(rows.filter(({ outcome }) => outcome === "failed")).toEqual([]);
    expect(rows.filter(({ outcome }) => outcome === "passed").length).toBeGreaterThan(25);
  });

  test.each(broken)("catches a channel that %s", async (_, breaks, failing) => {
    expect(await failuresOf(breaks)).toContainEqual(expect.stringMatching(failing));
  });

  test("tries without an account only what needs none, and says so", async () => {
    const { channel } = makeSubject();
    const rows = await runContract({ channel });
    expect(rows.filter(({ outcome }) => outcome === "passed").length).toBe(11);
    expect(rows.filter(({ outcome }) => outcome === "skipped").every(({ reason }) => reason !== null)).toBe(
      true,
    );
  });

  test("skips with the reason that the author of a test gives", async () => {
    const name = "edits a post in place";
    const rows = await runContract({ ...makeSubject(), excused: { [name]: "the toy has no ink" } });
    expect(rows.find((row) => row.name === name)).toEqual({
      name,
      outcome: "skipped",
      reason: "the toy has no ink",
    });
  });
});
