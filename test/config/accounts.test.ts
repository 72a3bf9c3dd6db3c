import { describe, expect, it } from "vitest";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Channel } from "../../src/channel/channel.ts";
import { makeEditorSchema } from "../../src/config/editor-schema.ts";
import { loadConfig } from "../../src/config/load.ts";
import { bell, problemsOf, write } from "./write.ts";

/** A bell that charges for every ring, and whose tower a person must know too. */
const dear: Channel = {
  ...bell,
  id: "dear",
  settings: {
    ...bell.settings,
    tower: { type: "text", label: "tower", required: true, byHand: true, example: "a" },
  },
  cost: () => ({ amount: 0.5, currency: "USD" }),
};

async function load(accounts: string, env: Readonly<Record<string, string>> = {}) {
  const find = async (name: string) => [bell, dear].find(({ id }) => id === name);
  const { config, problems } = await loadConfig(write(accounts), env, find, ["bell", "dear"]);
  return { config, problems: problems.map(({ path, problem, mend }) => `${path}: ${problem} ${mend}`) };
}

describe("an account that is posted to by hand", () => {
  it.each([
    ["true", { name: null }],
    ["Anna Müller", { name: "Anna Müller" }],
  ])("with handoff: %s needs no credentials, not even a variable that is set", async (handoff, person) => {
    const text = `accounts: { a: { channel: dear, handoff: ${handoff}, tower: north, token: "\${NO_TOKEN}" } }`;
    const { config, problems } = await load(text);
    expect(problems).toEqual([]);
    expect(config?.accounts).toMatchObject([{ name: "a", handoff: person, settings: { tower: "north" } }]);
  });

  it("still needs what tells where to post", async () => {
    expect((await load(`accounts: { a: { channel: dear, handoff: true } }`)).problems).toEqual([
      "accounts.a.tower: The setting “tower” is missing. Give the tower, such as a.",
    ]);
  });

  it("is published to as ever where handoff is false", async () => {
    const { problems } = await load(`accounts: { a: { channel: bell, handoff: false } }`);
    expect(problems).toEqual([expect.stringContaining("accounts.a.token: The setting “token” is missing.")]);
  });
});

describe("a budget", () => {
  it.each([
    ["20 USD/month", 20],
    ["7.50 USD/month", 7.5],
  ])("of %s is understood", async (budget, amount) => {
    const { config } = await load(
      `accounts: { a: { channel: dear, tower: n, token: x, budget: ${budget} } }`,
    );
    expect(config?.accounts).toMatchObject([{ budget: { amount, currency: "USD" } }]);
  });

  it.each(["20", "20 EUR/month", "20 USD", "lots", "-3 USD/month"])("of %s is not", async (budget) => {
    const { config, problems } = await load(
      `accounts: { a: { channel: dear, tower: n, token: x, budget: ${budget} } }`,
    );
    expect(config?.accounts).toEqual([]);
    expect(problems).toEqual([
      "accounts.a.budget: This is no budget that can be kept. Write it as an amount in US dollars a month, such as 20 USD/month.",
    ]);
  });

  it("is of no use where posts cost nothing", async () => {
    expect(await problemsOf("accounts: { a: { channel: bell, token: x, budget: 20 USD/month } }")).toEqual([
      "1: accounts.a.budget: Posts on Bell cost nothing. Take the budget out.",
    ]);
  });
});

describe("the alarm", () => {
  const accounts = "accounts: { a: { channel: bell, handoff: true }, room: { channel: bell, token: x } }";

  it("is an account", async () => {
    expect((await load(`${accounts}\nalarm: room`)).config?.alarm).toBe("room");
  });

  it.each([
    ["roon", "alarm: There is no account “roon”. Did you mean “room”?"],
    [
      "a",
      "alarm: “a” is posted to by hand, so it cannot call anybody. Name an account that Carillon posts to by itself.",
    ],
  ])("may not be %s, and all else goes on without it", async (name, problem) => {
    const { config, problems } = await load(`${accounts}\nalarm: ${name}`);
    expect(problems).toEqual([problem]);
    expect(config).toMatchObject({ alarm: null, accounts: [{ name: "a" }, { name: "room" }] });
  });
});

it("editors know both keys, and ask for no credentials of who posts by hand", () => {
  const validate = new Ajv2020({ strict: false }).compile(makeEditorSchema([bell, dear]));
  const one = (account: object): boolean => validate({ accounts: { a: account } });
  expect(one({ channel: "dear", tower: "n", handoff: "Anna" })).toBe(true);
  expect(one({ channel: "dear", tower: "n", token: "x", budget: "20 USD/month" })).toBe(true);
  expect(one({ channel: "dear", handoff: true })).toBe(false);
  expect(one({ channel: "bell", token: "x", budget: "20 USD/month" })).toBe(false);
  expect(one({ channel: "dear", tower: "n" })).toBe(false);
});
