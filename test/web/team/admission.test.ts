import { expect, test } from "vitest";
import { invite } from "../../../src/app/team/admission.ts";
import { joinAs, joinByLink, makeBrowser, openHouse, password } from "./house.ts";

test("the first administrator joins by a link, once", async () => {
  const { app, url } = await openHouse();
  const secret = await invite(app, "administrator", "carillon");
  const person = { login: "Anna", name: "Anna Bell", password };
  const browser = makeBrowser(url);
  expect((await browser.get(`/join/${secret}`)).text).toContain("You will be Administrator");
  expect((await browser.post(`/join/${secret}`, person)).path).toBe("/desk");
  expect((await browser.get("/desk/people")).text).toContain("Anna Bell");
  expect((await makeBrowser(url).post(`/join/${secret}`, { ...person, login: "eve" })).status).toBe(410);
  expect((await app.ledger.people.all()).map(({ login, role }) => `${login} ${role}`)).toEqual([
    "anna administrator",
  ]);
});

test("an invitation that is a week old is worth nothing", async () => {
  let now = new Date("2026-04-01T10:00:00Z");
  const { app, url } = await openHouse({}, () => now);
  const secret = await invite(app, "author", "anna");
  now = new Date("2026-04-08T10:00:01Z");
  expect((await makeBrowser(url).get(`/join/${secret}`)).status).toBe(410);
});

test.each([
  ["short", { password: "short bell" }, "too short"],
  ["of the login", { login: "carillonneur", password: "carillonneur 1!" }, "easily guessed"],
  ["of two letters", { password: "abababababab" }, "easily guessed"],
  ["of a novel", { password: "three bells ".repeat(20) }, "too long"],
])("a password %s is refused with a sentence, and the rest is kept", async (_, changes, words) => {
  const { app, url } = await openHouse();
  const secret = await invite(app, "author", "anna");
  const form = { login: "bob", name: "Bob the Ringer", ...changes };
  const seen = await makeBrowser(url).post(`/join/${secret}`, form);
  expect(seen.status).toBe(400);
  expect(seen.text).toContain(words);
  expect(seen.text).toContain('value="Bob the Ringer"');
  expect(await app.ledger.people.all()).toEqual([]);
});

test("signing in leads back to where one wanted to go, but never to another site", async () => {
  const { app, url } = await openHouse();
  await joinByLink(app, url, "author", "bob");
  const form = { login: "BOB ", password };
  expect((await makeBrowser(url).post("/sign-in", { ...form, to: "/desk/you" })).path).toBe("/desk/you");
  for (const to of [
    "https://evil.example/desk",
    "//evil.example/desk",
    "/\\evil.example",
    "/desk/../../x",
    "",
  ])
    expect((await makeBrowser(url).post("/sign-in", { ...form, to })).path).toMatch(/^\/(desk|x)/);
});

test("wrong tries make wait, also when they come all at once, and a stranger's do not tell who exists", async () => {
  const { app, url } = await openHouse({}, () => new Date("2026-04-01T10:00:00Z"));
  await joinByLink(app, url, "author", "bob");
  const wrong = (login: string) => makeBrowser(url).post("/sign-in", { login, password: "not his password" });
  const seen = await Promise.all(Array.from({ length: 12 }, () => wrong("bob")));
  expect(seen.filter(({ text }) => text.includes("do not belong together")).length).toBeLessThanOrEqual(5);
  expect(seen.filter(({ text }) => text.includes("please wait")).length).toBeGreaterThanOrEqual(7);
  const right = await makeBrowser(url).post("/sign-in", { login: "bob", password });
  expect(right.text).toContain("please wait");
});

test("a session ends where its person says so, where they are shut out, and after two weeks without use", async () => {
  let now = new Date("2026-04-01T10:00:00Z");
  const { app, url } = await openHouse({}, () => now);
  const admin = await joinAs(app, url, "administrator");
  const [first, second] = [await joinByLink(app, url, "author", "bob"), makeBrowser(url)];
  await second.post("/sign-in", { login: "bob", password });
  const other = /sessions\/([\w-]+)\/end/.exec((await first.get("/desk/you")).text)?.[1] ?? "";
  await first.post(`/desk/you/sessions/${other}/end`);
  expect((await second.get("/desk/you")).path).toMatch(/^\/sign-in/);
  const bob = (await app.ledger.people.byLogin("bob"))?.person.id ?? "";
  await admin.post(`/desk/people/${bob}/end`);
  expect((await first.get("/desk/you")).path).toMatch(/^\/sign-in/);
  now = new Date("2026-04-16T10:00:00Z");
  expect((await admin.get("/desk/you")).path).toMatch(/^\/sign-in/);
});

test("the last administrator stays one", async () => {
  const { app, url } = await openHouse();
  const admin = await joinAs(app, url, "administrator");
  const id = (await app.ledger.people.all())[0]?.id ?? "";
  expect((await admin.post(`/desk/people/${id}/role`, { role: "viewer" })).text).toContain(
    "nobody who can let people in",
  );
  expect((await admin.post(`/desk/people/${id}/end`)).text).toContain("nobody who can let people in");
  expect((await app.ledger.people.all())[0]?.role).toBe("administrator");
});

test("a new password signs all other browsers out", async () => {
  const { app, url } = await openHouse();
  const [first, second] = [await joinByLink(app, url, "author", "bob"), makeBrowser(url)];
  await second.post("/sign-in", { login: "bob", password });
  const changed = await first.post("/desk/you/password", { old: password, new: "four bells at five" });
  expect(changed.text).toContain("The password is changed");
  expect((await second.get("/desk/you")).path).toMatch(/^\/sign-in/);
  expect((await first.get("/desk/you")).status).toBe(200);
});

test("neither the ledger nor a page holds a password, a cookie or the secret of a link", async () => {
  const { app, url } = await openHouse();
  const secret = await invite(app, "author", "anna");
  const browser = await joinByLink(app, url, "administrator");
  const rows = await Promise.all(
    ["person", "session", "invitation", "audit"].map((table) =>
      app.ledger.store.read(`SELECT * FROM ${table}`),
    ),
  );
  const pages = await Promise.all(
    ["/desk/you", "/desk/people"].map(async (path) => (await browser.get(path)).text),
  );
  const all = JSON.stringify([rows, pages]);
  expect(all).not.toContain(secret);
  expect(all).not.toContain(password);
  expect(rows.flat().length).toBeGreaterThan(3);
});

test("a cookie is for this site's requests alone, and of no use to scripts", async () => {
  const { app, url } = await openHouse();
  await joinByLink(app, url, "author", "bob");
  const answer = await fetch(`${url}/sign-in`, {
    method: "POST",
    headers: { origin: url },
    body: new URLSearchParams({ login: "bob", password }),
    redirect: "manual",
  });
  expect(answer.headers.getSetCookie().join()).toMatch(/carillon=[\w-]{43};.*HttpOnly.*SameSite=Lax/i);
});

test("a person reads in their language, and dates and rights stay the same", async () => {
  const { app, url } = await openHouse();
  const browser = await joinAs(app, url, "administrator");
  expect((await browser.post("/language", { language: "de" })).path).toBe("/desk");
  const page = (await browser.get("/desk/people")).text;
  expect(page).toContain('<html lang="de">');
  expect(page).toContain("Jemanden einladen");
});
