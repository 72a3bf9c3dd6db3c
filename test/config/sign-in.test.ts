import { expect, it } from "vitest";
import { load, problemsOf } from "./write.ts";

const provider = (changes: string) =>
  `signIn: { issuer: "https://login.example.org/team/", clientId: bells, clientSecret: "\${HUSH}"${changes} }`;

it("a provider of sign-ins is understood, its address to the letter", async () => {
  const { config, problems } = await load(provider(", roles: { The board: approver }"), { HUSH: "x" });
  expect(problems).toEqual([]);
  expect(config?.signIn).toEqual({
    issuer: "https://login.example.org/team/",
    clientId: "bells",
    clientSecret: "x",
    label: "your organisation",
    claim: "groups",
    roles: { "The board": "approver" },
  });
});

it.each([
  ["a secret that is not set", provider("")],
  ["a role that only administrators give", provider(", roles: { board: administrator }")],
  ["no HTTPS", provider("").replace("https:", "http:")],
])("%s leaves out the provider, and nothing else", async (_, text) => {
  const { config, problems } = await load(text);
  expect(problems.every(({ path }) => path.startsWith("signIn."))).toBe(true);
  expect(problems.length).toBeGreaterThan(0);
  expect(config).not.toBeNull();
  expect(config?.signIn).toBeUndefined();
});

it("an account is there for tests where it says so", async () => {
  const text = 'accounts: { a: { channel: bell, token: x, test: "true" }, b: { channel: bell, token: x } }';
  expect((await load(text)).config?.accounts.map(({ test }) => test)).toEqual([true, undefined]);
  expect(await problemsOf(text.replace("true", "perhaps"))).toEqual([
    "1: accounts.a.test: This is neither true nor false. Write one of the two, or take it out.",
  ]);
});
