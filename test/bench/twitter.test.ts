import { afterAll, beforeAll, expect, test } from "vitest";
import { makeIo, makeIoBy } from "./io.ts";
import { openAt } from "./twitter-acts.ts";
import { hasSpec } from "./twitter-rules.ts";
import { startTwitter, type TwitterBench } from "./twitter.ts";

let bench: TwitterBench;
beforeAll(async () => void (bench = await startTwitter()));
afterAll(() => bench.close());

async function ask(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const response = await fetch(bench.url + path, {
    method,
    headers: {
      authorization: `Bearer ${bench.bearerOf("comms")}`,
      "content-type": "application/json",
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

test.skipIf(!hasSpec).each([
  ["POST", "/2/tweets", { text: "Hello", language: "en" }, "must NOT have additional properties"],
  ["POST", "/2/tweets", { text: "Hello", reply: {} }, "in_reply_to_tweet_id"],
  ["POST", "/2/tweets", { text: "Hello", media: { media_ids: [] } }, "must NOT have fewer than 1 items"],
  ["POST", "/2/tweets", { text: "Hello", media: { media_ids: ["7"] } }, "Your media IDs are invalid."],
  ["POST", "/2/tweets", { text: " " }, "is missing"],
  ["POST", "/2/media/metadata", { metadata: {} }, "must have required property 'id'"],
  ["POST", "/2/media/upload/initialize", { media_type: "image/svg+xml" }, "must be equal to one of"],
  ["GET", "/2/tweets", undefined, "must have required property 'ids'"],
  ["GET", "/2/users/9000/tweets?max_results=4", undefined, "must be >= 5"],
  ["GET", "/2/users/9000/tweets?next_token=a", undefined, "must NOT have additional properties"],
  ["GET", "/2/users/9000/tweets?tweet.fields=likes", undefined, "must be equal to one of"],
])("%s %s with %j is refused as the description says", async (method, path, body, said) => {
  const { status, text } = await ask(method, path, body);
  expect(status).toBe(400);
  expect(text).toContain(said);
  expect(bench.acts).toEqual([]);
});

test("a signature is taken once, and none that is wrong", async () => {
  const io = makeIo();
  const taken: string[] = [];
  const spy: typeof fetch = (input, init) => {
    taken.push(new Headers(init?.headers).get("authorization") ?? "");
    return io.fetch(input, init);
  };
  await openAt(bench, makeIoBy(spy));
  const [header = ""] = taken;
  expect(header).toMatch(/^OAuth oauth_consumer_key="key-of-app",.*oauth_signature="/);
  const again = header.replace(/(oauth_nonce=")[^"]+/, "$1another");
  const statuses = [header, again].map(async (authorization) => {
    const { status } = await ask("GET", "/2/users/me", undefined, { authorization });
    return status;
  });
  expect(await Promise.all(statuses)).toEqual([401, 401]);
});
