import { expect, onTestFinished, test } from "vitest";
import { readingOf } from "../../src/app/reading.ts";
import { receptionOf } from "../../src/app/reception.ts";
import { teamOf } from "../../src/app/team/team.ts";
import { serve } from "../../src/web/serve.ts";
import { createSite } from "../../src/web/site.ts";
import { sparePort } from "../fixtures/browser.ts";
import { someTower } from "../fixtures/tower.ts";
import { joinAs, makeBrowser, type Browser } from "./team/house.ts";

/** A running site with an account that is to be connected. */
async function someSite() {
  const port = await sparePort();
  const { open, network } = await someTower({}, [`http://127.0.0.1:${port}/connect/callback`]);
  const app = await open();
  const site = createSite(await readingOf(app), undefined, receptionOf(app), teamOf(app));
  const served = await serve(site, { port, host: "127.0.0.1" });
  if ("problem" in served) throw new Error(served.problem);
  onTestFinished(() => served.close());
  const address = `http://127.0.0.1:${port}`;
  return { app, network, address, anna: await joinAs(app, address, "administrator", "anna") };
}

/** Presses the button; where the page then leads. */
async function press(browser: Browser): Promise<string> {
  const page = (await browser.post("/desk/channels/tower/connect")).text;
  const [, link = ""] = /<a href="([^"]*\/i\/oauth2\/authorize[^"]*)"/.exec(page) ?? [];
  return link.replaceAll("&amp;", "&");
}

test("an account is connected by two clicks, and disconnected by one", async () => {
  const { app, anna } = await someSite();
  const before = (await anna.get("/desk/channels/tower")).text;
  expect(before).toContain("Somebody has to sign it in once");
  expect(before).toMatch(/<button class="first">\s*Connect\s*<\/button>/);
  const ending = await fetch(await press(anna));
  expect(ending.headers.get("cache-control")).toBe("no-store");
  expect(await ending.text()).toContain("tower is connected as The comms team (@comms).");
  const after = (await anna.get("/desk/channels/tower")).text;
  expect(after).toContain("The comms team (@comms)");
  expect(after).toContain("the sign-in by browser, sealed in the ledger");
  expect(after).toContain("granted");
  expect(await app.desk.sessions.open("tower")).toHaveProperty("opened");
  expect((await anna.post("/desk/channels/tower/disconnect")).text).toContain("Its tokens are forgotten");
  const decisions = await app.ledger.audit.list(9);
  expect(decisions.filter(({ subject }) => subject === "tower")).toEqual([
    expect.objectContaining({ who: "anna", action: "disconnect" }),
    expect.objectContaining({ who: "anna", action: "connect" }),
  ]);
});

test("the page where the network sends the browser back speaks the language that the browser asks for", async () => {
  const { anna, network, address } = await someSite();
  network.sitting(null);
  const ending = await fetch(await press(anna), { headers: { "accept-language": "de-AT, en;q=0.5" } });
  const page = await ending.text();
  expect(page).toContain('<html lang="de">');
  expect(page).toContain("Nicht verbunden");
  expect(page).toContain("sagt, dass die App nicht erlaubt wurde: verbinde tower auf der Seite „Kanäle“");
  expect(page).not.toContain("Skip to the content");
  const stray = await fetch(`${address}/connect/callback?state=x`, { headers: { "accept-language": "de" } });
  expect(await stray.text()).toContain("Auf diese Antwort wartet niemand");
  const nowhere = await fetch(`${address}/nowhere`, { headers: { "accept-language": "de" } });
  expect(await nowhere.text()).toContain("Hier ist nichts");
});

test("a refusal is a page with one sentence", async () => {
  const { anna, network } = await someSite();
  network.sitting(null);
  const ending = await fetch(await press(anna));
  expect(ending.status).toBe(400);
  expect(await ending.text()).toContain("the app was not allowed");
});

test("nobody but who operates may begin; a callback that nobody waits for changes nothing", async () => {
  const { app, address, anna, network } = await someSite();
  const bob = await joinAs(app, address, "approver", "bob");
  expect((await bob.post("/desk/channels/tower/connect")).status).toBe(403);
  expect((await makeBrowser(address).post("/desk/channels/tower/connect")).path).toMatch(/^\/sign-in/);
  expect(
    (await anna.post("/desk/channels/tower/connect", {}, { origin: "https://evil.example" })).status,
  ).toBe(403);
  expect((await fetch(`${address}/connect/callback?state=x&code=y`)).status).toBe(400);
  expect((await anna.post("/desk/channels/nobody/connect")).status).toBe(404);
  expect(network.exchanges).toEqual([]);
});

test("where the site's address is this machine's, a browser elsewhere is told what to do first", async () => {
  const { address, anna, network } = await someSite();
  const headers = { origin: address, "x-forwarded-for": "203.0.113.9" };
  const page = (await anna.post("/desk/channels/tower/connect", {}, headers)).text;
  expect(page).toContain("set site.url to the address that you have opened");
  expect(network.exchanges).toEqual([]);
});
