import { expect, onTestFinished, test } from "vitest";
import { readingOf } from "../../src/app/reading.ts";
import { receptionOf } from "../../src/app/reception.ts";
import { serve } from "../../src/web/serve.ts";
import { createSite } from "../../src/web/site.ts";
import { sparePort } from "../fixtures/browser.ts";
import { someTower } from "../fixtures/tower.ts";
import { askAs } from "./visit.ts";

/** A running site with an account that is to be connected. */
async function someSite() {
  const port = await sparePort();
  const { open, network } = await someTower({}, [`http://127.0.0.1:${port}/connect/callback`]);
  const app = await open();
  const served = await serve(createSite(await readingOf(app), undefined, receptionOf(app)), {
    port,
    host: "127.0.0.1",
  });
  if ("problem" in served) throw new Error(served.problem);
  onTestFinished(() => served.close());
  return { app, network, address: `http://127.0.0.1:${port}` };
}

/** Presses the button; where the page then leads. */
async function press(address: string): Promise<string> {
  const page = await fetch(`${address}/connect/tower`, { method: "POST", headers: { origin: address } });
  const [, link = ""] = /<a href="([^"]*\/i\/oauth2\/authorize[^"]*)"/.exec(await page.text()) ?? [];
  return link.replaceAll("&amp;", "&");
}

test("an account is connected by two clicks in a browser on this machine", async () => {
  const { address, app } = await someSite();
  const invitation = await (await fetch(`${address}/connect/tower`)).text();
  expect(invitation).toContain("Not connected yet");
  expect(invitation).toContain("<button>Connect tower</button>");
  const ending = await fetch(await press(address));
  expect(ending.headers.get("cache-control")).toBe("no-store");
  expect(await ending.text()).toContain("tower is connected as The comms team (@comms).");
  expect(await (await fetch(`${address}/connect`)).text()).toContain("Works as The comms team (@comms)");
  expect(await app.desk.sessions.open("tower")).toHaveProperty("opened");
});

test("a refusal is a page with one sentence", async () => {
  const { address, network } = await someSite();
  network.sitting(null);
  const ending = await fetch(await press(address));
  expect(ending.status).toBe(400);
  expect(await ending.text()).toContain("the app was not allowed");
});

test("nobody but this machine may begin, and no other site in its browser", async () => {
  const { address, network } = await someSite();
  for (const path of ["/connect", "/connect/tower"])
    expect(await askAs(`${address}${path}`, { "x-forwarded-for": "203.0.113.9" })).toBe(403);
  const foreign = {
    method: "POST",
    headers: { origin: "https://evil.example", "content-type": "text/plain" },
  };
  expect((await fetch(`${address}/connect/tower`, foreign)).status).toBe(403);
  expect((await fetch(`${address}/connect/callback?state=x&code=y`)).status).toBe(400);
  expect((await fetch(`${address}/connect/nobody`)).status).toBe(404);
  expect(network.exchanges).toEqual([]);
});
