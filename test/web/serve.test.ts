import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { serve } from "../../src/web/serve.ts";
import { createSite } from "../../src/web/site.ts";
import { makeReading } from "./fixtures.ts";

const site = createSite(makeReading());
const before = [globalThis.Request, globalThis.Response];

test("a taken port is one sentence with its mend", async () => {
  const taken = createServer().listen(0);
  await once(taken, "listening");
  onTestFinished(() => void taken.close());
  const { port } = taken.address() as AddressInfo;
  expect(await serve(site, { port })).toEqual({
    problem: `Port ${port} is taken, by another Carillon perhaps: stop that one, or set site.port or CARILLON_PORT to a free port.`,
  });
});

test("an address that is not this machine's is one sentence too", async () => {
  expect(await serve(site, { port: 0, host: "192.0.2.1" })).toEqual({
    problem: "Port 0 could not be opened (EADDRNOTAVAIL): set site.port or CARILLON_PORT to another port.",
  });
});

test("it listens on all interfaces unless told otherwise, and closes", async () => {
  const served = await serve(site, { port: 0 });
  const { url, port, close } = served as Exclude<typeof served, { problem: string }>;
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
  await close();
  await expect(fetch(`${url}/readyz`)).rejects.toThrow("fetch failed");
});

test("the site leaves the program's own fetch alone", async () => {
  const served = await serve(site, { port: 0 });
  expect([globalThis.Request, globalThis.Response]).toEqual(before);
  await (served as Exclude<typeof served, { problem: string }>).close();
});
