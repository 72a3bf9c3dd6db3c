import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Session } from "../../src/channel/channel.ts";
import type { SettingValues } from "../../src/model/account.ts";
import { json, type Reply, startServer } from "../bench/bench-server.ts";
import { bell, makeIo } from "../bench/io.ts";
import { failureOf, openPage, openWith, sendTo } from "../bench/linkedin-acts.ts";
import { badInput, problem } from "../bench/linkedin-instance.ts";
import { type LinkedinBench, startLinkedin } from "../bench/linkedin.ts";

const evening = new Date("2026-11-22T21:30:00Z");
let bench: LinkedinBench;
let session: Session;
beforeAll(async () => {
  bench = await startLinkedin();
  session = await openPage(bench, makeIo({ now: () => evening }));
});
afterAll(() => bench.close());

const day = "Resource level throttle MEMBER DAY limit for calls to this resource is reached.";
const answers: readonly (readonly [what: string, reply: Reply, kind: string, reason: RegExp])[] = [
  [
    "a token that ended",
    problem(401, "EXPIRED_ACCESS_TOKEN", "The token used has expired"),
    "unauthorised",
    /60 days/,
  ],
  [
    "a role that was taken away",
    problem(403, "ACCESS_DENIED", "Not enough permissions"),
    "unauthorised",
    /scopes.*role/,
  ],
  [
    "a version that is no more",
    problem(426, "NONEXISTENT_VERSION", "Requested version 20240101 is not active"),
    "unauthorised",
    /newer one as `version`/,
  ],
  [
    "a version that got lost",
    problem(400, "VERSION_MISSING", "A version must be present."),
    "unauthorised",
    /`version`/,
  ],
  [
    "a text that is too long",
    badInput(
      400,
      "FIELD_ARRAY_SIZE_TOO_HIGH",
      "ShareCommentary text length (3001 characters) exceeded the maximum allowed (3000 characters)",
    ),
    "refused",
    /^LinkedIn answered 400 \(FIELD_ARRAY_SIZE_TOO_HIGH\): ShareCommentary text/,
  ],
  [
    "a field that is missing",
    json(422, { message: "ERROR :: /content/article/title :: field is required\n", status: 422 }),
    "refused",
    /title :: field is required\.$/,
  ],
  ["a server error", problem(500, "INTERNAL_ERROR", "Internal server error"), "lost", /500/],
  [
    "a gateway that gave up",
    { status: 504, headers: { "content-type": "text/html" }, body: "<h1>504</h1>" },
    "lost",
    /^LinkedIn answered 504\.$/,
  ],
  ["the same at the same time", problem(409, "CONFLICT", "Conflict"), "lost", /under way/],
  [
    "another place",
    { status: 302, headers: { location: "https://login.example.org/" } },
    "unauthorised",
    /login\.example\.org/,
  ],
  [
    "a page instead of an answer",
    { status: 200, headers: { "content-type": "text/html" }, body: "<h1>Hello</h1>" },
    "lost",
    /which post/,
  ],
  ["too many requests a day", problem(429, "TOO_MANY_REQUESTS", day), "busy", /DAY limit/],
];

test.each(answers)("linkedin understands %s", async (what, reply, kind, reason) => {
  bench.answerNext(reply);
  const failure = await failureOf(() => sendTo(session, { text: `Understanding ${what}` }));
  expect(failure).toMatchObject({ kind, reason: expect.stringMatching(reason) });
  expect(failure.reason).not.toContain("com.linkedin");
});

test.each<[string, Reply, Date | undefined]>([
  [
    "at midnight UTC after a day's limit",
    problem(429, "TOO_MANY_REQUESTS", day),
    new Date("2026-11-23T00:00:00Z"),
  ],
  [
    "when LinkedIn says so",
    { ...problem(429, "TOO_MANY_REQUESTS", day), headers: { "retry-after": "90" } },
    new Date("2026-11-22T21:31:30Z"),
  ],
  [
    "when the engine thinks right otherwise",
    problem(429, "TOO_MANY_REQUESTS", "Too many requests"),
    undefined,
  ],
])("linkedin is tried again %s", async (what, reply, retryAt) => {
  bench.answerNext(reply);
  const failure = await failureOf(() => sendTo(session, { text: `Again ${what}` }));
  expect(failure.kind).toBe("busy");
  expect("retryAt" in failure ? failure.retryAt : undefined).toEqual(retryAt);
});

describe("linkedin sends nothing", () => {
  const card = { url: "https://example.org/", title: "Bells", description: "", image: bell };

  test("while uploads fail", async () => {
    bench.answerNext(problem(503, "SERVICE_UNAVAILABLE", "Try later"), "any");
    expect((await failureOf(() => sendTo(session, { text: "Later", card }))).kind).toBe("down");
  });

  test("while the connection breaks", async () => {
    bench.misbehave("reset", "any");
    expect((await failureOf(() => sendTo(session, { text: "Later", card }))).kind).toBe("down");
    expect(bench.posts.map(({ commentary }) => commentary)).not.toContain("Later");
  });
});

test("linkedin's count of the escaped text, should it count that, is told to people", async () => {
  const strict = await startLinkedin({ counts: "escaped" });
  const failure = await failureOf(async () => sendTo(await openPage(strict), { text: "(x) ".repeat(740) }));
  expect(failure).toMatchObject({ kind: "refused", reason: expect.stringMatching(/4440 characters/) });
  await strict.close();
});

const settings: readonly (readonly [what: string, change: SettingValues, reason: RegExp])[] = [
  ["neither a page nor a member", {}, /either `organization`.*or `member`/],
  [
    "both a page and a member",
    { organization: "2414183", member: "782bbtaQ" },
    /either `organization`.*or `member`/,
  ],
  ["a page by its name", { organization: "bell-foundation" }, /number/],
  ["a page that is not there", { organization: "99" }, /no role on page 99|no page 99/],
  ["another member's token", { member: "someoneElse", accessToken: "token-of-member" }, /write 782bbtaQ/],
  ["a version with a day", { organization: "2414183", version: "20260901" }, /year and a month/],
  ["a version of long ago", { organization: "2414183", version: "202401" }, /newer one as `version`/],
  ["a token that nobody gave", { organization: "2414183", accessToken: "token-of-nobody" }, /new token/],
];

describe("linkedin does not open with", () => {
  test.each(settings)("%s", async (_, change, reason) => {
    const failure = await failureOf(() => openWith(bench, change));
    expect(failure).toMatchObject({ kind: "unauthorised", reason: expect.stringMatching(reason) });
  });

  test("a member who may not post for the page", async () => {
    const other = await startLinkedin({ role: "ANALYST" });
    const failure = await failureOf(() => openPage(other));
    expect(failure).toMatchObject({
      kind: "unauthorised",
      reason: expect.stringMatching(/no role on page 2414183/),
    });
    await other.close();
  });

  test("a server that is another", async () => {
    const other = await startServer(() => ({ status: 404, body: "Not found" }));
    const failure = await failureOf(() => openWith(bench, { organization: "2414183", server: other.url }));
    expect(failure).toMatchObject({
      kind: "unauthorised",
      reason: expect.stringMatching(/`server`|no page/),
    });
    await other.close();
  });
});

test("linkedin opens with whole URNs, and a token that may only write", async () => {
  const other = await startLinkedin({ pageScopes: ["w_organization_social"] });
  const modest = await openWith(other, { organization: "urn:li:organization:2414183" });
  await sendTo(modest, { text: "All that I may" });
  expect(other.acts).toHaveLength(1);
  expect([modest.repeat, modest.find]).toEqual([{}, undefined]);
  await other.close();
});

test("linkedin does not repeat the token, even where LinkedIn does", async () => {
  bench.answerNext(problem(401, "INVALID_ACCESS_TOKEN", "The token token-of-page is not valid"));
  const { reason } = await failureOf(() => sendTo(session, { text: "Hush" }));
  expect(reason).toContain("The token (secret) is not valid");
});
