import { expect, test } from "vitest";
import { makeReading } from "./fixtures.ts";
import { open } from "./visit.ts";

const unhealthy = {
  ok: false,
  problems: ["Source `german` does not answer: check its address."],
  alarms: [],
  figures: { due: 2 },
};

test("health is judged by outcomes, and strangers learn only how many problems there are", async () => {
  const address = `${await open(makeReading([], { health: async () => unhealthy }))}/healthz`;
  const [here, there] = await Promise.all([
    fetch(address),
    fetch(address, { headers: { via: "1.1 proxy" } }),
  ]);
  expect([here.status, await here.json()]).toEqual([503, unhealthy]);
  expect([there.status, await there.json()]).toEqual([503, { ok: false, problems: 1 }]);
  expect((await fetch(`${await open(makeReading())}/healthz`)).status).toBe(200);
});

test("the site is ready once it can read", async () => {
  const broken = makeReading([], { published: () => Promise.reject(new Error("closed")) });
  const ready = await Promise.all(
    [makeReading(), broken].map(async (one) => fetch(`${await open(one)}/readyz`)),
  );
  expect(ready.map(({ status }) => status)).toEqual([200, 503]);
});
