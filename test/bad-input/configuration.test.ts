import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { someCarillon } from "../fixtures/carillon.ts";
import { byName, expectSentences, markdownBelfry, note, type Row, type Shown } from "./belfry.ts";

const faults = `  typo: { channel: webhook, serve: "https://hooks.example.org", secret: "hush-hush-hush" }
  keyless: { channel: webhook, server: "https://hooks.example.org", secret: "\${NOT_SET}" }
  stranger: { channel: mastodn, accessToken: "hush-hush-hush" }
sources:
  often: { feed: "https://bells.example.org/feed", poll: "every day" }
  odd: { feed: "bells.example.org" }
campaigns:
  often: { source: oftn, steps: { announcement: { to: [her], at: "25:00" } } }`;

/** Each part of `markdownBelfry` with something wrong added to it. */
function withFaults(): string {
  const [accounts = "", rest = ""] = faults.split("\nsources:\n");
  const [sources = "", campaigns = ""] = rest.split("\ncampaigns:\n");
  return markdownBelfry("")
    .replace("accounts:", `accounts:\n${accounts}`)
    .replace("sources:", `sources:\n${sources}`)
    .replace("campaigns:", `campaigns:\n${campaigns}`);
}

it("everything wrong in a configuration is said at once, and what is right goes on", async () => {
  const carillon = someCarillon(withFaults());
  carillon.write("notes/back.md", note("The bell is back"));
  const said = await carillon.run("once");
  expectSentences(said, "hush-hush-hush");
  expect(said).toMatchObject({ code: 1, out: expect.stringContaining("1 sent") });
  const expected = {
    "accounts.typo.serve": "Webhook accounts have no setting “serve”. Did you mean “server”?",
    "accounts.typo.server": expect.stringMatching(/^The setting “server” is missing\. Give the address/),
    "accounts.keyless.secret": expect.stringMatching(
      /^The environment variable NOT_SET is not set\. Set it, or take/,
    ),
    "accounts.stranger.channel": "There is no channel “mastodn”. Did you mean “mastodon”?",
    "sources.often.poll": expect.stringMatching(/^“every day” .* Give a cron expression, such as /),
    "sources.odd.feed": expect.stringMatching(/^This is not a web address\. Give /),
    "sources.odd": expect.anything(),
    "campaigns.often.source": "There is no source “oftn”. Did you mean “often”?",
    "campaigns.often.steps.announcement.at": expect.stringMatching(
      /^“25:00” .* Give now, a time such as 16:00/,
    ),
    "campaigns.often.steps.announcement.to.0": "There is no account “her”. Did you mean “here”?",
  };
  expect(byName(said.err.replaceAll(/ \(line \d+\)/g, ""))).toEqual(expected);
  const { problems } = await carillon.json<Shown>("status");
  expect(problems.map(({ path }) => path).toSorted()).toEqual(Object.keys(expected).toSorted());
  expect((await carillon.run("check")).code).toBe(1);
});

it("a template that names something unknown speaks for nobody until it is mended", async () => {
  const carillon = someCarillon(
    markdownBelfry("templates: ./words")
      .replace("accounts:", "accounts:\n  there: { channel: page }")
      .replace("[here]", "[here, there]"),
  );
  carillon.write("notes/back.md", note("The bell is back"));
  const template = carillon.write("words/announcement.hbs", "Ring!\n{{entry.titel}}");
  const said = await carillon.run("once");
  expectSentences(said);
  const sentence = `${template} (line 2): “entry.titel” is no name that templates know. Did you mean “entry.title”?`;
  expect(said).toMatchObject({ code: 1, err: `${sentence}\n`, out: expect.stringContaining("0 sent") });
  const { problems } = await carillon.json<Shown>("status");
  expect(problems).toEqual([expect.objectContaining({ path: template })]);
  expect(await carillon.run("check")).toMatchObject({ code: 1, err: `${sentence}\n` });
  carillon.write("words/announcement.hbs", "Ring! {{entry.title}}");
  expect(await carillon.run("once")).toMatchObject({ code: 0, err: "" });
  const log = await carillon.json<readonly Row[]>("log");
  expect(log.map(({ state, text }) => [state, text])).toEqual([
    ["sent", "Ring! The bell is back"],
    ["sent", "Ring! The bell is back"],
  ]);
});

it("a template that is broken for one channel leaves the others their own", async () => {
  const carillon = someCarillon(markdownBelfry("templates: ./words"));
  carillon.write("notes/back.md", note("The bell is back"));
  carillon.write("words/announcement.mastodon.hbs", "{{#if entry}}");
  const said = await carillon.run("once");
  expectSentences(said);
  expect(said).toMatchObject({ code: 1, out: expect.stringContaining("1 sent") });
  expect(said.err).toMatch(
    /announcement\.mastodon\.hbs \(line \d\): The template cannot be read: .* Close every/,
  );
});

it("a configuration that is none is told of, and nothing is done", async () => {
  const carillon = someCarillon("");
  mkdirSync(join(carillon.folder, "folder.yaml"));
  const files: readonly (readonly [string, string, RegExp])[] = [
    ["empty.yaml", "", /empty\.yaml: The file holds no settings\. Write some/],
    ["prose.yaml", "Dear Carillon, please ring.", /prose\.yaml: The file holds no settings\./],
    [
      "tab.yaml",
      "sources:\n\tnotes: {}",
      /tab\.yaml \(line 2\): A tab stands where YAML wants spaces\. Indent/,
    ],
    [
      "braces.yaml",
      "site: { name: [Bells }",
      /braces\.yaml \(line 1\): A bracket, brace or quote .* is not closed\. Close it/,
    ],
    ["binary.yaml", "\u0000\u0001\u0002", /binary\.yaml/],
    [
      "key.yaml",
      "acounts: {}",
      /^acounts \(line 1\): There is no setting “acounts” here\. Did you mean “accounts”\?/,
    ],
    [
      "words.yaml",
      `templates: ./nowhere\n${markdownBelfry("")}`,
      /^templates \(line 1\): There is no such folder\./,
    ],
  ];
  for (const [name, content] of files) carillon.write(name, content);
  const missing = [
    "missing.yaml",
    "",
    /missing\.yaml: There is no configuration that can be read\./,
  ] as const;
  const folder = ["folder.yaml", "", /folder\.yaml: There is no configuration that can be read\./] as const;
  const said = await Promise.all(
    [...files, missing, folder].map(async ([name, , words]) => ({
      words,
      said: await carillon.run("once", "--config", name),
    })),
  );
  for (const { words, said: one } of said) {
    expectSentences(one);
    expect(one).toMatchObject({ code: 1, out: "", err: expect.stringMatching(words) });
    expect(one.err).toMatch(/\nNothing was done\.\n$/);
  }
});
