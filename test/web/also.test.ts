import { expect, test } from "vitest";
import { issue, makePublished, makeReading } from "./fixtures.ts";
import { open } from "./visit.ts";

test("an entry's page elsewhere can ask where it was posted, by its own address or ours", async () => {
  const address = await open(makeReading([makePublished({ entry: "e1" })]));
  const asked = ["/e/e1.json", `/also.json?url=${encodeURIComponent(issue.url)}`];
  const [byId, byUrl] = await Promise.all(asked.map((path) => fetch(address + path)));
  expect(byId?.headers.get("access-control-allow-origin")).toBe("*");
  const told = (await byId?.json()) as { also: unknown[] };
  expect(told.also).toContainEqual({
    network: "Fedi",
    account: "fosstodon",
    step: "announcement",
    url: "https://fedi.example/@bells/77",
    at: "2026-11-05T15:00:03.000Z",
  });
  expect(await byUrl?.json()).toEqual(told);
  const headers = { "If-None-Match": byId?.headers.get("etag") ?? "" };
  expect((await fetch(`${address}/e/e1.json`, { headers })).status).toBe(304);
});

test("of what is not announced yet nothing is told", async () => {
  const address = await open(
    makeReading([makePublished({ state: "draft" })].map((one) => ({ ...one, deliveries: [] }))),
  );
  const statuses = ["/e/e1.json", "/also.json", "/also.json?url=https://x.example"].map(
    async (path) => (await fetch(address + path)).status,
  );
  expect(await Promise.all(statuses)).toEqual([404, 404, 404]);
});
