import { statSync } from "node:fs";
import { expect, test } from "vitest";
import { Hono } from "hono";
import { makePatience } from "../../../src/app/team/patience.ts";
import { invite } from "../../../src/app/team/admission.ts";
import { disarm, inOneLine } from "../../../src/cli/output.ts";
import { addressOf } from "../../../src/web/address.ts";
import { planInto } from "../../fixtures/shop.ts";
import { password, joinAs, joinByLink, makeBrowser, openHouse } from "./house.ts";

const at = (seconds: number): Date => new Date(Date.UTC(2026, 3, 1, 10, 0, seconds));

test("strangers at many addresses can make a stranger wait, but not somebody where they came in before", () => {
  const patience = makePatience();
  const home = { login: "bob", address: "198.51.100.7" };
  patience.right(home);
  for (let n = 0; n < 100; n += 1) patience.wrong({ login: "bob", address: `203.0.113.${n}` }, at(0));
  expect(patience.waitFor({ login: "bob", address: "192.0.2.1" }, at(0))).toBe(60);
  expect(patience.waitFor(home, at(0))).toBe(0);
  for (let n = 0; n < 8; n += 1) patience.wrong(home, at(0));
  expect(patience.waitFor(home, at(0))).toBe(16);
});

test("whoever signs in themselves between two guesses at another gains no guess, and an hour forgives", () => {
  const patience = makePatience();
  const guess = { login: "anna", address: "203.0.113.9" };
  for (let n = 0; n < 10; n += 1) {
    patience.wrong(guess, at(0));
    patience.right({ ...guess, login: "eve" });
  }
  expect(patience.waitFor(guess, at(0))).toBe(64);
  expect(patience.waitFor(guess, at(64 + 3_600))).toBe(0);
});

const signIn = (url: string, login: string, from: string) =>
  makeBrowser(url).post("/sign-in", { login, password: "a guess" }, { origin: url, "x-forwarded-for": from });

test("many who try at once are asked to come again, and pages do not wait for them", async () => {
  const { url } = await openHouse();
  const tries = Array.from({ length: 40 }, (_, n) => signIn(url, `login-${n}`, `203.0.113.${n}`));
  const asked = (await Promise.all(tries)).filter(({ text }) => text.includes("please wait 5 seconds"));
  expect(asked.length).toBeGreaterThan(0);
});

test("a proxy that names ports as well makes nobody many", async () => {
  const { url } = await openHouse({}, () => at(0));
  const tries = Array.from({ length: 6 }, (_, n) => n);
  for (const n of tries) await signIn(url, `login-${n}`, `203.0.113.4:${4_000 + n}`);
  expect((await signIn(url, "another", "203.0.113.4:5000")).text).toContain("please wait");
  expect((await signIn(url, "another", "[2001:db8::1]:5000")).text).not.toContain("please wait");
});

test.each([
  "/desk\r\nSet-Cookie: a=b",
  "/desk\u0000",
  "/desk/../..//evil.example",
  "/deskevil",
  "\t//evil.example/desk",
])("after the sign-in %j leads to nothing but a page of the desk", async (to) => {
  const { app, url } = await openHouse();
  await joinByLink(app, url, "author", "bob");
  const seen = await makeBrowser(url).post("/sign-in", { login: "bob", password, to });
  expect(seen.status).toBeLessThan(500);
  expect(new URL(seen.path, url).origin).toBe(url);
  expect(new URL(seen.path, url).pathname).toMatch(/^\/desk(\/|Set|$)/);
});

test("an id that would break a header leads back as an address", async () => {
  const { app, url } = await openHouse();
  const author = await joinAs(app, url, "author");
  expect((await author.post("/desk/posts/%0d%0aX:y/ask", { text: "x" })).status).toBeLessThan(500);
});

test("what the log holds of the first start lets nobody in once the first administrator is there", async () => {
  const { app, url } = await openHouse();
  const [first, second] = [
    await invite(app, "administrator", "carillon"),
    await invite(app, "administrator", "carillon"),
  ];
  const form = { login: "anna", name: "Anna", password };
  expect((await makeBrowser(url).post(`/join/${second}`, form)).path).toBe("/desk");
  expect((await makeBrowser(url).get(`/join/${first}`)).status).toBe(410);
  const later = await invite(app, "administrator", "carillon");
  expect((await makeBrowser(url).get(`/join/${later}`)).status).toBe(200);
});

test.each(["аnna", "annа", "αnna", "anna\u200b"])(
  "%j is no login, as it only looks like another's",
  async (login) => {
    const { app, url } = await openHouse();
    const secret = await invite(app, "author", "anna");
    const seen = await makeBrowser(url).post(`/join/${secret}`, { login, name: "Anna", password });
    expect(seen.status).toBe(400);
  },
);

test("letters of another width are the same login, and a name turns no words around", async () => {
  const { app, url } = await openHouse();
  await joinAs(app, url, "administrator", "anna");
  const secret = await invite(app, "author", "anna");
  const form = { login: "ａｎｎａ", name: "\u202EbbE\u0007", password };
  expect((await makeBrowser(url).post(`/join/${secret}`, form)).status).toBe(400);
  expect((await makeBrowser(url).post(`/join/${secret}`, { ...form, login: "ｅｖｅ" })).path).toBe("/desk");
  expect((await app.ledger.people.byLogin("eve"))?.person.name).toBe("bbE");
});

test("a form of more fields or words than any of ours is not taken apart", async () => {
  const { app, url } = await openHouse();
  const author = await joinAs(app, url, "author");
  const send = (body: string | FormData): Promise<number> =>
    author.post("/desk/entries/nothing/say", body as FormData).then(({ status }) => status);
  const parts = new FormData();
  for (let n = 0; n < 4_000; n += 1) parts.append("media", "x");
  const words = new FormData();
  words.append("text", "x".repeat(700_000));
  expect(await send("media=x&".repeat(4_000))).toBe(413);
  expect(await send(`text=${"x".repeat(600_000)}`)).toBe(413);
  expect(await send(parts)).toBe(413);
  expect(await send(words)).toBe(413);
});

test("what others wrote steers no terminal", () => {
  const hostile = "a\u001B[2J\u009B31m\u001B]0;title\u0007\u001B[8mb\r\u202Ec\u007F";
  expect(disarm(`\u001B[31mred\u001B[39m\r\n\t${hostile}\n`)).toBe(
    "\u001B[31mred\u001B[39m\r\n\ta[2J31m]0;title[8mbc\n",
  );
  expect(inOneLine("A page failed: x\r\n12:00:00 all is well")).toBe("A page failed: x 12:00:00 all is well");
});

test("a new ledger is for its owner alone, and so is its log", async () => {
  const { app } = await openHouse();
  const { ledger } = app.config;
  expect([ledger, `${ledger}-wal`].map((file) => statSync(file).mode & 0o077)).toEqual([0, 0]);
});

test.each([
  ["172.18.0.1", "198.51.100.7"],
  ["::ffff:172.18.0.1", "198.51.100.7"],
  ["127.0.0.1", "198.51.100.7"],
  ["203.0.113.1", "203.0.113.1"],
  ["2001:db8::1", "2001:db8::/64"],
])("who comes by %s and says to be another is %s", async (near, known) => {
  const app = new Hono().get("/", (c) => c.text(addressOf(c)));
  const headers = { "x-forwarded-for": "192.0.2.9, 198.51.100.7" };
  const answer = await app.request("/", { headers }, { incoming: { socket: { remoteAddress: near } } });
  expect(await answer.text()).toBe(known);
});

test("guests who write all at once write no more than one after the other", async () => {
  const { app, url } = await openHouse({ accounts: [{ name: "here", channel: "page", settings: {} }] });
  await planInto(app.ledger, [{ account: "here", channel: "page" }]);
  const [entry] = await app.ledger.entries.list(["news"], 1);
  const author = await joinAs(app, url, "author");
  const page = await author.post(`/desk/entries/${entry?.id}/review-links`);
  const [, link = ""] = /(\/review\/[\w-]+)/.exec(page.text) ?? [];
  const tries = Array.from({ length: 120 }, () => makeBrowser(url).post(link, { name: "Eve", text: "Hm." }));
  expect((await Promise.all(tries)).filter(({ status }) => status === 410)).toHaveLength(20);
  expect(await app.ledger.remarks.of(entry?.id ?? "")).toHaveLength(100);
});
