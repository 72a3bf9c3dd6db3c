import { afterAll, beforeAll, expect, test } from "vitest";
import { settingsOf } from "./facebook-acts.ts";
import { type FacebookBench, startFacebook } from "./facebook.ts";

let bench: FacebookBench;
beforeAll(async () => {
  bench = await startFacebook();
});
afterAll(() => bench.close());

interface Answer {
  readonly status: number;
  readonly error?: { readonly code: number; readonly error_subcode?: number; readonly message: string };
  readonly id?: string;
}

async function ask(
  method: string,
  path: string,
  params: Record<string, string> = {},
  version = "v26.0",
): Promise<Answer> {
  const { accessToken } = settingsOf(bench);
  const query = new URLSearchParams(params);
  const response = await fetch(
    `${bench.url}/${version}/${path}${method === "POST" ? "" : `?${query.toString()}`}`,
    {
      method,
      headers: { authorization: `Bearer ${String(accessToken)}` },
      ...(method === "POST" && { body: query }),
    },
  );
  return { ...((await response.json()) as object), status: response.status };
}

const refusals: readonly (readonly [
  what: string,
  path: string,
  params: Record<string, string>,
  code: number,
])[] = [
  ["a parameter that there is not", "1001/feed", { message: "x", mesage: "y" }, 100],
  ["a flag that is none", "1001/feed", { message: "x", published: "yes" }, 100],
  ["nothing to say", "1001/feed", {}, 100],
  ["a text that is too long", "1001/feed", { message: "x".repeat(63_207) }, 100],
  ["a comment that is too long", "nothing/comments", { message: "x".repeat(8001) }, 100],
  ["a photo that it has not", "1001/feed", { "attached_media[0]": '{"media_fbid":"1"}' }, 100],
  ["a link that is none", "1001/feed", { link: "example" }, 100],
  ["a link to itself", "1001/feed", { link: "https://www.facebook.com/x" }, 100],
  ["an edge that there is not", "1001/fed", { message: "x" }, 2500],
  ["a photo without a file", "1001/photos", { published: "false" }, 324],
];

test.each(refusals)("the stand-in refuses %s", async (_, path, params, code) => {
  expect(await ask("POST", path, params)).toMatchObject({ status: 400, error: { code } });
  expect(bench.acts).toEqual([]);
});

test("the stand-in refuses a version that it does not know", async () => {
  expect(await ask("GET", "me", {}, "v1.0")).toMatchObject({ error: { code: 2500 } });
});

test("the stand-in refuses a token in an address", async () => {
  expect(await ask("GET", "me", { access_token: "x" })).toMatchObject({ error: { code: 190 } });
});

test("the stand-in refuses fields that there are not", async () => {
  expect(await ask("GET", "me", { fields: "id,nam" })).toMatchObject({ error: { code: 100 } });
});

test("an unpublished post is there, and nobody sees it", async () => {
  const { id = "" } = await ask("POST", "1001/feed", { message: "Soon", published: "false" });
  expect(await ask("GET", id, { fields: "message,is_published" })).toMatchObject({ is_published: false });
  expect(await ask("GET", "1001/published_posts")).toMatchObject({ data: [] });
  expect([bench.acts, bench.seen("comms")]).toEqual([[], []]);
});

test("the same words twice in a row are refused, and later taken", async () => {
  const say = (message: string): Promise<Answer> => ask("POST", "1001/feed", { message });
  expect(await say("Once")).toMatchObject({ status: 200 });
  expect(await say("Once")).toMatchObject({ error: { code: 506 } });
  expect(await say("Between")).toMatchObject({ status: 200 });
  expect(await say("Once")).toMatchObject({ status: 200 });
});
