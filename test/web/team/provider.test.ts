import { onTestFinished, expect, test } from "vitest";
import { readingOf } from "../../../src/app/reading.ts";
import { receptionOf } from "../../../src/app/reception.ts";
import { invite } from "../../../src/app/team/admission.ts";
import { teamOf } from "../../../src/app/team/team.ts";
import { serve } from "../../../src/web/serve.ts";
import { createSite } from "../../../src/web/site.ts";
import { startIssuer } from "../../bench/issuer.ts";
import { someApp, someConfig } from "../../fixtures/app.ts";
import { sparePort } from "../../fixtures/browser.ts";
import { joinAs, makeBrowser, openHouse, type Browser, type Seen } from "./house.ts";

const client = { id: "bells", secret: "hush+hush/bells" };

/** A team whose people may sign in at their organisation. */
async function someTeam(changes: { readonly clientSecret?: string; readonly issuer?: string } = {}) {
  const port = await sparePort();
  const url = `http://127.0.0.1:${port}`;
  const issuer = await startIssuer({ ...client, redirects: [`${url}/sign-in/callback`] });
  onTestFinished(() => issuer.close());
  const signIn = {
    issuer: issuer.url,
    clientId: client.id,
    clientSecret: client.secret,
    label: "The Guild",
    claim: "groups",
    roles: { writers: "author", elders: "approver" },
    ...changes,
  } as const;
  const app = await someApp(someConfig({ signIn }));
  const site = createSite(
    await readingOf(app),
    (error) => console.error(error),
    receptionOf(app),
    teamOf(app),
  );
  const served = await serve(site, { port, host: "127.0.0.1" });
  if ("problem" in served) throw new Error(served.problem);
  onTestFinished(() => served.close());
  return { app, url, issuer };
}

/** Presses the link on a page; what is read in the end. */
async function goBy(browser: Browser, path: string): Promise<Seen> {
  const [, link = ""] = /href="([^"]*\/sign-in\/provider[^"]*)"/.exec((await browser.get(path)).text) ?? [];
  return browser.get(link.replaceAll("&amp;", "&"));
}

const anna = { sub: "anna-1", email: "Anna@guild.example", email_verified: true, name: "Anna <b>Bell</b>" };

test("whoever joined with the confirmed address as login signs in, and is known by the subject from then on", async () => {
  const { app, url, issuer } = await someTeam();
  await joinAs(app, url, "approver", "anna@guild.example");
  issuer.sitting(anna);
  const seen = await goBy(makeBrowser(url), "/sign-in?to=%2Fdesk%2Fhistory");
  expect(seen.path).toBe("/desk/history");
  expect(seen.text).toContain("Signed in as");
  issuer.sitting({ ...anna, email: "anna.new@guild.example" });
  expect((await goBy(makeBrowser(url), "/sign-in")).text).toContain("The approver");
  expect(await app.ledger.people.all()).toHaveLength(1);
  expect((await app.ledger.audit.list(9)).map(({ action }) => action)).toContain("link sign-in");
});

test("an address that was given to somebody else opens nothing", async () => {
  const { app, url, issuer } = await someTeam();
  await joinAs(app, url, "administrator", "anna@guild.example");
  issuer.sitting(anna);
  await goBy(makeBrowser(url), "/sign-in");
  issuer.sitting({ ...anna, sub: "eve-1" });
  expect((await goBy(makeBrowser(url), "/sign-in")).text).toContain("Somebody else at The Guild signs in");
});

test("a group of the configuration comes in with its role, never as administrator", async () => {
  const { app, url, issuer } = await someTeam();
  issuer.sitting({ ...anna, groups: ["writers", "elders", "toString", "administrator"] });
  const seen = await goBy(makeBrowser(url), "/sign-in");
  expect(seen.text).toContain("Anna &lt;b&gt;Bell&lt;/b&gt;");
  expect(await app.ledger.people.all()).toMatchObject([{ login: "anna@guild.example", role: "approver" }]);
  issuer.sitting({ ...anna, sub: "carl", email: "carl@guild.example", groups: ["administrator"] });
  expect((await goBy(makeBrowser(url), "/sign-in")).text).toContain("nobody has invited you here yet");
  expect(await app.ledger.people.all()).toHaveLength(1);
});

test("an invitation's link is joined by it, once", async () => {
  const { app, url, issuer } = await someTeam();
  const secret = await invite(app, "viewer", "test");
  issuer.sitting(anna);
  expect((await goBy(makeBrowser(url), `/join/${secret}`)).path).toBe("/desk");
  expect(await app.ledger.people.all()).toMatchObject([{ login: "anna@guild.example", role: "viewer" }]);
  expect((await makeBrowser(url).get(`/join/${secret}`)).status).toBe(410);
});

test("who is shut out stays out", async () => {
  const { app, url, issuer } = await someTeam();
  issuer.sitting({ ...anna, groups: ["writers"] });
  const browser = makeBrowser(url);
  await goBy(browser, "/sign-in");
  const [person] = await app.ledger.people.all();
  const decision = { at: "2026-01-01T00:00:00Z", who: "t", action: "shut out", subject: "x", detail: null };
  await app.ledger.people.change(person!.id, { endedAt: "2026-01-01T00:00:00Z" }, decision);
  expect((await browser.get("/desk")).path).toMatch(/^\/sign-in/);
  expect((await goBy(browser, "/sign-in")).text).toContain("has shut you out");
});

const past = Math.floor(Date.now() / 1000) - 3600;
const trusted = { ...anna, groups: ["elders"] };

test.each([
  ["another nonce", trusted, { claims: { nonce: "another" } }, "could not be trusted"],
  ["an answer that has expired", trusted, { claims: { exp: past } }, "could not be trusted"],
  ["an answer for another site", trusted, { claims: { aud: "another" } }, "could not be trusted"],
  ["another issuer", trusted, { claims: { iss: "https://evil.example" } }, "could not be trusted"],
  ["a key that is not the provider's", trusted, { forged: true }, "could not be trusted"],
  ["a refusal", trusted, { error: "access_denied" }, "or said no"],
  ["a broken provider", trusted, { error: "server_error" }, "refused Carillon"],
  [
    "an address that is not confirmed",
    { ...trusted, email_verified: false },
    {},
    "has not confirmed your e-mail",
  ],
  ["an address that nobody speaks of", { sub: "x", groups: ["elders"] }, {}, "has not confirmed your e-mail"],
  ["a word in the place of yes", { ...trusted, email_verified: "true" }, {}, "has not confirmed your e-mail"],
] as const)("%s lets nobody in", async (_, person, faults, text) => {
  const { app, url, issuer } = await someTeam();
  issuer.sitting(person, faults);
  const browser = makeBrowser(url);
  const seen = await goBy(browser, "/sign-in");
  expect([seen.status, seen.text]).toEqual([403, expect.stringContaining(text)]);
  expect(seen.text).not.toContain(client.secret);
  expect((await browser.get("/desk/you")).path).toMatch(/^\/sign-in/);
  expect(await app.ledger.people.all()).toEqual([]);
});

test("an answer is taken once, and only by the browser that asked", async () => {
  const { url, issuer } = await someTeam();
  issuer.sitting(trusted);
  const asked = await fetch(`${url}/sign-in/provider`, { redirect: "manual" });
  const cookie = asked.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const back = await fetch(asked.headers.get("location") ?? "", { redirect: "manual" });
  const answer = back.headers.get("location") ?? "";
  expect((await fetch(answer)).status).toBe(403);
  expect(issuer.given).toHaveLength(0);
  const ask = () => fetch(answer, { headers: { cookie }, redirect: "manual" });
  expect((await ask()).headers.get("location")).toBe("/desk");
  expect((await ask()).status).toBe(403);
  expect(issuer.given).toHaveLength(1);
});

test("a wrong secret and a provider that is gone are told from each other", async () => {
  const wrong = await someTeam({ clientSecret: "wrong" });
  wrong.issuer.sitting(trusted);
  expect((await goBy(makeBrowser(wrong.url), "/sign-in")).text).toMatch(
    /refused Carillon[\s\S]*\(invalid_client\)/,
  );
  const gone = await someTeam({ issuer: `http://127.0.0.1:${await sparePort()}` });
  expect((await goBy(makeBrowser(gone.url), "/sign-in")).text).toContain("does not answer at the moment");
});

test("without a provider nothing speaks of one", async () => {
  const { url } = await openHouse();
  expect((await makeBrowser(url).get("/sign-in")).text).not.toContain("/sign-in/provider");
  expect((await makeBrowser(url).get("/sign-in/provider")).status).toBe(404);
});
