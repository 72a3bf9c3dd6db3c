import { expect, test } from "vitest";
import page from "../../channels/page/channel.ts";
import type { Io } from "../../src/channel/channel.ts";
import { runContract } from "../../src/channel/contract.ts";
import { ChannelError } from "../../src/channel/failure.ts";
import { makeDelivery } from "../web/fixtures.ts";

const now = new Date("2026-11-05T15:00:00.000Z");
const io: Io = {
  fetch: () => Promise.reject(new Error("The page needs no network.")),
  now: () => now,
  load: () => Promise.reject(new Error("The page loads nothing.")),
  site: { name: "Bells", url: "https://bells.example.org" },
  userAgent: "Carillon/0.1.0",
};
const { post } = makeDelivery();
const context = { key: "d-1", previous: null, reply: null };
const session = await page.open({}, io);

test("a post's address is known before it is published, from the delivery's own id", async () => {
  const memo = await session.prepare(post, context);
  expect(memo).toEqual({ key: "d-1", permalink: "https://bells.example.org/p/d-1" });
});

test("publishing twice with one memo gives the same post", async () => {
  const memo = JSON.parse(JSON.stringify(await session.prepare(post, context)));
  const receipt = await session.publish(post, memo);
  expect(receipt).toEqual({
    remoteId: "d-1",
    permalink: "https://bells.example.org/p/d-1",
    at: now.toISOString(),
  });
  expect(await session.publish(post, memo)).toEqual(receipt);
  expect(page.repeat.sameFor).toBe(Infinity);
});

test("an edit keeps the address and the time, and says when it was", async () => {
  const receipt = {
    remoteId: "d-1",
    permalink: "https://bells.example.org/p/d-1",
    at: "2026-11-04T15:00:00.000Z",
  };
  expect(await session.edit?.(receipt, post)).toEqual({ ...receipt, data: { updated: now.toISOString() } });
});

test("the profile is the site", () => {
  expect(session.profile).toEqual({
    id: "https://bells.example.org",
    name: "Bells",
    handle: "bells.example.org",
    url: "https://bells.example.org",
  });
});

test("a memo that the page did not write is refused", async () => {
  const failure = await session.publish(post, { id: 7 }).catch(page.classify);
  expect(failure).toMatchObject({ kind: "refused" });
  expect(page.classify(new ChannelError({ kind: "busy", reason: "Wait." }))).toMatchObject({ kind: "busy" });
});

test("it keeps the contract", async () => {
  const rows = await runContract({ channel: page, settings: {}, io: { ...io, now: () => new Date() } });
  expect(rows.filter(({ outcome }) => outcome === "failed")).toEqual([]);
  expect(rows.filter(({ outcome }) => outcome === "passed").length).toBeGreaterThan(10);
});
