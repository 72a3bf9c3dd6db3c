import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { load, problemsOf } from "./write.ts";

it("reports all problems at once, each with its line, in the order of the file", async () => {
  expect(
    await problemsOf(`site: { timezone: Europe/Berln, port: 65536 }
templates: ./nowhere
sources:
  news: { feed: "https://example.org/feed", translates: german, brake: many, colour: red }
  german: { markdown: ./*.md, translates: nobody }
  two words: { feed: nowhere }
accounts:
  tower: { channel: bell, server: bell.example, token: "\${TOWER_TOKEN}", kind: video, loud: very }
  chapel: { channel: bel }
  barn: { server: "https://barn.example" }
campaigns:
  news:
    source: newz
    revew: { approvals: 2 }
    steps:
      announcement: { to: [tower, chapl], at: "25:00", limit: 3 }
      reminder: { after: 4 days }
  other: { source: german, review: { approvals: 2, expirs: 3d } }
`),
  ).toMatchInlineSnapshot(`
    [
      "1: site.timezone: “Europe/Berln” does not exist or cannot be read. Give a zone that all times are meant in, such as Europe/Berlin.",
      "1: site.port: This is not a whole number from 1 to 65535. Give the port that the pages are served at.",
      "2: templates: There is no such folder. Make it, or take this setting out: the built-in templates are always there.",
      "4: sources.news.brake: This is not a whole number from 0 to 1000000. Give the number of new entries in one poll above which all wait for a person.",
      "4: sources.news.colour: There is no setting “colour” here. Known here: feed, markdown, site, permalink, first, poll, language, translates, only, hook, websub, brake, maxAge.",
      "4: sources.news.translates: “german” is itself a translation. Name its original, “nobody”.",
      "5: sources.german.site: The setting “site” is missing. Give the address of the site that the Markdown is published on, such as https://blog.example.org.",
      "5: sources.german.translates: There is no source “nobody”. Known here: news, german, two words.",
      "6: sources.two words: This name cannot be used. Begin it with a letter, and use only letters, digits, - and _.",
      "8: accounts.tower.token: The environment variable TOWER_TOKEN is not set. Set it, or take the account tower out; the others work without it.",
      "8: accounts.tower.server: This is not an address. Write it in full, such as https://bell.example.",
      "8: accounts.tower.kind: This is none of the possible values. Known here: link, text.",
      "8: accounts.tower.loud: This is neither true nor false. Write one of the two.",
      "9: accounts.chapel.channel: There is no channel “bel”. Did you mean “bell”?",
      "10: accounts.barn.channel: The setting “channel” is missing. Known here: bell.",
      "13: campaigns.news.source: There is no source “newz”. Did you mean “news”?",
      "14: campaigns.news.revew: There is no setting “revew” here. Did you mean “review”?",
      "16: campaigns.news.steps.announcement.at: “25:00” does not exist or cannot be read. Give now, a time such as 16:00, or next 16:00.",
      "16: campaigns.news.steps.announcement.to.1: There is no account “chapl”. Did you mean “chapel”?",
      "16: campaigns.news.steps.announcement.limit: “limit” is only for a step that goes through the stories. Add each: story, or take it out.",
      "17: campaigns.news.steps.reminder.to: The setting “to” is missing. Give accounts, such as [here].",
      "17: campaigns.news.steps.reminder.after: “4 days” does not exist or cannot be read. Give a time after the entry was found, such as 12h or 4d.",
      "18: campaigns.other.review.expirs: There is no setting “expirs” here. Did you mean “expires”?",
    ]
  `);
});

describe("a file that is not YAML", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["site: { name: A }\nsite: { name: B }", "2: The same key stands here twice."],
    [
      "accounts: { a: { token: *s3cret } }",
      "null: A value begins with *, which YAML takes for a reference to something that is not there.",
    ],
    [
      "accounts: { a: { token: !s3cret } }",
      "1: A value begins with !, which YAML takes for a type of its own.",
    ],
    [
      "accounts:\n  a:\n    token: s3cret: x",
      "3: A value holds a colon followed by a space, which YAML takes for another key.",
    ],
    ["accounts:\n\ta: {}", "2: A tab stands where YAML wants spaces."],
    ["accounts: { a: { token: @s3cret } }", "1: This line is not YAML that can be read."],
    ["", "null: The file holds no settings."],
    ["- one\n- two", "null: The file holds no settings."],
  ];

  it.each(cases)("is refused in words, without a word of its text: %j", async (text, expected) => {
    const { config, problems } = await load(text);
    expect(config).toBeNull();
    expect(problems.map(({ line, problem }) => `${line}: ${problem}`)).toContain(expected);
    expect(JSON.stringify(problems)).not.toContain("s3cret");
  });
});

it("says so when there is no file", async () => {
  const { config, problems } = await loadConfig("/nowhere/carillon.yaml", {}, () =>
    Promise.resolve(undefined),
  );
  expect(config).toBeNull();
  expect(problems).toMatchObject([{ path: "/nowhere/carillon.yaml", line: null }]);
});

it("quotes what somebody wrote, never what came from the environment", async () => {
  const text = "campaigns: { a: { source: a, steps: { b: { to: [c], at: '${SECRET}', after: soon } } } }";
  const lines = (await problemsOf(text, { SECRET: "s3cret" })).join("\n");
  expect(lines).toContain("“soon”");
  expect(lines).not.toContain("s3cret");
});

it("never quotes a value of an account", async () => {
  const text =
    "accounts: { a: { channel: bell, server: s3cret, kind: s3cret, weight: s3cret, loud: s3cret } }";
  const lines = await problemsOf(text);
  expect(lines).toHaveLength(5);
  expect(lines.join("\n")).not.toContain("s3cret");
});

it("never quotes the address of a ledger", async () => {
  expect((await problemsOf("ledger: mysql://me:s3cret@db.example")).join("\n")).not.toContain("s3cret");
});

it("knows which part of the configuration each problem is in, so that the rest can go on", async () => {
  const { problems } = await load("accounts: { a: { channel: bell }, b: { channel: bell, token: x } }");
  expect(problems.map(({ path }) => path)).toEqual(["accounts.a.token"]);
});

it("keeps a campaign with a misspelt review from going out without one", async () => {
  const { config } = await load(`
sources: { news: { feed: "https://example.org/feed" } }
campaigns: { news: { source: news, revew: { approvals: 2 } } }`);
  expect(config?.campaigns).toEqual([]);
});

it("is not misled by keys that every object has", async () => {
  const lines = await problemsOf(
    "constructor: 1\n__proto__: { site: 3 }\naccounts: { toString: { channel: bell, token: x, valueOf: y } }",
  );
  expect(lines.map((line) => line.split(":").slice(0, 2).join(":"))).toEqual([
    "1: constructor",
    "2: __proto__",
    "3: accounts.toString.valueOf",
  ]);
});
