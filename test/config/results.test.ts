import { expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { builtInNames, findChannel } from "../../src/registry.ts";
import { write } from "./write.ts";

async function read(text: string) {
  const file = write(text, "results.yaml");
  const { config, problems } = await loadConfig(file, {}, findChannel, builtInNames);
  return { config, problems: problems.map(({ path, problem, mend }) => `${path}: ${problem} ${mend}`) };
}

const account = (more: string): string =>
  `accounts: { a: { channel: mastodon, server: "https://bells.example", accessToken: t ${more} }, here: { channel: page } }\n`;

it("an account says whether its posts are counted", async () => {
  expect((await read(account(""))).config?.accounts[0]).not.toHaveProperty("results");
  expect((await read(account(", results: false"))).config?.accounts[0]).toMatchObject({ results: false });
  expect((await read(account(", results: true"))).config?.accounts[0]).toMatchObject({ results: true });
});

it("a report goes to an account on a day of the month", async () => {
  const { config, problems } = await read(`${account("")}report: { to: a, on: "monthly 1 at 9:00" }`);
  expect(problems).toEqual([]);
  expect(config?.report).toEqual({
    to: "a",
    on: { kind: "monthly", day: 1, clock: { hour: 9, minute: 0 } },
  });
});

it.each([
  [
    account(", results: perhaps"),
    "accounts.a.results: This is neither true nor false. Write one of the two, or take it out.",
  ],
  [
    "accounts: { here: { channel: page, results: true } }",
    "accounts.here.results: This site counts neither likes nor anything else. Take it out.",
  ],
  [
    `${account("")}report: { to: b, on: "monthly 1 at 9:00" }`,
    "report.to: There is no account “b”. Did you mean “a”?",
  ],
  [
    `${account("")}report: { to: a, on: "weekly Mon at 9:00" }`,
    "report.on: A report is monthly. Give a day of the month and a time, such as monthly 1 at 9:00.",
  ],
  [
    `${account(", handoff: true")}report: { to: a, on: "monthly 1 at 9:00" }`,
    "report.to: “a” is posted to by hand, so no report can be sent there. Name an account that Carillon posts to by itself.",
  ],
  [
    `${account("")}report: { to: here, on: "monthly 1 at 9:00" }`,
    "report.to: What “here” posts is public on this site. Name an account that only the team reads, such as its chat room.",
  ],
])("%s is told what is wrong", async (text, problem) => {
  const { config, problems } = await read(text);
  expect(problems).toEqual([problem]);
  expect(config).not.toBeNull();
  expect(config).not.toHaveProperty("report");
});
