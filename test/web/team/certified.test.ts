import { expect, onTestFinished, test } from "vitest";
import { readingOf } from "../../../src/app/reading.ts";
import { receptionOf } from "../../../src/app/reception.ts";
import { teamOf } from "../../../src/app/team/team.ts";
import { serve } from "../../../src/web/serve.ts";
import { createSite } from "../../../src/web/site.ts";
import { startProvider, type ProviderWish } from "../../bench/provider.ts";
import { someApp, someConfig } from "../../fixtures/app.ts";
import { sparePort } from "../../fixtures/browser.ts";
import { makeBrowser, type Browser, type Seen } from "./house.ts";

const client = { id: "bells & towers", secret: "hush+hush/b%lls: &" };

/** By name, what the provider knows. */
const people: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  anna: { email: "Anna@guild.example", email_verified: true, name: "Anna Bell", groups: ["elders"] },
  ben: { email: "ben@guild.example", email_verified: false, groups: ["elders"] },
  carl: { groups: ["elders"] },
  eve: { email: "eve@guild.example", email_verified: true, groups: ["toString"] },
};

interface Changes extends Pick<ProviderWish, "method" | "algorithm" | "strict"> {
  readonly clientSecret?: string;
}

/** A team whose people may sign in at a certified provider. */
async function someTeam({ clientSecret = client.secret, ...wish }: Changes = {}) {
  const port = await sparePort();
  const url = `http://127.0.0.1:${port}`;
  const redirect = `${url}/sign-in/callback`;
  const claims = (name: string) => people[name] ?? {};
  const provider = await startProvider({ client: { ...client, redirect }, claims, ...wish });
  onTestFinished(() => provider.close());
  const roles = { elders: "approver" } as const;
  const named = { clientId: client.id, clientSecret, label: "The Guild", claim: "groups", roles };
  const app = await someApp(someConfig({ signIn: { issuer: provider.url, ...named } }));
  const failed = (error: Error): void => console.error(error);
  const site = createSite(await readingOf(app), failed, receptionOf(app), teamOf(app));
  const served = await serve(site, { port, host: "127.0.0.1" });
  if ("problem" in served) throw new Error(served.problem);
  onTestFinished(() => served.close());
  return { app, url, provider };
}

const linkOn = ({ text }: Seen): string =>
  (/href="([^"]*\/sign-in\/provider[^"]*)"/.exec(text)?.[1] ?? "").replaceAll("&amp;", "&");

/** Where the form of the provider's page leads; empty where there is none. */
const formOn = ({ text }: Seen): string =>
  /action="([^"]*\/interaction\/[^"]+)" method="post"/.exec(text)?.[1] ?? "";

/** Signs in as a person does: the link, the provider's form, its question whether Carillon may know, and back. */
async function signIn(browser: Browser, name: string): Promise<Seen> {
  const asked = await browser.get(linkOn(await browser.get("/sign-in")));
  return agree(browser, await browser.post(formOn(asked), { prompt: "login", login: name, password: "x" }));
}

const agree = async (browser: Browser, seen: Seen): Promise<Seen> =>
  formOn(seen) === "" ? seen : browser.post(formOn(seen), { prompt: "consent" });

test.each([
  ["client_secret_basic", "RS256"],
  ["client_secret_post", "ES256"],
] as const)(
  "whoever signs in by %s and %s is known from then on, without being asked",
  async (method, algorithm) => {
    const { app, url } = await someTeam({ method, algorithm, strict: true });
    const browser = makeBrowser(url);
    expect(await signIn(browser, "anna")).toMatchObject({ status: 200, path: "/desk" });
    await browser.post("/desk/you/sign-out");
    const again = await browser.get(linkOn(await browser.get("/sign-in")));
    expect(again).toMatchObject({ status: 200, path: "/desk", text: expect.stringContaining("Anna Bell") });
    expect((await signIn(makeBrowser(url), "anna")).path).toBe("/desk");
    expect(await app.ledger.people.all()).toMatchObject([{ login: "anna@guild.example", role: "approver" }]);
  },
);

test("new keys at the provider are seen", async () => {
  const { url, provider } = await someTeam();
  expect((await signIn(makeBrowser(url), "anna")).path).toBe("/desk");
  provider.rotate();
  expect((await signIn(makeBrowser(url), "anna")).path).toBe("/desk");
});

test.each([
  ["ben", "has not confirmed your e-mail"],
  ["carl", "has not confirmed your e-mail"],
  ["eve", "nobody has invited you here yet"],
])("%s is told in one sentence why not", async (name, words) => {
  const { app, url } = await someTeam();
  expect(await signIn(makeBrowser(url), name)).toMatchObject({
    status: 403,
    text: expect.stringContaining(words),
  });
  expect(await app.ledger.people.all()).toEqual([]);
});

test("a wrong secret is the administrator's to mend", async () => {
  const { url } = await someTeam({ clientSecret: "wrong" });
  const seen = await signIn(makeBrowser(url), "anna");
  expect(seen.text).toMatch(/The Guild refused Carillon[\s\S]*\(invalid_client\)/);
});

test("who presses “Cancel” there comes back, and may try again", async () => {
  const { url } = await someTeam();
  const browser = makeBrowser(url);
  const asked = await browser.get(linkOn(await browser.get("/sign-in")));
  const seen = await browser.get(`${formOn(asked)}/abort`);
  expect(seen).toMatchObject({ status: 403, text: expect.stringContaining("or said no") });
  expect((await signIn(browser, "anna")).path).toBe("/desk");
});

test.each([
  ["nonce", "could not be trusted"],
  ["state", "was not asked for by this browser"],
])("another %s on the way lets nobody in", async (what, words) => {
  const { app, url } = await someTeam();
  const browser = makeBrowser(url);
  const asked = await fetch(url + linkOn(await browser.get("/sign-in")), { redirect: "manual" });
  const [cookie = ""] = asked.headers.getSetCookie()[0]?.split(";") ?? [];
  const there = new URL(asked.headers.get("location") ?? "");
  there.searchParams.set(what, "another");
  const known = makeBrowser(url, [cookie.split("=") as [string, string]]);
  const form = formOn(await known.get(there.href));
  const seen = await agree(known, await known.post(form, { prompt: "login", login: "anna", password: "x" }));
  expect(seen).toMatchObject({ status: 403, text: expect.stringContaining(words) });
  expect(await app.ledger.people.all()).toEqual([]);
});

test.each(["/token", "/jwks", "/me"])(
  "a provider whose %s is down is said to be down, and then is up",
  async (path) => {
    const { url, provider } = await someTeam();
    provider.break(path, 503);
    expect((await signIn(makeBrowser(url), "anna")).text).toContain("does not answer at the moment");
    provider.mend();
    expect((await signIn(makeBrowser(url), "anna")).path).toBe("/desk");
  },
);

test("an issuer that is misspelt is the administrator's to mend", async () => {
  const { url, provider } = await someTeam();
  provider.break("/.well-known/openid-configuration", 404);
  const link = linkOn(await makeBrowser(url).get("/sign-in"));
  expect((await makeBrowser(url).get(link)).text).toContain("should compare signIn in the configuration");
});

test("a provider that is gone is said to be down, before and after the way there", async () => {
  const { url, provider } = await someTeam();
  const browser = makeBrowser(url);
  const link = linkOn(await browser.get("/sign-in"));
  await provider.close();
  expect((await browser.get(link)).text).toContain("does not answer at the moment");
});
