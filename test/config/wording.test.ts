import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { builtInNames, findChannel } from "../../src/registry.ts";
import { write } from "./write.ts";

async function read(text: string) {
  const file = write(`sources: { news: { feed: "https://bells.example/feed" } }\n${text}`, "wording.yaml");
  const { config, problems } = await loadConfig(file, {}, findChannel, builtInNames);
  return { config, problems: problems.map(({ path, problem, mend }) => `${path}: ${problem} ${mend}`) };
}

const account = (more: string): string =>
  `accounts: { a: { channel: mastodon, server: "https://bells.example", accessToken: t, ${more} } }`;

const step = (more: string): string =>
  `${account("")}\ncampaigns: { c: { source: news, steps: { announcement: { to: [a], ${more} } } } }`;

describe("an account", () => {
  it("says where its link stands, whether people are mentioned, and what links tell", async () => {
    const { config, problems } = await read(
      account("link: reply, mentions: false, utm: { campaign: '{entry}', content: bells }"),
    );
    expect(problems).toEqual([]);
    expect(config?.accounts).toMatchObject([
      {
        link: "reply",
        mentions: false,
        utm: { source: "{channel}", medium: "social", campaign: "{entry}", content: "bells" },
      },
    ]);
  });

  it("has the usual parameters with utm: true, and none with false", async () => {
    const usual = { source: "{channel}", medium: "social", campaign: "{campaign}" };
    expect((await read(account("utm: true"))).config?.accounts[0]?.utm).toEqual(usual);
    expect((await read(account("utm: false, mentions: true"))).config?.accounts[0]).not.toHaveProperty("utm");
  });

  it.each([
    [
      "link: card",
      "accounts.a.link: Mastodon shows a link only where it stands in the text. Write link: text or reply, or take it out.",
    ],
    ["link: below", "accounts.a.link: The link cannot stand there. Write text, reply or card."],
    ["mentions: perhaps", "accounts.a.mentions: This is neither true nor false. Write one of the two."],
    ["utm: { sorce: x }", "accounts.a.utm.sorce: There is no setting “sorce” here. Did you mean “source”?"],
    [
      "utm: { source: '{chanel}' }",
      "accounts.a.utm.source: “{chanel}” does not exist or cannot be read. Give a text; {campaign}, {step}, {account}, {channel} and {entry} are filled in.",
    ],
  ])("with %s is told what is wrong", async (more, problem) => {
    expect((await read(account(more))).problems).toEqual([problem]);
  });

  it("may show its link on the card alone where the channel makes the card", async () => {
    const { problems } = await read(
      "accounts: { b: { channel: bluesky, identifier: b.example, password: p, link: card } }",
    );
    expect(problems).toEqual([]);
  });
});

describe("a step", () => {
  it("names its template, or several, and goes before the account", async () => {
    const { config, problems } = await read(
      step("template: [reminder, thread], link: reply, mentions: false"),
    );
    expect(problems).toEqual([]);
    expect(config?.campaigns[0]?.steps).toMatchObject([
      { template: ["reminder", "thread"], link: "reply", mentions: false },
    ]);
    expect((await read(step("template: reminder"))).config?.campaigns[0]?.steps).toMatchObject([
      { template: ["reminder"] },
    ]);
  });

  const at = "campaigns.c.steps.announcement";
  it.each([
    ["template: remindr", `${at}.template: There is no template “remindr”. Did you mean “reminder”?`],
    ["template: [reminder, thred]", `${at}.template.1: There is no template “thred”. Did you mean “thread”?`],
    [
      "link: card",
      `${at}.link: Mastodon shows a link only where it stands in the text. Write link: text or reply, or take it out.`,
    ],
  ])("with %s is told what is wrong", async (more, problem) => {
    expect((await read(step(more))).problems).toEqual([problem]);
  });
});
