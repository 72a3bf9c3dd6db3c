import { createHmac } from "node:crypto";
import { request } from "node:http";
import { expect, it, onTestFinished } from "vitest";
import type { App } from "../../src/app.ts";
import { errandsOf } from "../../src/app/errands.ts";
import { hooksOf } from "../../src/app/hooks.ts";
import { readingOf } from "../../src/app/reading.ts";
import { lookerOf } from "../../src/app/urgent.ts";
import { keepSubscriptions } from "../../src/app/websub.ts";
import { round } from "../../src/app/round.ts";
import type { FeedSource } from "../../src/model/source.ts";
import { serve } from "../../src/web/serve.ts";
import { createSite } from "../../src/web/site.ts";
import { startHub } from "../bench/hub.ts";
import { startSite, type Site } from "../bench/site.ts";
import { someApp, someConfig, someSource } from "../fixtures/app.ts";
import { someCampaign, someStep } from "../fixtures/plan.ts";

const secret = "a secret of the belfry";

interface House {
  readonly app: App;
  readonly site: Site;
  readonly url: string;
  hook(headers: Readonly<Record<string, string>>, name?: string, body?: string): Promise<Response>;
  /** When a post of that text's beginning is sent. */
  sent(title: string): Promise<number>;
}

/** A Carillon at work, that polls never but when it is told to. */
async function someHouse(head?: (url: string) => string, source: Partial<FeedSource> = {}): Promise<House> {
  const site = await startSite(head);
  onTestFinished(() => site.server.close());
  // The address is known when the door is open, and asked for later only.
  const place = { name: "The Belfry", url: "http://127.0.0.1", timezone: "UTC", port: 0, language: "en" };
  const config = someConfig({
    site: place,
    sources: [someSource(`${site.url}/feed.xml`, { hook: { secret }, ...source })],
    accounts: [{ name: "here", channel: "page", settings: {} }],
    campaigns: [someCampaign([someStep({ to: ["here"], at: { kind: "now" } })], { wait: { live: true } })],
  });
  const app = await someApp(config);
  const failed = (error: unknown): void => console.error(error);
  const errands = errandsOf(lookerOf(app, () => undefined, failed));
  onTestFinished(() => errands.stop());
  const pages = createSite(await readingOf(app), failed, undefined, undefined, hooksOf(app, errands));
  const door = await serve(pages, { port: 0, host: "127.0.0.1" });
  if ("problem" in door) throw new Error(door.problem);
  onTestFinished(() => door.close());
  place.url = `http://127.0.0.1:${door.port}`;
  await round(app, () => undefined);
  app.dispatcher.start(failed);
  return {
    app,
    site,
    url: place.url,
    hook: (headers, name = "news", body = "") =>
      fetch(`${place.url}/hooks/source/${name}`, { method: "POST", headers, body }),
    sent: async (title) => {
      for (;;) {
        const all = await app.ledger.deliveries.list({ states: ["sent"] });
        if (all.some(({ post }) => `${post.title} ${post.text}`.includes(title))) return performance.now();
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  };
}

const bearer = { authorization: `Bearer ${secret}` };

it("posts what a deploy hook tells of within seconds", async () => {
  const { site, hook, sent } = await someHouse();
  site.announce("march");
  site.build("march");
  const begun = performance.now();
  const answer = await hook(bearer);
  const heard = performance.now();
  expect([answer.status, await answer.json()]).toEqual([202, { message: "news is looked at now." }]);
  const took = (await sent("Issue march")) - begun;
  console.log(`hook answered in ${(heard - begun).toFixed(0)} ms, posted after ${took.toFixed(0)} ms`);
  expect(took).toBeLessThan(3000);
});

it("looks again at the pages that posts wait for when the site is there", async () => {
  const { app, site, hook, sent } = await someHouse();
  site.announce("march");
  await hook(bearer);
  for (;;) {
    const [one] = await app.ledger.deliveries.list({ states: ["scheduled"] });
    if (one?.waitsSince) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  site.build("march");
  const begun = performance.now();
  await hook(bearer);
  const took = (await sent("Issue march")) - begun;
  console.log(`hook to posted, page was missing before: ${took.toFixed(0)} ms`);
  expect(took).toBeLessThan(3000);
});

it("hears a hook without a body, and one that comes in pieces", async () => {
  const { url } = await someHouse();
  const send = (chunks: readonly string[] | null): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const options = { method: "POST", headers: bearer };
      const sent = request(`${url}/hooks/source/news`, options, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      sent.on("error", reject);
      if (chunks === null) sent.removeHeader("transfer-encoding");
      for (const chunk of chunks ?? []) sent.write(chunk);
      sent.end();
    });
  expect([await send(null), await send(["{", "}"])]).toEqual([202, 202]);
});

it("tells nobody without the secret which sources there are", async () => {
  const { hook, url } = await someHouse();
  const none = await hook({});
  const wrong = await hook({ authorization: "Bearer wrong" });
  const other = await hook(bearer, "nowhere");
  const query = await fetch(`${url}/hooks/source/news?secret=${encodeURIComponent(secret)}`, {
    method: "POST",
  });
  expect([none, wrong, other, query].map(({ status }) => status)).toEqual([401, 401, 401, 401]);
  expect(await other.text()).toBe(await wrong.text());
});

it("refuses long letters, and letters all the time", async () => {
  const { hook } = await someHouse();
  const statuses: number[] = [];
  for (let many = 0; many < 61; many++) statuses.push((await hook(bearer)).status);
  expect(statuses.filter((status) => status === 202)).toHaveLength(60);
  const tooOften = await hook(bearer);
  expect([tooOften.status, tooOften.headers.get("retry-after")]).toEqual([429, "60"]);
  expect((await hook(bearer, "news", "x".repeat(1_000_001))).status).toBe(413);
});

it("takes what forges sign, and the same dated letter only once", async () => {
  const { hook } = await someHouse();
  const body = '{"action":"completed"}';
  const hex = createHmac("sha256", secret).update(body).digest("hex");
  expect((await hook({ "x-hub-signature-256": `sha256=${hex}` }, "news", body)).status).toBe(202);
  const at = String(Math.floor(Date.now() / 1000));
  const signature = createHmac("sha256", secret).update(`m1.${at}.${body}`).digest("base64");
  const dated = { "webhook-id": "m1", "webhook-timestamp": at, "webhook-signature": `v1,${signature}` };
  expect(await (await hook(dated, "news", body)).json()).toEqual({ message: "news is looked at now." });
  expect(await (await hook(dated, "news", body)).json()).toEqual({ message: "That was heard already." });
});

const withHub =
  (hub: string) =>
  (url: string): string =>
    `<link rel="hub" href="${hub}"/><link rel="self" href="${url}/feed.xml"/>`;

/** Until that holds. */
async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}

it("hears of news from a hub, and believes nobody else", async () => {
  const hub = await startHub();
  onTestFinished(() => hub.close());
  const { app, site, sent, url } = await someHouse(withHub(hub.url), { websub: true });
  await keepSubscriptions(app);
  await until(() => hub.subscribers.length === 1);
  const [known] = await app.ledger.subscriptions.all();
  expect(known).toMatchObject({ state: "active", topic: `${site.url}/feed.xml`, reason: null });
  expect(hub.wrong).toEqual([]);
  site.announce("march");
  site.build("march");
  expect(await hub.publish(`${site.url}/feed.xml`, "another secret")).toEqual([202]);
  expect((await app.ledger.subscriptions.all())[0]?.toldAt).toBeNull();
  const begun = performance.now();
  expect(await hub.publish(`${site.url}/feed.xml`)).toEqual([202]);
  const took = (await sent("Issue march")) - begun;
  console.log(`hub to posted: ${took.toFixed(0)} ms`);
  expect((await fetch(`${url}/hooks/websub/unknown`, { method: "POST", body: "x" })).status).toBe(404);
});

it("confirms only what it asked for", async () => {
  const hub = await startHub();
  onTestFinished(() => hub.close());
  const { app, site, url } = await someHouse(withHub(hub.url), { websub: true });
  await keepSubscriptions(app);
  await until(() => hub.subscribers.length === 1);
  const id = (await app.ledger.subscriptions.all())[0]?.id ?? "";
  const ask = async (query: Readonly<Record<string, string>>) =>
    (await fetch(`${url}/hooks/websub/${id}?${new URLSearchParams(query).toString()}`)).status;
  const topic = `${site.url}/feed.xml`;
  const challenge = { "hub.challenge": "x", "hub.lease_seconds": "600" };
  expect(await ask({ "hub.mode": "unsubscribe", "hub.topic": topic, ...challenge })).toBe(404);
  expect(await ask({ "hub.mode": "subscribe", "hub.topic": "https://x.example/", ...challenge })).toBe(404);
  expect(await ask({ "hub.mode": "denied", "hub.topic": topic, "hub.reason": "full" })).toBe(200);
  expect((await app.ledger.subscriptions.all())[0]).toMatchObject({
    state: "failed",
    reason: "The hub refuses: full.",
  });
});

it("ends a subscription that is no longer wanted, and warns of a hub that fails", async () => {
  const hub = await startHub();
  onTestFinished(() => hub.close());
  const { app, url } = await someHouse(withHub(hub.url), { websub: true });
  hub.answer(503);
  await keepSubscriptions(app);
  const { statusOf } = await import("../../src/app/status.ts");
  const { alarms } = await statusOf(app);
  expect(alarms.map(({ severity, text }) => [severity, text])).toEqual([
    ["warning", expect.stringContaining("answers 503")],
  ]);
  hub.answer(null);
  const [known] = await app.ledger.subscriptions.all();
  await app.ledger.subscriptions.change(known?.id ?? "", { askedAt: "2026-01-01T00:00:00.000Z" });
  await keepSubscriptions(app);
  await until(() => hub.subscribers.length === 1);
  const off = { ...app, config: { ...app.config, sources: [] } };
  await keepSubscriptions(off);
  await until(() => hub.subscribers.length === 0);
  expect(await app.ledger.subscriptions.all()).toEqual([]);
  expect(url).toContain("127.0.0.1");
});
